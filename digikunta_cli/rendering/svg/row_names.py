"""Names in the rows of a picture: long ones in two lines of small type, which one row holds."""

from dataclasses import dataclass
from textwrap import wrap

from digikunta_cli.rendering.folding import fold_words
from digikunta_cli.rendering.svg.pen import safe, short, write
from digikunta_cli.text import one_line

ROW = 27
"""Height of a row."""
BASELINE = 18.5
"""Where the letters of its one line stand in it."""
_FIRST, _SECOND = 10.5, 23.5
"""Where those of two lines stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """What names of a column have: how many letters fit, and how many in small type."""

    letters: int
    small_letters: int
    anchor: str = "start"
    style: str = ""
    small_style: str = "nw-small"


def write_name(name: str, x: float, top: float, room: Room, *, title: str) -> str:
    """A name in the row that begins at `top`, cut after two lines; its `title` has all of it."""
    name = one_line(name)
    if len(name) <= room.letters:
        style = room.style
        return write(x, top + BASELINE, name, anchor=room.anchor, style=style, title=title)
    first, *rest = wrap(fold_words(name, room.small_letters), room.small_letters)
    lines = [(_FIRST, first), (_SECOND, short(" ".join(rest), room.small_letters))]
    if not rest:
        lines = [(BASELINE, first)]
    written = (
        write(x, top + end, line, anchor=room.anchor, style=room.small_style) for end, line in lines
    )
    return f"<g><title>{safe(title)}</title>{''.join(written)}</g>"
