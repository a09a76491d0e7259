"""Which way the matching of many goes, and what is checked before it does."""

from collections.abc import Sequence

import numpy as np

from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.exact.problem import Numbers
from digikunta_cli.matching.many.aims import Aims, Found
from digikunta_cli.matching.many.by_classes import over_classes
from digikunta_cli.matching.many.by_columns import over_columns
from digikunta_cli.matching.many.by_pairs import over_pairs
from digikunta_cli.matching.many.scores import Scores, scores_of
from digikunta_cli.matching.many.tables import Part, SideTable

WAYS = {"pairs": over_pairs, "classes": over_classes, "columns": over_columns}

_FEW = 60_000  # Pairs: so many are solved at once before anything else pays.
_MANY = 4_000_000  # Pairs: so many still are, where leximin comes first and columns cannot help.
_MOST_CLASSES = 1 << 23  # Pairs of classes that a network can hold.
_SMALLER = 4  # Classes pay where their pairs are this many times fewer.


def found_by(
    experimenters: SideTable,
    mentors: SideTable,
    *,
    parts: Sequence[Part],
    capacity: Numbers,
    wanted: Numbers,
    text_weight: int,
    order: str,
    levels: int | None,
    way: str | None,
) -> tuple[Found, str]:
    """Check what is given and go the way that suits it: what was found, and by which way."""
    if order not in ("total", "fair"):
        raise ValueError("The order must be total or fair.")
    if levels is not None and levels < 0:
        raise ValueError("The number of levels is negative.")
    seats, wishes = _limits(capacity, least=0), _limits(wanted, least=1)
    shape = len(wishes), len(seats)
    scores = scores_of(experimenters, mentors, shape=shape, parts=parts, weight=text_weight)
    is_fair = order == "fair" and levels != 0
    taken = way or way_of(scores, is_fair=is_fair)
    if taken not in WAYS:
        raise ValueError("The way must be classes, columns or pairs.")
    if taken == "classes" and scores.weight:
        raise ValueError("Where texts count there are no classes.")
    aims = Aims(
        wanted=np.minimum(wishes, max(shape[1], 1)),
        capacity=np.minimum(seats, shape[0]),
        is_fair=is_fair,
        levels=levels,
    )
    return WAYS[taken](scores, aims), taken


def way_of(scores: Scores, *, is_fair: bool) -> str:
    """The way that suits these sides."""
    experimenters, mentors = scores.shape
    pairs = experimenters * mentors
    classes = len(scores.experimenters.classes) * len(scores.mentors.classes)
    if pairs > _FEW and scores.weight == 0 and classes <= min(pairs // _SMALLER, _MOST_CLASSES):
        return "classes"
    return "pairs" if pairs <= (_MANY if is_fair else _FEW) else "columns"


def _limits(numbers: Numbers, *, least: int) -> Whole:
    limits = np.asarray(numbers)
    if limits.ndim != 1 or (limits.size and limits.dtype.kind not in "iu"):
        raise ValueError("Wanted and capacity must be lists of whole numbers.")
    if (limits < least).any():
        raise ValueError("A capacity is negative, or an experimenter wants less than one mentor.")
    return limits.astype(np.int64)
