"""Text vectors in whole steps."""

import numpy as np
import pytest

from digikunta_cli.matching.many.tables import SparseRows
from digikunta_cli.matching.many.vectors import in_steps, lengths, spread


def sparse(dense: np.ndarray) -> SparseRows:
    """The same rows, with their zeros left out."""
    row, column = np.nonzero(dense)
    counts = np.bincount(row, minlength=len(dense))
    return SparseRows(
        start=np.concatenate([[0], np.cumsum(counts)]),
        column=column,
        value=dense[row, column],
        width=dense.shape[1],
    )


DENSE = np.array([[0.5, 0.0, -0.25], [0.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


def test_sparse_and_dense_rows_are_the_same() -> None:
    """The same vectors have the same lengths and become the same steps."""
    assert lengths(sparse(DENSE)).tolist() == lengths(DENSE).tolist()
    people = np.array([2, 0])
    for vectors in (DENSE, sparse(DENSE)):
        steps = in_steps(vectors, 3)
        assert spread(steps, people).tolist() == [[0.0, 2048.0, 0.0], [1024.0, 0.0, -512.0]]


def test_wide_rows_stay_sparse_until_they_are_needed() -> None:
    """Many columns are spread out for those people only who are asked for."""
    wide = SparseRows(
        start=np.array([0, 1, 3]),
        column=np.array([9, 0, 2]),
        value=np.array([1.0, 0.5, 0.25]),
        width=10_000_000,
    )

    steps = in_steps(wide, 2)

    assert isinstance(steps, SparseRows)
    assert spread(steps, np.array([1]))[0, :3].tolist() == [1024.0, 0.0, 512.0]


def test_vectors_that_do_not_fit_are_refused() -> None:
    """Too few, too long, not numbers, or columns out of range."""
    with pytest.raises(ValueError, match="one text vector for each"):
        in_steps(DENSE, 4)
    with pytest.raises(ValueError, match="longer than 1"):
        in_steps(DENSE * 2, 3)
    with pytest.raises(ValueError, match="longer than 1"):
        in_steps(DENSE * np.nan, 3)
    astray = SparseRows(
        start=np.array([0, 1]), column=np.array([3]), value=np.array([1.0]), width=3
    )
    with pytest.raises(ValueError, match="do not fit together"):
        in_steps(astray, 1)
