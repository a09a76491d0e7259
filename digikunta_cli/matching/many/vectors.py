"""Text vectors in whole steps, so that their products are the same however they are added up.

A vector no longer than 1 is rounded to steps of 1/2048. Products of two of them, and all sums on
the way, then are whole numbers far below those that single precision counts exactly, so that a
pair has the same likeness in every block, each time and on every machine.
"""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.many.tables import SparseRows, Vectors

STEPS = 2048
_MOST = 1 << 24  # Numbers that are spread out once, rather than whenever they are needed.
_LONGEST = 1.001  # Rounding in the caller's sums is forgiven.

Rows = NDArray[np.float32]


def in_steps(vectors: Vectors, people: int) -> Vectors:
    """The vectors in whole steps; ValueError says in one sentence what is wrong."""
    if len(vectors) != people:
        raise ValueError("There must be one text vector for each person.")
    if isinstance(vectors, SparseRows) and not _fits(vectors):
        raise ValueError("The sparse text vectors do not fit together.")
    if not (lengths(vectors) <= _LONGEST).all():
        raise ValueError("A text vector is longer than 1.")
    if not isinstance(vectors, SparseRows):
        return _rounded(vectors)
    rounded = replace(vectors, value=_rounded(vectors.value))
    return rounded if people * vectors.width > _MOST else spread(rounded, np.arange(people))


def _fits(vectors: SparseRows) -> bool:
    start, column = np.asarray(vectors.start), np.asarray(vectors.column)
    in_order = start[0] == 0 and (np.diff(start) >= 0).all()
    within = ((column >= 0) & (column < vectors.width)).all()
    return bool(in_order and start[-1] == len(column) == len(vectors.value) and within)


def lengths(vectors: Vectors) -> NDArray[np.float64]:
    """The length of each vector."""
    if isinstance(vectors, SparseRows):
        row = np.repeat(np.arange(len(vectors)), np.diff(vectors.start))
        squares = np.bincount(row, weights=vectors.value**2, minlength=len(vectors))
    else:
        squares = np.einsum("nd,nd->n", vectors, vectors).astype(np.float64)
    longest: NDArray[np.float64] = np.sqrt(squares)
    return longest


def spread(vectors: Vectors, people: Whole) -> Rows:
    """The vectors of some people, with every column."""
    if not isinstance(vectors, SparseRows):
        return vectors[people].astype(np.float32, copy=False)
    start, length = vectors.start[people], np.diff(vectors.start)[people]
    row = np.repeat(np.arange(len(people)), length)
    place = np.arange(len(row)) + np.repeat(start - (np.cumsum(length) - length), length)
    rows = np.zeros((len(people), vectors.width), dtype=np.float32)
    rows[row, vectors.column[place]] = vectors.value[place]
    return rows


def _rounded(values: NDArray[np.floating]) -> Rows:
    return np.rint(np.asarray(values, dtype=np.float64) * STEPS).astype(np.float32)
