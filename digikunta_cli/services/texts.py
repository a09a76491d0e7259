"""Texts one a line, from a file or through a pipe, in any encoding that `import` reads."""

from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.importing.encoding import decode


def lines_of(file: Path) -> tuple[str, ...]:
    """The lines of a file, blank ones too, so that none goes missing; raises InputError."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        raise InputError("file-missing", file=file.name) from None
    except IsADirectoryError:
        raise InputError("file-not-regular", file=file.name) from None
    except OSError:
        raise InputError("file-unreadable", file=file.name) from None
    return lines(data, file=file.name)


def lines(data: bytes, *, file: str) -> tuple[str, ...]:
    """The lines of some bytes; `file` is what to call them if they are no text."""
    parts = decode(data, file=file).parts() if data else ()
    return tuple(line.strip() for part in parts for line in part.splitlines())
