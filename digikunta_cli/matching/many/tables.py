"""Both sides of a large programme as columns of numbers, and the parts that score their pairs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole

Column = Sequence[int] | NDArray[np.integer]
Points = Callable[..., NDArray[np.integer]]

_MOST_MARKS = 62  # What fits into a whole number of 64 bits, with its sign and one to spare.


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SparseRows:
    """Rows of numbers of which most are 0: those of row n stand from start[n] to start[n + 1]."""

    start: Whole
    column: Whole
    value: NDArray[np.floating]
    width: int

    def __len__(self) -> int:
        return len(self.start) - 1


Vectors = NDArray[np.floating] | SparseRows


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SideTable:
    """One side, a person a row."""

    attributes: Mapping[str, Column] = field(default_factory=dict)
    """Columns of whole numbers, which only the parts know how to read."""
    bodies: NDArray[np.integer] | Sequence[int] | None = None
    """The organisation of each person, or a row with several of them each; below 0 is none."""
    texts: Vectors | None = None
    """What each person's text is about: a vector no longer than 1."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the score: what it looks at on both sides, and what that is worth."""

    label: str
    experimenter: tuple[str, ...]
    mentor: tuple[str, ...]
    points: Points
    """Takes the columns of both sides as arrays that broadcast; below 0 forbids the pair."""


def by_table(table: Sequence[Sequence[int]] | NDArray[np.integer]) -> Points:
    """Points that are looked up in a table: a row for the experimenter's value, then a column."""
    worth = np.asarray(table, dtype=np.int64)

    def points(experimenter: Whole, mentor: Whole) -> Whole:
        found: Whole = worth[experimenter, mentor]
        return found

    return points


def bit_masks(marks: NDArray[np.integer] | Sequence[Sequence[int]]) -> Whole:
    """A column for an attribute with several values, from a 0/1 matrix: value n is bit n."""
    matrix = np.asarray(marks, dtype=np.int64)
    if matrix.ndim != 2 or matrix.shape[1] > _MOST_MARKS:
        raise ValueError("A 0/1 matrix must have at most 62 columns.")
    if not np.isin(matrix, (0, 1)).all():
        raise ValueError("A 0/1 matrix holds another number.")
    masks: Whole = matrix @ (np.int64(1) << np.arange(matrix.shape[1], dtype=np.int64))
    return masks
