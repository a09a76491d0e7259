"""Tables in one line a fact, where a terminal is too narrow to show many of them as a table."""

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text as Styled

from digikunta_cli.document import Line
from digikunta_cli.locale import _
from digikunta_cli.text import one_line

_ROOMY, _LEAST = 120, 60
"""From the one width on a table is shown as it is, below the other lines would tell nothing."""
_GAP = 2
_SHARE = 0.6
"""What is said gets so much of a line at the most."""


def is_brief(width: int) -> bool:
    """Whether a terminal of this width shows the lines that stand for a table."""
    return _LEAST <= width < _ROOMY


def draw_brief(lines: Sequence[Line], console: Console) -> bool:
    """Print each fact on one line, cut where it has no room; whether any was cut."""
    shown = [(_fitted(line.name), _fitted(line.said)) for line in lines]
    facts = [cells for cells in shown if cells[1].cell_len]
    names, said = (max((cells[i].cell_len for cells in facts), default=0) for i in (0, 1))
    said = min(said, int(console.width * _SHARE))
    widths = min(names, console.width - said - _GAP), said
    drawn = (
        _fact(cells, widths, console) if line.said else _alone(line, cells[0])
        for line, cells in zip(lines, shown, strict=True)
    )
    # All at once, as the console takes longer to begin than to print.
    console.print(Styled("\n", overflow="fold").join(drawn))
    return any(name.cell_len > widths[0] or text.cell_len > widths[1] for name, text in facts)


def is_remark(lines: Sequence[Line]) -> bool:
    """Whether all there is to tell is one sentence, which needs no heading above it."""
    return len(lines) == 1 and not lines[0].said


def draw_remark(title: str, line: Line, console: Console) -> None:
    """Print a sentence beside its heading."""
    console.print(
        Styled.assemble((one_line(title), "bold"), ": ", _fitted(line.name).plain, overflow="fold")
    )


def say_cut(console: Console) -> None:
    """Say where the lines can be read whole."""
    told = _("Lines are cut here, and whole in a window of {width} columns.")
    console.print(Styled(told.format(width=_ROOMY), style="dim", overflow="fold"))


def _alone(line: Line, name: Styled) -> Styled:
    return Styled(name.plain, style="bold" if line.is_heading else "", overflow="fold")


def _fact(cells: Sequence[Styled], widths: Sequence[int], console: Console) -> Styled:
    name, said = (_cut(cell, width, console) for cell, width in zip(cells, widths, strict=True))
    name.pad_right(widths[0] + _GAP - name.cell_len)
    return name.append_text(said)


def _cut(text: Styled, width: int, console: Console) -> Styled:
    shown = text.copy()
    if text.cell_len <= width:
        return shown
    mark = "..." if console.options.ascii_only else "…"
    shown.truncate(width - len(mark))
    shown.rstrip()
    return shown.append(mark)


def _fitted(text: str) -> Styled:
    """Safe text on one line; blanks at its beginning set it in."""
    inner = text.lstrip(" ")
    return Styled(" " * (len(text) - len(inner)) + one_line(inner))
