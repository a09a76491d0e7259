"""Invented sides for the matching of many, and the same numbers pair by pair."""

from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np
from hypothesis import strategies as st

from digikunta_cli.matching import SideAssignment, assign, assign_sides
from digikunta_cli.matching.many.tables import Part, SideTable, by_table

STEPS = 2048  # Text vectors count in steps of 1/2048.


def common_language(experimenter: Any, mentor: Any) -> Any:
    """A language in common is worth 40."""
    return np.where((experimenter & mentor) > 0, 40, 0)


@dataclass(frozen=True, kw_only=True)
class Case:
    """Small sides with everything that a large programme can have."""

    experimenters: SideTable
    mentors: SideTable
    topics: Any
    wanted: tuple[int, ...]
    capacity: tuple[int, ...]
    text_weight: int = 0

    @property
    def sides(self) -> tuple[SideTable, SideTable]:
        """Both sides."""
        return self.experimenters, self.mentors

    @property
    def parts(self) -> tuple[Part, ...]:
        """Points by topic from a table, and for languages from a function."""
        return (
            Part("topic", ("topic",), ("topic",), by_table(self.topics)),
            Part("language", ("language",), ("language",), common_language),
        )

    def solved(self, **options: Any) -> SideAssignment:
        """The outcome by some way."""
        return assign_sides(
            self.experimenters,
            self.mentors,
            parts=self.parts,
            capacity=self.capacity,
            wanted=self.wanted,
            text_weight=self.text_weight,
            **options,
        )

    def allowed(self) -> dict[tuple[int, int], int]:
        """Every allowed pair and its score, worked out pair by pair."""
        topics, languages, bodies = (
            [self.answers(side, name) for side in self.sides]
            for name in ("topic", "language", "bodies")
        )
        found, alike = {}, self.likeness()
        for one, other in product(range(len(self.wanted)), range(len(self.capacity))):
            points = int(self.topics[topics[0][one]][topics[1][other]])
            shared = bodies[0][one] & bodies[1][other] - {-1}
            if points >= 0 and not shared:
                points += 40 * bool(languages[0][one] & languages[1][other])
                found[one, other] = points + alike[one][other]
        return found

    def answers(self, side: SideTable, name: str) -> list[Any]:
        """What each person of a side answered; bodies as sets."""
        if name != "bodies":
            return list(np.asarray(side.attributes[name]).tolist())
        rows = np.asarray(side.bodies).reshape(len(side.attributes["topic"]), -1)
        return [set(row) for row in rows.tolist()]

    def likeness(self) -> list[list[int]]:
        """Points for texts, experimenters x mentors."""
        if not self.text_weight:
            return [[0] * len(self.capacity)] * len(self.wanted)
        left, right = (np.rint(np.asarray(side.texts) * STEPS) for side in self.sides)
        products = (left @ right.T).tolist()
        return [
            [max(round(self.text_weight * value / STEPS**2), 0) for value in row]
            for row in products
        ]

    def plain(self, order: str) -> tuple[int, int, list[int]]:
        """Coverage, total and every covered experimenter's best score by the plain assignment."""
        pairs = self.allowed()
        experimenter, mentor = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
        score = list(pairs.values())
        result = assign(
            experimenter, mentor, score, capacity=self.capacity, wanted=self.wanted, order=order
        )
        taken = [list(pairs)[index] for index in result.pairs]
        return goals(taken, pairs)


def goals(
    chosen: list[tuple[int, int]], pairs: dict[tuple[int, int], int]
) -> tuple[int, int, list[int]]:
    """Coverage, total and the best score of each covered experimenter, lowest first."""
    best: dict[int, int] = {}
    for pair in chosen:
        best[pair[0]] = max(pairs[pair], best.get(pair[0], 0))
    return len(best), sum(pairs[pair] for pair in chosen), sorted(best.values())


def chosen(outcome: SideAssignment) -> list[tuple[int, int]]:
    """The pairs of an outcome."""
    return list(zip(outcome.experimenter.tolist(), outcome.mentor.tolist(), strict=True))


def breaks_no_rule(case: Case, outcome: SideAssignment) -> bool:
    """Whether the pairs may be, keep to both sides' limits, are different and score as told."""
    pairs, allowed = chosen(outcome), case.allowed()
    wishes = np.bincount(outcome.experimenter, minlength=len(case.wanted))
    places = np.bincount(outcome.mentor, minlength=len(case.capacity))
    return (
        len(set(pairs)) == len(pairs)
        and [allowed[pair] for pair in pairs] == outcome.score.tolist()
        and bool((wishes <= case.wanted).all())
        and bool((places <= case.capacity).all())
    )


@st.composite
def sides(draw: st.DrawFn, *, people: int, several: bool, texts: bool) -> SideTable:
    """A side with few different answers, so that many are alike."""

    def column(low: int, high: int) -> list[int]:
        return [draw(st.integers(low, high)) for _ in range(people)]

    bodies = np.array([column(-1, 4) for _ in range(2)]).T if several else np.array(column(-1, 4))
    vectors = (
        np.array([column(-9, 9) for _ in range(3)], dtype=np.float64).T.reshape(people, 3) / 16
    )
    return SideTable(
        attributes={"topic": np.array(column(0, 2)), "language": np.array(column(0, 3))},
        bodies=bodies,
        texts=vectors if texts else None,
    )


@st.composite
def cases(draw: st.DrawFn, *, texts: bool = False) -> Case:
    """Few people who often are alike, with any limits, some organisations on both sides."""
    people, mentors = draw(st.integers(1, 9)), draw(st.integers(1, 6))
    several = draw(st.booleans())
    top = draw(st.sampled_from([0, 2, 60, 10**9]))
    table = [[draw(st.integers(-1, top)) for _ in range(3)] for _ in range(3)]
    return Case(
        experimenters=draw(sides(people=people, several=several, texts=texts)),
        mentors=draw(sides(people=mentors, several=several, texts=texts)),
        topics=np.array(table),
        wanted=tuple(draw(st.integers(1, 3)) for _ in range(people)),
        capacity=tuple(draw(st.integers(0, 4)) for _ in range(mentors)),
        text_weight=draw(st.sampled_from([1, 50, 1_000])) if texts else 0,
    )


def in_levels(case: Case, outcome: SideAssignment, levels: int) -> tuple[int, int, list[int]]:
    """Coverage, total and everyone's best level, of those up to the highest score there can be."""
    covered, total, best = goals(chosen(outcome), case.allowed())
    topics, languages = (
        np.ix_(*(case.answers(side, name) for side in case.sides)) for name in ("topic", "language")
    )
    points = case.topics[topics]
    shared = common_language(languages[0], languages[1])
    ceiling = max(int(np.where(points < 0, 0, points + shared).max()), 0)
    return covered, total, [score * levels // (ceiling + 1) for score in best if levels]


def crowd(people: int, mentors: int, *, seed: int, texts: bool = False) -> Case:
    """Invented people with few different answers."""
    random = np.random.default_rng(seed)

    def side(count: int) -> SideTable:
        vectors = random.random((count, 8))
        return SideTable(
            attributes={
                "topic": random.integers(0, 3, count),
                "language": random.integers(1, 4, count),
            },
            bodies=random.integers(0, 30, count),
            texts=vectors / 3 if texts else None,
        )

    return Case(
        experimenters=side(people),
        mentors=side(mentors),
        topics=np.array([[90, 20, -1], [10, 70, 30], [-1, 0, 60]]),
        wanted=tuple(random.integers(1, 3, people).tolist()),
        capacity=tuple(random.integers(0, 4, mentors).tolist()),
        text_weight=300 if texts else 0,
    )
