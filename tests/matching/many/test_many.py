"""The matching of many: every way reaches what the plain assignment reaches, and breaks no rule."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.matching import assign_sides
from digikunta_cli.matching.many.by_columns import Blocks
from digikunta_cli.matching.many.scores import scores_of
from digikunta_cli.matching.many.tables import Part, SideTable, bit_masks, by_table
from tests.examples import examples
from tests.matching.many.many_cases import (
    Case,
    breaks_no_rule,
    cases,
    chosen,
    crowd,
    goals,
    in_levels,
)
from tests.programmes import programme


@settings(max_examples=examples(60), deadline=None)
@given(case=cases(), order=st.sampled_from(["total", "fair"]))
def test_classes_reach_what_the_plain_assignment_reaches(case: Case, order: str) -> None:
    """Coverage, total and every experimenter's best score, with a proof, and no rule broken."""
    outcome = case.solved(way="classes", order=order)

    assert breaks_no_rule(case, outcome)
    assert goals(chosen(outcome), case.allowed()) == case.plain(order)
    assert outcome.optimal


@settings(max_examples=examples(40), deadline=None)
@given(case=cases(texts=True))
def test_columns_reach_what_the_plain_assignment_reaches(case: Case) -> None:
    """Even with texts that make every pair differ, the very same pairs are found."""
    outcome, plain = case.solved(way="columns"), case.solved(way="pairs")

    assert breaks_no_rule(case, outcome)
    assert goals(chosen(outcome), case.allowed()) == case.plain("total")
    assert (outcome.optimal, chosen(outcome)) == (True, chosen(plain))


@settings(max_examples=examples(40), deadline=None)
@given(case=cases(), levels=st.integers(0, 4))
def test_every_way_is_as_fair_in_levels(case: Case, levels: int) -> None:
    """Counted in levels, everyone's best score is the same by each way; with none, the total is."""
    ways = [case.solved(way=way, levels=levels) for way in ("pairs", "classes", "columns")]

    reached = [in_levels(case, outcome, levels) for outcome in ways]
    assert all(breaks_no_rule(case, outcome) and outcome.optimal for outcome in ways)
    assert reached == reached[:1] * 3
    assert reached[0][:2] == case.plain("total")[:2]


@settings(max_examples=examples(25), deadline=None)
@given(case=cases(), levels=st.integers(1, 4))
def test_classes_and_pairs_agree_where_fairness_comes_first(case: Case, levels: int) -> None:
    """With leximin by levels before the total both reach the same coverage and total."""
    one, other = (case.solved(way=way, levels=levels, order="fair") for way in ("pairs", "classes"))

    assert (one.covered, one.total, one.bound) == (other.covered, other.total, other.bound)
    assert in_levels(case, one, levels) == in_levels(case, other, levels)
    assert one.optimal


