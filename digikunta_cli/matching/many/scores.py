"""The scores of pairs, computed when asked for and never all at once."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.exact.flow import Whole
from digikunta_cli.matching.many.classes import Classes, classes_of
from digikunta_cli.matching.many.tables import Column, Part, SideTable, Vectors
from digikunta_cli.matching.many.vectors import STEPS, in_steps, spread

FORBIDDEN = -1

_PAIRS = 1 << 20  # So many are looked at, at a time.


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Side:
    """One side, checked, and its people in classes by what the parts look at."""

    columns: Mapping[str, Whole]
    bodies: tuple[Whole, ...]
    sort: Whole
    """People of the same organisations are of one sort."""
    texts: Vectors | None
    classes: Classes

    def looked_at(self, names: tuple[str, ...], people: Whole) -> list[Whole]:
        return [self.columns[name][people] for name in names]


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """Some experimenters with every mentor whom one of them may meet."""

    people: Whole
    mentors: Whole
    score: NDArray[np.signedinteger]
    """Experimenters x mentors, FORBIDDEN where two may not meet."""


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """What is known of all pairs before any is looked at."""

    ceiling: int
    """No score is higher."""
    order: Whole
    """The experimenters; those who may meet the same mentors stand together."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """Both sides, and what scores their pairs."""

    parts: tuple[Part, ...]
    experimenters: _Side
    mentors: _Side
    weight: int
    """Points of full likeness of two texts; 0 where texts do not count."""

    @property
    def shape(self) -> tuple[int, int]:
        """How many people there are on both sides."""
        return len(self.experimenters.classes.of), len(self.mentors.classes.of)

    def table(self, experimenter: Whole, mentor: Whole) -> Whole:
        """Scores by the parts alone of these experimenters with each of these mentors."""
        score = np.zeros((len(experimenter), len(mentor)), dtype=np.int64)
        forbidden = np.zeros(score.shape, dtype=np.bool_)
        for part in self.parts:
            rows = self.experimenters.looked_at(part.experimenter, experimenter[:, None])
            columns = self.mentors.looked_at(part.mentor, mentor[None, :])
            points = np.asarray(part.points(*rows, *columns))
            forbidden |= points < 0
            score += points
        score[forbidden] = FORBIDDEN
        return score

    def overview(self) -> Overview:
        """What there is to know of all pairs before any is looked at."""
        left, right = self.experimenters.classes, self.mentors.classes
        random = np.random.default_rng(0).integers(1, 1 << 40, len(right))
        pattern, top = np.zeros(len(left), dtype=np.int64), 0
        step = max(_PAIRS // max(len(right), 1), 1)
        for start in range(0, len(left), step):
            table = self.table(left.example[start : start + step], right.example)
            # Those who may meet the same mentors get the same number, whatever it is.
            pattern[start : start + step] = (table != FORBIDDEN) @ random
            top = max(top, int(table.max(initial=0)))
        return Overview(top + self.weight, np.lexsort((left.of, pattern[left.of])))

    def blocks(self, order: Whole) -> Iterator[Block]:
        """All pairs that may be, block by block, experimenters in this order."""
        step = max(_PAIRS // max(self.shape[1], 1), 1)
        for start in range(0, len(order), step):
            yield self._block(order[start : start + step])

    def _block(self, people: Whole) -> Block:
        classes, others = self.experimenters.classes, self.mentors.classes
        present, row = np.unique(classes.of[people], return_inverse=True)
        table = self.table(classes.example[present], others.example)
        mentors = np.flatnonzero((table != FORBIDDEN).any(axis=0)[others.of])
        score = np.take(table[row], others.of[mentors], axis=1)
        if self.weight:
            score = np.where(score == FORBIDDEN, score, score + self._alike(people, mentors))
        score[self.same_body(people[:, None], mentors[None, :])] = FORBIDDEN
        return Block(people, mentors, score)

    def same_body(self, experimenter: Whole, mentor: Whole) -> NDArray[np.bool_]:
        """Whether two have an organisation in common, for indices that broadcast."""
        shape = np.broadcast_shapes(experimenter.shape, mentor.shape)
        same = np.zeros(shape, dtype=np.bool_)
        for mine in self.experimenters.bodies:
            for theirs in self.mentors.bodies:
                one = mine[experimenter]
                same |= (one == theirs[mentor]) & (one >= 0)
        return same

    def _alike(self, people: Whole, mentors: Whole) -> Whole:
        """Points for the likeness of texts; never below 0."""
        texts, others = self.experimenters.texts, self.mentors.texts
        assert texts is not None and others is not None  # They count, so they were checked.
        points = (spread(texts, people) @ spread(others, mentors).T).astype(np.float64)
        points *= self.weight / STEPS**2
        np.rint(points, out=points)
        return np.maximum(points, 0, out=points).astype(np.int64)


def scores_of(
    experimenters: SideTable,
    mentors: SideTable,
    *,
    shape: tuple[int, int],
    parts: Sequence[Part],
    weight: int,
) -> Scores:
    """Check both sides; ValueError says in one sentence what is wrong."""
    if weight < 0:
        raise ValueError("The weight of texts is negative.")
    if weight and (experimenters.texts is None or mentors.texts is None):
        raise ValueError("Texts count, but one side has none.")
    left = {name for part in parts for name in part.experimenter}
    right = {name for part in parts for name in part.mentor}
    return Scores(
        tuple(parts),
        _side(experimenters, left, people=shape[0]),
        _side(mentors, right, people=shape[1]),
        weight,
    )


def _side(side: SideTable, names: Iterable[str], *, people: int) -> _Side:
    missing = set(names) - side.attributes.keys()
    if missing:
        raise ValueError("A part looks at an attribute that its side does not have.")
    columns = {name: _column(side.attributes[name], people) for name in sorted(names)}
    bodies = np.empty((people, 0)) if side.bodies is None else np.asarray(side.bodies)
    table = bodies[:, None] if bodies.ndim == 1 else bodies
    bodies_of = tuple(_column(body, people) for body in table.T.astype(np.int64))
    return _Side(
        columns=columns,
        bodies=bodies_of,
        sort=classes_of(bodies_of, people).of,
        texts=None if side.texts is None else in_steps(side.texts, people),
        classes=classes_of(columns.values(), people),
    )


def _column(numbers: Column, people: int) -> Whole:
    column = np.asarray(numbers)
    if column.shape != (people,):
        raise ValueError("There must be one value for each person in every column.")
    if column.size and column.dtype.kind not in "iu":
        raise ValueError("Every attribute must be a whole number.")
    return column.astype(np.int64)
