"""Random problems, assigned and compared with independent answers.

Small ones are compared with the best of all choices, larger ones with a second solver that meets
all goals at once by huge weights. Every assignment is verified, and assigned again with its pairs
shuffled. Run by hand: python tests/fuzz_assign.py [--cases 10000] [--seed 1].
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from math import prod
from typing import Any

import networkx as nx

from digikunta_cli.matching import Assignment, assign, verify

ORDERS = {
    "total": ("total", "leximin", "keep"),
    "fair": ("leximin", "total", "keep"),
    "keep": ("keep", "total", "leximin"),
}
MOST_PAIRS = 9
TOPS = (0, 2, 6, 40, 10**9, 2**50)
Worth = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A problem in plain numbers."""

    pairs: tuple[tuple[int, int, int], ...]
    capacity: tuple[int, ...]
    wanted: tuple[int, ...]
    minimum: tuple[int, ...]
    locked: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()

    def numbers(self) -> dict[str, Any]:
        """The arguments of an assignment."""
        columns = list(zip(*self.pairs, strict=True)) or [(), (), ()]
        return {
            **dict(zip(("experimenter", "mentor", "score"), columns, strict=True)),
            "capacity": self.capacity,
            "wanted": self.wanted,
            "minimum": self.minimum,
            "locked": sorted(self.locked),
            "kept": sorted(self.kept),
        }

    def assigned(self, order: str) -> Assignment:
        """What the program makes of it."""
        return assign(**self.numbers(), order=order)

    def shuffled(self, places: list[int]) -> "Case":
        """The same problem with its pairs in another order."""
        return replace(
            self,
            pairs=tuple(self.pairs[place] for place in places),
            locked=frozenset(new for new, old in enumerate(places) if old in self.locked),
            kept=frozenset(new for new, old in enumerate(places) if old in self.kept),
        )


def loads(case: Case, chosen: tuple[int, ...]) -> tuple[list[int], list[int]]:
    """How many pairs each experimenter and each mentor gets."""
    wishes, places = [0] * len(case.wanted), [0] * len(case.capacity)
    for pair in chosen:
        wishes[case.pairs[pair][0]] += 1
        places[case.pairs[pair][1]] += 1
    return wishes, places


def allowed(case: Case, chosen: tuple[int, ...]) -> bool:
    """Whether a choice names no pair twice and keeps every limit and every lock."""
    wishes, places = loads(case, chosen)
    return (
        len(set(chosen)) == len(chosen)
        and case.locked <= set(chosen)
        and all(n <= limit for n, limit in zip(wishes, case.wanted, strict=True))
        and all(n <= limit for n, limit in zip(places, case.capacity, strict=True))
    )


def worth(case: Case, chosen: tuple[int, ...], order: str) -> Worth:
    """How good a choice is, goal by goal; higher is better."""
    wishes, places = loads(case, chosen)
    short = sum(max(least - n, 0) for least, n in zip(case.minimum, places, strict=True))
    best: dict[int, int] = {}
    for experimenter, _, score in (case.pairs[pair] for pair in chosen):
        best[experimenter] = max(score, best.get(experimenter, 0))
    values = {
        "total": sum(case.pairs[pair][2] for pair in chosen),
        "leximin": sorted(best.values()),
        "keep": len(case.kept & set(chosen)),
    }
    return (sum(n > 0 for n in wishes), -short, *(values[goal] for goal in ORDERS[order]))


def choices(case: Case) -> Iterator[tuple[int, ...]]:
    """Every allowed choice of pairs."""
    for flags in product((False, True), repeat=len(case.pairs)):
        chosen = tuple(index for index, taken in enumerate(flags) if taken)
        if allowed(case, chosen):
            yield chosen


def best_worth(case: Case, order: str) -> Worth:
    """The best of all choices, found by trying each."""
    return max(worth(case, chosen, order) for chosen in choices(case))


