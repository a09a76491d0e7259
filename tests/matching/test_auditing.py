"""Pairs made by hand are looked at with the pieces that choose them."""

from dataclasses import replace

from digikunta_cli.matching.auditing import audit
from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.solving import solve
from digikunta_cli.weights import Weights
from tests.matching.sides import ROBOT, experimenter, mentor, pair, run


def board() -> Board:
    """Two experimenters, a mentor for both with one seat, and one for neither."""
    return Board.of(
        [experimenter(1, ROBOT), experimenter(2)],
        [
            mentor(11, ROBOT),
            replace(mentor(12, topics="participation"), type="company", bodies=frozenset({"e1"})),
        ],
        declined=(pair(1, 12),),
        weights=Weights(),
        keywords={},
    )


def test_a_chosen_pair_audits_as_it_was_chosen() -> None:
    """The same score, parts and facts, and no rule against it."""
    sides = [experimenter(1, ROBOT), experimenter(2)], [mentor(11, ROBOT)]
    (match,) = run(*sides).pairs
    (found,) = audit(
        Board.of(*sides, declined=(), weights=Weights(), keywords={}),
        [pair(match.experimenter, match.mentor)],
    )

    assert (found.score, found.parts, found.facts) == (match.score, match.parts, match.facts)
    assert (found.rules, found.topics, found.flags) == ((), ("e-services",), ())


def test_all_rules_that_forbid_a_pair_are_told() -> None:
    """Not the first one only."""
    (found,) = audit(board(), [pair(1, 12)])

    assert found.rules == ("same-organisation", "declined-before", "nothing-in-common")
    assert found.flags == ("possible-supplier", "no-shared-topic")


def test_pairs_are_looked_at_together() -> None:
    """A mentor with more pairs than seats is overbooked in each; strangers are left out."""
    found = audit(board(), [pair(2, 11), pair(1, 11), pair(9, 11)])

    assert [(each.experimenter, each.mentor, each.flags) for each in found] == [
        (1, 11, ("overbooked",)),
        (2, 11, ("overbooked",)),
    ]


def test_everything_chosen_passes_the_audit() -> None:
    """What was chosen breaks no rule and overbooks nobody."""
    laid = board()
    solved = solve(laid, frozenset())
    pairs = [
        pair(laid.experimenters[one].id, laid.mentors[other].id) for one, other in solved.chosen
    ]

    assert pairs
    assert all(not each.rules and "overbooked" not in each.flags for each in audit(laid, pairs))
