"""Rows with another number of cells than headings: their answers may stand in wrong columns."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from digikunta_cli.model import Answer, Finding

_CONSENTS = ("commitment", "sharing", "publish")


def measured(records: Iterable[list[str]], widths: list[int]) -> Iterator[list[str]]:
    """The records as they come, the number of cells of each added to `widths`."""
    for record in records:
        widths.append(len(record))
        yield record


def odd_widths(widths: Sequence[int], mended: Collection[int]) -> dict[int, int]:
    """By row number, the cells of rows longer than most and of mended ones unlike most."""
    rows = dict(enumerate(widths, 1))
    counts = Counter(width for row, width in rows.items() if width and row not in mended)
    if not counts:
        return {}
    common = max(counts, key=lambda width: (counts[width], width))
    return {
        row: width
        for row, width in rows.items()
        if width > common or (width < common and row in mended)
    }


def width_finding(
    number: int, cells: Sequence[str], width: int, odd: Mapping[int, int]
) -> Finding | None:
    """What is wrong with the number of cells of a row below `width` headings.

    `cells` end at the last filled one; `odd` tells of unusual rows how many the file parts.
    """
    if len(cells) > width:
        # A remark beside the table leaves a column blank; what joins on was pushed there.
        return Finding(code="row-too-long" if cells[width] else "cell-unheaded", row=number)
    parted = odd.get(number, width)
    if parted == width:
        return None
    return Finding(code="row-too-long" if parted > width else "row-too-short", row=number)


def is_shifted(finding: Finding | None) -> bool:
    """Whether the answers of the row with this finding may stand in wrong columns."""
    return finding is not None and finding.code != "cell-unheaded"


def without_consents(answers: Mapping[str, Answer]) -> dict[str, Answer]:
    """The answers of a shifted row: what it seems to consent to was not told."""
    return {field: answer for field, answer in answers.items() if field not in _CONSENTS}
