"""Texts given on the command line, in a file, or through a pipe; one a line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from digikunta_cli.errors import UsageError


def gathered(texts: Sequence[str], file: Path | None) -> tuple[str, ...]:
    """The texts in order; raises UsageError where there is none, InputError for a bad file."""
    given = (*texts, *(_in_file(file) if file else ()))
    if not given:
        raise UsageError("nothing-to-resolve")
    return given


def _in_file(file: Path) -> tuple[str, ...]:
    """The lines of a file; `-` is what comes through the pipe."""
    from digikunta_cli.services.texts import lines, lines_of

    return lines(sys.stdin.buffer.read(), file="-") if str(file) == "-" else lines_of(file)
