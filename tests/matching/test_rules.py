"""What forbids a pair, and what only wants a look."""

from dataclasses import replace

import pytest

from digikunta_cli.matching.rules import (
    RULES,
    Board,
    Candidate,
    explanation,
    first_forbidding,
    flags_of,
    forbidding,
)
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.weights import Weights

EXPERIMENTER = Experimenter(
    id=1,
    order="a",
    bodies=frozenset({"304"}),
    topics=frozenset({"e-services", "other"}),
    languages=frozenset({"fi"}),
)
MENTOR = Mentor(
    id=2,
    order="b",
    bodies=frozenset({"049"}),
    topics=frozenset({"e-services"}),
    languages=frozenset({"fi", "en"}),
    capacity=1,
    type="municipality",
)
ALLOWED = Candidate(experimenter=EXPERIMENTER, mentor=MENTOR)
OTHER_ONLY = frozenset({"other"})
SWEDISH = replace(MENTOR, languages=frozenset({"sv"}))
ASKS_FOR_LANGUAGE = replace(EXPERIMENTER, important=frozenset({"language"}))

FORBIDDEN = {
    "same-organisation": replace(ALLOWED, mentor=replace(MENTOR, bodies=frozenset({"304", "x"}))),
    "declined-before": replace(ALLOWED, was_declined=True),
    "forbidden-by-hand": replace(ALLOWED, was_forbidden=True),
    "not-committed": replace(ALLOWED, mentor=replace(MENTOR, committed=False)),
    "no-language": replace(ALLOWED, experimenter=ASKS_FOR_LANGUAGE, mentor=SWEDISH),
    "nothing-in-common": replace(ALLOWED, mentor=replace(MENTOR, topics=OTHER_ONLY)),
}


@pytest.mark.parametrize(("label", "candidate"), FORBIDDEN.items())
def test_each_rule_forbids_its_own(label: str, candidate: Candidate) -> None:
    """A candidate that breaks one rule is forbidden by that rule alone, and it says why."""
    assert first_forbidding(candidate) == label
    assert forbidding(candidate) == (label,)
    assert explanation(label).endswith(".")


def test_every_rule_is_tried_here() -> None:
    """No rule goes without a test."""
    assert tuple(FORBIDDEN) == tuple(rule.label for rule in RULES)


@pytest.mark.parametrize(
    "candidate",
    [
        ALLOWED,
        replace(ALLOWED, mentor=SWEDISH),
        replace(
            ALLOWED,
            experimenter=ASKS_FOR_LANGUAGE,
            mentor=replace(MENTOR, languages=frozenset()),
        ),
        replace(ALLOWED, mentor=replace(MENTOR, topics=frozenset()), likeness=0.15),
    ],
    ids=["common topic", "language not asked for", "language not told", "texts alike"],
)
def test_what_breaks_no_rule_is_allowed(candidate: Candidate) -> None:
    """Missing languages and topics do not forbid by themselves."""
    assert first_forbidding(candidate) is None
    assert forbidding(candidate) == ()


def test_all_rules_that_forbid_are_named() -> None:
    """For an audit every rule is looked at, not only the first."""
    experimenter = replace(EXPERIMENTER, committed=False, topics=frozenset())

    assert forbidding(Candidate(experimenter=experimenter, mentor=MENTOR)) == (
        "not-committed",
        "nothing-in-common",
    )


def test_no_likeness_is_nothing_in_common() -> None:
    """Even where any likeness is enough, none at all is not."""
    candidate = replace(ALLOWED, mentor=replace(MENTOR, topics=OTHER_ONLY), least_likeness=0)

    assert first_forbidding(candidate) == "nothing-in-common"


def test_a_plain_pair_has_no_flags() -> None:
    """Nothing to look at where all was told."""
    assert flags_of(ALLOWED) == ()


def test_flags_name_all_there_is_to_look_at() -> None:
    """A supplier without seats told, language, commitment or topic gets every flag."""
    mentor = replace(SWEDISH, type="company", capacity=None, committed=False, topics=OTHER_ONLY)

    assert flags_of(replace(ALLOWED, mentor=mentor), is_overbooked=True) == (
        "possible-supplier",
        "capacity-not-told",
        "language-differs",
        "commitment-missing",
        "overbooked",
        "no-shared-topic",
    )


def board_of(*mentors: Mentor, declined: tuple[Settled, ...] = ()) -> Board:
    """A board with one experimenter."""
    return Board.of([EXPERIMENTER], mentors, declined=declined, weights=Weights(), keywords={})


def test_a_board_is_in_order_of_content() -> None:
    """The order of the given sides does not matter."""
    later = replace(MENTOR, id=1, order="c")

    assert board_of(later, MENTOR).mentors == board_of(MENTOR, later).mentors == (MENTOR, later)


def test_a_board_knows_declined_pairs_by_their_ids() -> None:
    """A declined pair is found again wherever it stands."""
    board = board_of(MENTOR, declined=(Settled(experimenter=1, mentor=2),))

    assert board.candidate((0, 0)).was_declined


def test_pairs_of_the_absent_have_no_place() -> None:
    """A pair of which one side is not on the board is left out."""
    pairs = (Settled(experimenter=1, mentor=2), Settled(experimenter=1, mentor=9))

    assert board_of(MENTOR).places((*pairs, Settled(experimenter=8, mentor=2))) == {(0, 0)}


def test_seats_not_told_are_taken_from_the_weights() -> None:
    """A mentor who did not say has one seat, an uncommitted one none."""
    board = board_of(
        replace(MENTOR, capacity=3),
        replace(MENTOR, order="c", capacity=None),
        replace(MENTOR, order="d", committed=False),
    )

    assert [board.seats(other) for other in range(3)] == [3, 1, 0]
    assert board.offering() == (0, 1)