@pytest.mark.parametrize(
    ("people", "texts", "order", "way"),
    [
        (20, False, "total", "pairs"),
        (700, False, "total", "classes"),
        (700, True, "total", "columns"),
        (700, False, "fair", "classes"),
        (700, True, "fair", "pairs"),
    ],
)
def test_the_way_is_chosen_by_what_is_given(people: int, texts: bool, order: str, way: str) -> None:
    """Few are solved at once, many alike by classes, many different ones by columns on demand."""
    case = crowd(people, people // 7, seed=3, texts=texts)

    outcome = case.solved(order=order)

    assert outcome.way == way
    assert breaks_no_rule(case, outcome)
    assert goals(chosen(outcome), case.allowed()) == case.plain(order)


@pytest.mark.parametrize("seed", range(3))
def test_many_people_are_the_same_by_classes_and_by_columns(seed: int) -> None:
    """Some hundred people of few classes, with organisations on both sides; the same each time."""
    case = crowd(400, 90, seed=seed)

    outcomes = [case.solved(way=way) for way in ("classes", "columns", "classes")]

    assert {outcome.total for outcome in outcomes} == {case.plain("total")[1]}
    assert all(breaks_no_rule(case, outcome) for outcome in outcomes)
    assert chosen(outcomes[0]) == chosen(outcomes[2])


def test_blocks_are_the_same_whether_kept_or_computed_again() -> None:
    """Without room for all scores each pass computes them, with the same result."""
    case = crowd(90, 30, seed=4, texts=True)
    scores = scores_of(*case.sides, shape=(90, 30), parts=case.parts, weight=case.text_weight)
    overview = scores.overview()

    kept, again = Blocks(scores, overview), Blocks(scores, overview, room=0)

    assert (kept.kept is None, again.kept is None) == (False, True)
    for one, other in zip(kept, again, strict=True):
        assert one.score.tolist() == other.score.tolist()
        assert one.people.tolist() == other.people.tolist()


def test_columns_do_without_classes_where_nobody_is_alike() -> None:
    """Too many classes to begin with are left aside, and the optimum is the same."""
    random = np.random.default_rng(1)
    people, mentors = 1_100, 1_000
    sides = [SideTable(attributes={"number": np.arange(count)}) for count in (people, mentors)]
    worth = random.integers(0, 1_000, (people, mentors))
    limits: dict[str, Any] = {"capacity": [1] * mentors, "wanted": [1] * people}
    part = Part("worth", ("number",), ("number",), by_table(worth))

    outcome = assign_sides(*sides, parts=[part], levels=0, **limits)
    whole = assign_sides(*sides, parts=[part], levels=0, way="pairs", **limits)

    assert (outcome.way, outcome.optimal, outcome.covered) == ("columns", True, 1_000)
    assert outcome.total == whole.total
    assert outcome.looked_at < whole.looked_at / 10


@pytest.mark.parametrize("way", ["pairs", "classes", "columns"])
@pytest.mark.parametrize(("people", "mentors"), [(0, 0), (0, 3), (3, 0), (3, 3)])
def test_nobody_to_pair_is_an_answer(way: str, people: int, mentors: int) -> None:
    """Empty sides, and sides on which everyone is of one organisation, get no pair."""
    sides = [SideTable(bodies=np.zeros(count, dtype=np.int64)) for count in (people, mentors)]

    outcome = assign_sides(*sides, parts=[], capacity=[2] * mentors, wanted=[1] * people, way=way)

    assert (chosen(outcome), outcome.covered, outcome.total) == ([], 0, 0)
    assert outcome.optimal


def test_classes_are_taken_apart_where_nothing_can_be_exchanged() -> None:
    """Two alike experimenters, one of whom is of the organisation of both mentors."""
    sides = SideTable(bodies=[5, 6]), SideTable(bodies=[5, 5])

    outcome = assign_sides(*sides, parts=[], capacity=[1, 1], wanted=[1, 1], way="classes")

    assert (outcome.experimenter.tolist(), outcome.optimal) == ([1], True)
    assert outcome.rounds > 1


@pytest.mark.parametrize("size", [(60, 7), (300, 150), (1_000, 300)])
def test_realistic_programmes_are_the_same_each_way(size: tuple[int, int]) -> None:
    """Coverage and total by classes and by columns are those of all pairs."""
    given_ = programme(*size, with_texts=False)

    ways = [
        assign_sides(
            given_.experimenters,
            given_.mentors,
            parts=given_.parts,
            capacity=given_.capacity,
            wanted=given_.wanted,
            levels=0,
            way=way,
        )
        for way in ("pairs", "classes", "columns")
    ]

    assert len({(outcome.covered, outcome.total, outcome.bound) for outcome in ways}) == 1
    assert ways[0].optimal


PLAIN = SideTable(attributes={"topic": [0, 1]}, texts=np.eye(2))
TOPIC = Part("topic", ("topic",), ("topic",), by_table([[1, 0], [0, 1]]))
HALVES: Any = [0.5, 1]
MUCH = Part("much", (), (), lambda: np.array(2**58))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"order": "keep"}, "The order must be"),
        ({"levels": -1}, "The number of levels"),
        ({"way": "guess"}, "The way must be"),
        ({"way": "classes", "text_weight": 5}, "Where texts count"),
        ({"text_weight": -1}, "The weight of texts"),
        ({"order": "fair"}, "With so many different people"),
        ({"capacity": [1, -1]}, "A capacity is negative"),
        ({"wanted": [0, 1]}, "A capacity is negative"),
        ({"wanted": [1.5, 1]}, "Wanted and capacity"),
        ({"wanted": [[1, 1]]}, "Wanted and capacity"),
        ({"wanted": [1]}, "There must be one value"),
        ({"mentors": SideTable(attributes={"topic": HALVES})}, "Every attribute"),
        ({"mentors": SideTable()}, "A part looks at"),
        ({"mentors": SideTable(attributes={"topic": [0, 1]}), "text_weight": 5}, "Texts count"),
        ({"parts": [MUCH]}, "A score is too large"),
        ({"parts": [MUCH], "order": "fair", "way": "classes"}, "A score is too large"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(changes: dict[str, Any], sentence: str) -> None:
    """What cannot be is said, and nothing is solved."""
    numbers: dict[str, Any] = {
        "experimenters": PLAIN,
        "mentors": PLAIN,
        "parts": [TOPIC],
        "capacity": [1, 1],
        "wanted": [1, 1],
        "way": "columns",
    }

    with pytest.raises(ValueError, match=sentence):
        assign_sides(**(numbers | changes))


def test_a_matrix_of_marks_becomes_bit_masks() -> None:
    """Several values fit into one column."""
    assert bit_masks([[1, 0, 1], [0, 0, 0]]).tolist() == [5, 0]
    with pytest.raises(ValueError, match="at most 62"):
        bit_masks(np.zeros((1, 63), dtype=np.int64))
    with pytest.raises(ValueError, match="another number"):
        bit_masks([[2]])
