"""The assignment against a second, independent solver, where trying all would take too long."""

from typing import Any

import networkx as nx
import numpy as np
import pytest

from digikunta_cli.matching import assign, verify


def problem(
    seed: int, *, experimenters: int, mentors: int, share: float, top: int
) -> dict[str, Any]:
    """Invented numbers: `share` of all pairs is allowed, scores go up to `top`."""
    random = np.random.default_rng(seed)
    pairs = np.argwhere(random.random((experimenters, mentors)) < share)
    return {
        "experimenter": pairs[:, 0],
        "mentor": pairs[:, 1],
        "score": random.integers(0, top + 1, len(pairs)),
        "capacity": random.integers(0, 4, mentors),
        "wanted": random.integers(1, 3, experimenters),
    }


def cheapest_choice(
    numbers: dict[str, Any], *, cover: int, first: list[int], pair: list[int]
) -> Any:
    """The flow of the second solver, which counts in whole numbers of any size."""
    graph = nx.DiGraph()
    for mentor, capacity in enumerate(numbers["capacity"].tolist()):
        graph.add_edge(("mentor", mentor), "hub", capacity=capacity)
    for person, wanted in enumerate(numbers["wanted"].tolist()):
        graph.add_edge("hub", ("first", person), capacity=1, weight=-cover)
        graph.add_edge("hub", ("further", person), capacity=wanted - 1)
    sides = zip(numbers["experimenter"].tolist(), numbers["mentor"].tolist(), strict=True)
    for index, (person, mentor) in enumerate(sides):
        graph.add_edge(("first", person), ("pair", index), capacity=1, weight=first[index])
        graph.add_edge(("further", person), ("pair", index), capacity=1)
        graph.add_edge(("pair", index), ("mentor", mentor), capacity=1, weight=-pair[index])
    return nx.network_simplex(graph)[1]


def outcome(numbers: dict[str, Any], chosen: list[int]) -> tuple[int, int, list[int]]:
    """Coverage, total and the best score of each covered experimenter, lowest first."""
    best: dict[int, int] = {}
    for index in chosen:
        person, score = int(numbers["experimenter"][index]), int(numbers["score"][index])
        best[person] = max(score, best.get(person, 0))
    return len(best), int(numbers["score"][chosen].sum()), sorted(best.values())


def second_opinion(numbers: dict[str, Any], order: str) -> tuple[int, int, list[int]]:
    """All goals in one solve, kept apart by huge weights."""
    score = numbers["score"].tolist()
    base = len(numbers["wanted"]) + 1
    levels = sorted(set(score))
    steep = [base ** (len(levels) - levels.index(value)) for value in score]
    fairness, total = base ** (len(levels) + 1), sum(score) + 1
    if order == "total":
        pair, first, cover = [value * fairness for value in score], steep, fairness * total
    else:
        pair, first, cover = score, [value * total for value in steep], fairness * total
    flow = cheapest_choice(numbers, cover=cover, first=first, pair=pair)
    taken = [index for index in range(len(score)) if sum(flow[("pair", index)].values())]
    return outcome(numbers, taken)


@pytest.mark.parametrize("order", ["total", "fair"])
@pytest.mark.parametrize("top", [0, 3, 25, 10**6])
@pytest.mark.parametrize("seed", range(4))
def test_agrees_in_every_goal_with_a_second_solver(seed: int, top: int, order: str) -> None:
    """Coverage, total and every experimenter's best score are the same."""
    numbers = problem(seed, experimenters=24, mentors=9, share=0.4, top=top)

    result = assign(**numbers, order=order)

    assert outcome(numbers, result.pairs.tolist()) == second_opinion(numbers, order)
    assert (result.optimal, result.covered) == (True, second_opinion(numbers, order)[0])


@pytest.mark.parametrize("order", ["total", "fair"])
@pytest.mark.parametrize("seed", [0, 2, 7])
def test_agrees_where_scores_are_sums_of_both_sides(seed: int, order: str) -> None:
    """Sums tie in every exchange of two pairs, so that the first guess is not the best."""
    numbers = problem(seed, experimenters=40, mentors=12, share=1.0, top=1)
    random = np.random.default_rng(seed)
    own, offered = random.permutation(400) * 20, random.permutation(20)
    numbers["score"] = own[numbers["experimenter"]] + offered[numbers["mentor"]]

    result = assign(**numbers, order=order)

    assert outcome(numbers, result.pairs.tolist()) == second_opinion(numbers, order)


@pytest.mark.parametrize(
    ("experimenters", "mentors", "share"), [(120, 40, 0.3), (150, 100, 0.2), (300, 150, 0.2)]
)
def test_agrees_in_coverage_and_total_where_there_are_many(
    experimenters: int, mentors: int, share: float
) -> None:
    """Up to three hundred experimenters, many of whom find no place."""
    numbers = problem(11, experimenters=experimenters, mentors=mentors, share=share, top=1_000)
    score = numbers["score"].tolist()
    cover, first = sum(score) + 1, [0] * len(score)

    result = assign(**numbers)
    verify(result, **numbers)
    flow = cheapest_choice(numbers, cover=cover, first=first, pair=score)

    taken = [index for index in range(len(score)) if sum(flow[("pair", index)].values())]
    assert (result.covered, result.total) == outcome(numbers, taken)[:2]
    assert result.bound == result.total


def test_worst_off_cannot_be_better_where_every_score_differs() -> None:
    """Eleven thousand scores, all different: without the worst-off's and below, coverage falls."""
    random = np.random.default_rng(5)
    experimenter, mentor = np.divmod(np.arange(11_250), 75)
    score = random.permutation(11_250)
    limits: dict[str, Any] = {"capacity": [2] * 75, "wanted": [1] * 150}

    result = assign(experimenter, mentor, score, **limits, order="fair")
    above = np.flatnonzero(score > score[result.pairs].min())
    fewer = assign(experimenter[above], mentor[above], score[above], **limits)

    assert (result.covered, result.optimal, fewer.covered < 150) == (150, True, True)
