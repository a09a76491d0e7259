"""Where a document goes: the terminal, the next program, or a file that is never half written."""

import os
import sys
import tempfile
from pathlib import Path

from digikunta_cli.document import Document
from digikunta_cli.errors import InputError, UsageError
from digikunta_cli.locale import _
from digikunta_cli.rendering.formats import check_format, format_of, render

_FOR_FILES = frozenset({"xlsx", "html"})
_TEXTS = frozenset({"table", "plain"})
"""Formats for people and small programs, in the encoding of the stream; the others are UTF-8."""


def check(format: str | None, output: Path | None) -> None:
    """Refuse, before anything is done for it, what could not be shown in the end.

    Raises UsageError for a format that does not fit, InputError for a folder that is not there.
    """
    if format is not None:
        check_format(format)
    if output is None:
        if format in _FOR_FILES and sys.stdout.isatty():
            raise UsageError("format-needs-file", format=format)
        return
    if format is None:
        format_of(output)
    if not output.resolve().parent.is_dir():
        reason = _("there is no such folder")
        raise InputError("output-unwritable", file=str(output), reason=reason)


def show(document: Document, *, format: str | None = None, output: Path | None = None) -> None:
    """Write a document to a file, or to stdout: a table on a terminal, plain lines elsewhere.

    Raises UsageError for a format that does not fit, InputError where a file cannot be written.
    """
    if format is not None:
        check_format(format)
    if output is not None:
        write_file(output, _encoded(render(document, format or format_of(output))))
        return
    format = format or ("table" if sys.stdout.isatty() else "plain")
    if format in _FOR_FILES and sys.stdout.isatty():
        raise UsageError("format-needs-file", format=format)
    if format == "table":
        _draw(document)
    else:
        _write_stdout(render(document, format), format)


def _draw(document: Document) -> None:
    # Straight to the stream, as rich speaks to old Windows consoles in another way.
    from digikunta_cli.rendering.terminal import console_for, draw

    draw(document, console_for(sys.stdout))


def _write_stdout(content: str | bytes, format: str) -> None:
    raw = getattr(sys.stdout, "buffer", None)
    if raw is None or format in _TEXTS or sys.stdout.isatty():
        sys.stdout.write(content if isinstance(content, str) else content.decode())
        return
    sys.stdout.flush()
    raw.write(_encoded(content))
    raw.flush()


def _encoded(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def write_file(output: Path, content: bytes) -> None:
    """Replace a file as a whole, or leave what was there as it was."""
    try:
        # A link stays a link, and what it points to is replaced.
        target = output.resolve()
        if target.exists() and not target.is_file():
            raise InputError("output-unwritable", file=str(output), reason=_("it is no file"))
        _replace(target, content)
    except (OSError, RuntimeError) as error:
        # Older Pythons tell of a circle of links by RuntimeError.
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError("output-unwritable", file=str(output), reason=reason) from error


def _replace(target: Path, content: bytes) -> None:
    # mkstemp gives the file to its owner alone (0600), as it may hold personal data.
    number, name = tempfile.mkstemp(dir=target.parent, prefix=".digikunta-", suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
