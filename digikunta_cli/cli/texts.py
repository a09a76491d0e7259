"""Texts given on the command line, in a file, or through a pipe; one a line."""

import sys
from collections.abc import Sequence
from pathlib import Path

from digikunta_cli.errors import InputError, UsageError


def gathered(texts: Sequence[str], file: Path | None) -> tuple[str, ...]:
    """The texts in order; raises UsageError where there is none, InputError for a bad file."""
    lines = [*texts, *(_lines(file) if file else ())]
    if not lines:
        raise UsageError("nothing-to-resolve")
    return tuple(lines)


def _lines(file: Path) -> list[str]:
    """The lines of a UTF-8 file or of standard input, blank ones too, so that none goes missing."""
    if str(file) == "-":
        data = sys.stdin.buffer.read()
    else:
        try:
            data = file.read_bytes()
        except FileNotFoundError:
            raise InputError("file-missing", file=file.name) from None
        except IsADirectoryError:
            raise InputError("file-not-regular", file=file.name) from None
        except OSError:
            raise InputError("file-unreadable", file=file.name) from None
    text = data.decode("utf-8-sig", errors="replace")
    return [line.strip() for line in text.splitlines()]
