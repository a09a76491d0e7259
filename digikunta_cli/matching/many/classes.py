"""Classes: people alike in every attribute that is looked at, so that one stands for all."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole


@dataclass(frozen=True, slots=True, eq=False)
class Classes:
    """The class of each person, and of each class its size and one person of it."""

    of: Whole
    size: Whole
    example: Whole

    def __len__(self) -> int:
        return len(self.size)

    def sums(self, amount: Whole) -> Whole:
        """The sum of an amount that each person has, by class."""
        total = np.zeros(len(self), dtype=np.int64)
        np.add.at(total, self.of, amount)
        return total

    def apart(self, people: Whole, sort: Whole) -> "Classes":
        """The same classes, but these people are apart with those of their class and their sort."""
        code = self.of * (int(sort.max(initial=0)) + 1) + sort
        leaving = np.unique(code[people])
        is_leaving = np.isin(code, leaving)
        of = np.where(is_leaving, len(self) + np.searchsorted(leaving, code), self.of)
        return _classes(of)

    def uniform(self, sort: Whole) -> NDArray[np.bool_]:
        """For each class: all its people are of one sort."""
        mixed = np.zeros(len(self), dtype=np.bool_)
        mixed[self.of[sort != sort[self.example][self.of]]] = True
        return ~mixed


def classes_of(columns: Iterable[NDArray[np.integer]], people: int) -> Classes:
    """Those who have the same number in each column are one class."""
    of = np.zeros(people, dtype=np.int64)
    for column in columns:
        values, number = np.unique(column, return_inverse=True)
        # Renumbered after each column, so that the product stays far below 64 bits.
        of = np.unique(of * len(values) + number, return_inverse=True)[1].astype(np.int64)
    return _classes(of)


def _classes(of: Whole) -> Classes:
    _, example, number, size = np.unique(
        of, return_index=True, return_inverse=True, return_counts=True
    )
    return Classes(number.astype(np.int64), size.astype(np.int64), example.astype(np.int64))
