"""The formats that a document can take, and the way from one to the other."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import cast

from digikunta_cli.document import Document
from digikunta_cli.errors import UsageError

_ROOMS = {
    "plain": "plain",
    "json": "jsonfile",
    "csv": "csvfile",
    "md": "markdown",
    "xlsx": "xlsx",
    "html": "html.page",
}
FORMATS = ("table", *_ROOMS)
"""By name, as `--format` takes them."""

_SUFFIXES = {
    ".txt": "plain",
    ".tsv": "plain",
    ".json": "json",
    ".csv": "csv",
    ".md": "md",
    ".xlsx": "xlsx",
    ".html": "html",
    ".htm": "html",
}


def format_of(path: Path) -> str:
    """The format that a file name asks for; raises UsageError where its suffix is unknown."""
    found = _SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise UsageError("format-unknown", suffix=path.suffix or path.name)
    return found


def is_for_programs(format: str | None, output: Path | None) -> bool:
    """Whether a document will be shown by its data alone; raises UsageError as `format_of`."""
    return (format or (format_of(output) if output else None)) == "json"


def check_format(format: str) -> None:
    """Raise UsageError for a format that is not there."""
    if format not in FORMATS:
        raise UsageError("format-invalid", format=format, formats=", ".join(FORMATS))


def render(
    document: Document, format: str, *, width: int = 80, colour: bool = False
) -> str | bytes:
    """The document in a format; `width` in columns and `colour` matter to tables only."""
    check_format(format)
    if format == "table":
        from digikunta_cli.rendering.terminal import render as drawn

        return drawn(document, width=width, colour=colour)
    # Each format loads its own library, and only when it is asked for.
    room = import_module(f"digikunta_cli.rendering.{_ROOMS[format]}")
    draw = cast("Callable[[Document], str | bytes]", room.render)
    return draw(document)
