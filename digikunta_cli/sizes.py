"""Size classes of municipalities by population, as the form of the mentors has them."""

from bisect import bisect_right

SIZES = ("under-5000", "5000-20000", "20000-50000", "50000-100000", "over-100000")
"""The smallest first."""
_LIMITS = (5_000, 20_000, 50_000, 100_000)
"""The population with which each class but the first begins."""


def size_place(population: int) -> int:
    """The place among the size classes of a municipality with so many inhabitants."""
    return bisect_right(_LIMITS, population)
