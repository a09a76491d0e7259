"""How wide the columns of a terminal's table are: numbers whole, texts in fair shares."""

from collections.abc import Sequence
from dataclasses import dataclass

CAPS = (40, 24, 16, 12, 9)
"""How much of its longest word a column of texts keeps together, the best first."""
SHORT = 24
"""A column whose cells are no longer gets its full width before long texts get more."""


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs: the width of its longest word, its longest cell and its usual one."""

    word: int
    cell: int
    usual: float = 1.0
    is_whole: bool = False
    """Whether it never wraps, as numbers do not."""
    firm: int = 0
    """The width of its longest word that may not be broken, as an address may not."""

    def least(self, cap: int) -> int:
        """The width below which the column is hard to read."""
        return max(self.cell if self.is_whole else min(self.word, cap), self.firm, 1)


def share(
    needs: Sequence[Need], room: int, *, caps: Sequence[int] = CAPS
) -> tuple[int, ...] | None:
    """A width for each column, together at most `room`; None where they do not fit sensibly."""
    for cap in caps:
        widths = [need.least(cap) for need in needs]
        if sum(widths) <= room:
            _fill_short(needs, widths, spare=room - sum(widths))
            return _filled(needs, widths, spare=room - sum(widths))
    return None


def _fill_short(needs: Sequence[Need], widths: list[int], *, spare: int) -> None:
    """Give short columns all they need as far as there is room, what is nearly there first."""
    for lack, i in sorted((need.cell - widths[i], i) for i, need in enumerate(needs)):
        if needs[i].cell <= SHORT and 0 < lack <= spare:
            widths[i] += lack
            spare -= lack


def _filled(needs: Sequence[Need], widths: list[int], *, spare: int) -> tuple[int, ...]:
    """Hand out the room that is left, each time to the column with most lines in its cells."""
    for _turn in range(spare):
        lacking = [i for i, need in enumerate(needs) if widths[i] < need.cell]
        if not lacking:
            break
        widths[max(lacking, key=lambda i: (needs[i].cell + needs[i].usual) / widths[i])] += 1
    return tuple(widths)
