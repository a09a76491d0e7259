"""Invented sides, and rounds between them."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from digikunta_cli.matching.propose import Outcome, propose
from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.weights import Weights

ROBOT = "Ostolaskujen ohjelmistorobotti tiliöi laskut"

BOOKING = "Uimahallin ja venepaikkojen itsepalveluvaraus verkossa"


def experimenter(id: int, text: str = "", topics: str = "e-services") -> Experimenter:
    """An invented experimenter."""
    return Experimenter(
        id=id,
        order=f"experimenter-{id:03}",
        bodies=frozenset({f"e{id}"}),
        topics=frozenset(topics.split()),
        languages=frozenset({"fi"}),
        text=text,
    )


def mentor(id: int, text: str = "", topics: str = "e-services") -> Mentor:
    """An invented mentor with one seat."""
    return Mentor(
        id=id,
        order=f"mentor-{id:03}",
        bodies=frozenset({f"m{id}"}),
        topics=frozenset(topics.split()),
        languages=frozenset({"fi"}),
        text=text,
        capacity=1,
        type="municipality",
    )


def pair(experimenter: int, mentor: int) -> Settled:
    """A pair by its ids."""
    return Settled(experimenter=experimenter, mentor=mentor)


def run(
    experimenters: Sequence[Experimenter],
    mentors: Sequence[Mentor],
    *,
    settled: tuple[Settled, ...] = (),
    declined: tuple[Settled, ...] = (),
) -> Outcome:
    """A round with the usual weights."""
    board = Board.of(experimenters, mentors, declined=declined, weights=Weights(), keywords={})
    return propose(board, settled=settled, topic_names={"e-services": "e-services in words"})


def ids(outcome: Outcome) -> list[tuple[int, int]]:
    """Who is paired with whom."""
    return [(match.experimenter, match.mentor) for match in outcome.pairs]


def causes(outcome: Outcome) -> dict[int, str]:
    """Who is left, and the cause."""
    return {each.experimenter: each.cause for each in outcome.unmatched}


KEYS = st.frozensets(st.sampled_from(["e-services", "participation", "other"]))

LANGUAGES = st.frozensets(st.sampled_from(["fi", "sv"]))

TEXTS = st.sampled_from(["", ROBOT, BOOKING, "Robotti varaa venepaikan"])

BODIES = st.frozensets(st.sampled_from("abcde"), min_size=1, max_size=2)


@st.composite
def left_sides(draw: st.DrawFn) -> list[Experimenter]:
    """Experimenters of any kind."""
    return [
        replace(
            experimenter(id, draw(TEXTS)),
            bodies=draw(BODIES),
            topics=draw(KEYS),
            languages=draw(LANGUAGES),
            important=draw(st.frozensets(st.sampled_from(["language", "system"]))),
            wanted=draw(st.integers(0, 2)),
            committed=draw(st.integers(0, 4)) > 0,
        )
        for id in range(draw(st.integers(0, 6)))
    ]


@st.composite
def right_sides(draw: st.DrawFn) -> list[Mentor]:
    """Mentors of any kind."""
    return [
        replace(
            mentor(id, draw(TEXTS)),
            bodies=draw(BODIES),
            topics=draw(KEYS),
            languages=draw(LANGUAGES),
            capacity=draw(st.none() | st.integers(0, 3)),
            committed=draw(st.integers(0, 4)) > 0,
        )
        for id in range(100, 100 + draw(st.integers(0, 4)))
    ]


SOME = st.frozensets(st.tuples(st.integers(0, 5), st.integers(100, 103)), max_size=4).map(
    lambda pairs: tuple(pair(*each) for each in sorted(pairs))
)