def second_choice(case: Case, order: str) -> tuple[int, ...]:
    """The choice of the second solver, which counts in whole numbers of any size."""
    scores = [score for _, _, score in case.pairs]
    levels, base = sorted(set(scores)), len(case.wanted) + 1
    most = {
        "locked": len(case.locked),
        "coverage": base,
        "minimum": sum(case.minimum),
        "total": sum(scores),
        "leximin": base ** (len(levels) + 2),
        "keep": len(case.kept),
    }
    ranking = ("locked", "coverage", "minimum", *ORDERS[order])
    weigh = {goal: prod(most[g] + 1 for g in ranking[n + 1 :]) for n, goal in enumerate(ranking)}
    graph = nx.DiGraph()
    for mentor, (capacity, least) in enumerate(zip(case.capacity, case.minimum, strict=True)):
        graph.add_edge(mentor, ("least", mentor), capacity=least, weight=-weigh["minimum"])
        graph.add_edge(("least", mentor), "hub", capacity=least)
        graph.add_edge(mentor, "hub", capacity=capacity - least)
    for person, wanted in enumerate(case.wanted):
        graph.add_edge("hub", ("first", person), capacity=1, weight=-weigh["coverage"])
        graph.add_edge("hub", ("further", person), capacity=wanted - 1)
    for index, (person, mentor, score) in enumerate(case.pairs):
        steep = weigh["leximin"] * base ** (len(levels) - levels.index(score))
        pays = weigh["total"] * score + weigh["keep"] * (index in case.kept)
        pays += weigh["locked"] * (index in case.locked)
        graph.add_edge(("first", person), ("pair", index), capacity=1, weight=steep)
        graph.add_edge(("further", person), ("pair", index), capacity=1)
        graph.add_edge(("pair", index), mentor, capacity=1, weight=-pays)
    flow = nx.network_simplex(graph)[1]
    return tuple(n for n in range(len(scores)) if any(flow["pair", n].values()))


def with_locks(case: Case, wished: set[int]) -> Case:
    """The case with as many of the wished locks as its limits allow."""
    stay: tuple[int, ...] = ()
    for pair in sorted(wished & set(range(len(case.pairs)))):
        stay = (*stay, pair) if allowed(case, (*stay, pair)) else stay
    return replace(case, locked=frozenset(stay))


def random_case(draw: random.Random, *, people: int, most: int) -> Case:
    """Up to so many people on each side and so many pairs, with any limits, locks and wishes."""
    experimenters, mentors = draw.randint(1, people), draw.randint(1, max(people // 2, 2))
    cells = list(product(range(experimenters), range(mentors)))
    chosen = draw.sample(cells, draw.randint(0, min(most, len(cells))))
    top = draw.choice(TOPS)
    capacity = tuple(draw.randint(0, 3) for _ in range(mentors))
    case = Case(
        pairs=tuple((*cell, draw.randint(0, top)) for cell in chosen),
        capacity=capacity,
        wanted=tuple(draw.randint(1, 3) for _ in range(experimenters)),
        minimum=tuple(draw.choice((0, draw.randint(0, limit))) for limit in capacity),
        kept=frozenset(draw.sample(range(len(chosen)), draw.randint(0, len(chosen)))),
    )
    return with_locks(case, {draw.randrange(most) for _ in range(draw.randint(0, 3))})


def faults(case: Case, order: str, draw: random.Random, *, small: bool) -> list[str]:
    """What is wrong with the assignment of a case; nothing, as it should be."""
    result = case.assigned(order)
    chosen = tuple(result.pairs.tolist())
    places = draw.sample(range(len(case.pairs)), len(case.pairs))
    again = case.shuffled(places).assigned(order).pairs.tolist()
    try:
        verify(result, **case.numbers(), order=order)
    except ArithmeticError as fault:
        return [f"not verified: {fault}"]
    best = best_worth(case, order) if small else worth(case, second_choice(case, order), order)
    holds = {
        "a broken rule": allowed(case, chosen),
        "not the best": worth(case, chosen, order) == best,
        "not as told": (result.covered, result.optimal) == (best[0], True),
        "moved by the order of pairs": list(chosen) == [places[pair] for pair in again],
    }
    return [what for what, held in holds.items() if not held]


def main() -> int:
    """Run the cases, print what was found, and say 1 where anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for number in range(options.cases):
        draw = random.Random(f"{options.seed} {number}")
        small, order = number % 3 != 2, draw.choice(list(ORDERS))
        sizes = {"people": 5, "most": MOST_PAIRS} if small else {"people": 14, "most": 60}
        found = faults(random_case(draw, **sizes), order, draw, small=small)
        counts.update([f"order {order}", "all choices" if small else "second solver", *found])
        for fault in found:
            sys.stdout.write(f"case {number}, order {order}: {fault}\n")
    wrong = sum(counts.values()) - 2 * options.cases
    told = ", ".join(f"{what} {count:,}" for what, count in sorted(counts.items()))
    sys.stdout.write(f"{options.cases:,} cases, {wrong} faults: {told}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
