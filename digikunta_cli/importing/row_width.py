"""Rows with another number of cells than headings: answers are lost, or in wrong columns."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from digikunta_cli.importing.grid import Parted
from digikunta_cli.model import Answer, Finding

_SHIFTED = ("row-too-long", "row-too-short")
_FEW = 20
"""Of so many rows one may end early."""
_CONSENTS = ("commitment", "sharing", "publish")


def measured(records: Iterable[list[str]], widths: list[int]) -> Iterator[list[str]]:
    """The records as they come, the number of cells of each added to `widths`."""
    for record in records:
        widths.append(len(record))
        yield record


def odd_rows(widths: Sequence[int], mended: Collection[int]) -> dict[int, Parted]:
    """By row number, rows longer than most, mended ones unlike most, and those that end early.

    Where many rows are shorter than most, their tool leaves out blank cells, and none ends early.
    """
    rows = dict(enumerate(widths, 1))
    counts = Counter(width for row, width in rows.items() if width and row not in mended)
    if not counts:
        return {}
    common = max(counts, key=lambda width: (counts[width], width))
    few = max(1, counts.total() // _FEW)
    ends_early = sum(count for width, count in counts.items() if width < common) <= few
    return {
        row: Parted(width, row in mended)
        for row, width in rows.items()
        if width > common or (0 < width < common and (ends_early or row in mended))
    }


def width_finding(
    number: int, cells: Sequence[str], width: int, odd: Mapping[int, Parted]
) -> Finding | None:
    """What is wrong with the number of cells of a row below `width` headings.

    `cells` end at the last filled one; `odd` tells of unusual rows how many the file parts.
    """
    if len(cells) > width:
        # A remark beside the table leaves a column blank; what joins on was pushed there.
        return Finding(code="row-too-long" if cells[width] else "cell-unheaded", row=number)
    parted = odd.get(number)
    if parted is None or parted.cells == width:
        return None
    if parted.cells > width:
        return Finding(code="row-too-long", row=number)
    return Finding(code="row-too-short" if parted.is_mended else "row-ends-early", row=number)


def is_shifted(finding: Finding | None) -> bool:
    """Whether the answers of the row with this finding may stand in wrong columns."""
    return finding is not None and finding.code in _SHIFTED


def without_consents(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers of a shifted row: what it seems to consent to was not told."""
    return {field: answer for field, answer in answers.items() if field not in _CONSENTS}
