"""Other libraries on the same numbers; each runs in an interpreter that need not have ours.

Called by benchmark_matching.py: python tests/benchmark_peers.py NAME FILE. The file is a pickle of
the allowed pairs and the limits; what is printed is JSON.
"""

import importlib
import json
import pickle
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

Numbers = dict[str, Any]
Chosen = list[tuple[int, int]]

_PATHS = 100_000  # `matching` calls itself that deep.


def mentor_match(numbers: Numbers) -> Chosen:
    """mentor-match: one mentor each a round, as long as there are seats, the unmatched first."""
    process = importlib.import_module("matching.process")
    rules = importlib.import_module("matching.rules.rule")
    mentors = people(importlib.import_module("matching.mentor").Mentor, len(numbers["capacity"]))
    mentees = people(importlib.import_module("matching.mentee").Mentee, len(numbers["wanted"]))
    score = scores(numbers)

    class Points(rules.Rule):  # type: ignore[misc,name-defined]
        """The score of a pair."""

        def apply(self, match: Any) -> int:
            """Points of this match."""
            return score.get((match.mentee.grade, match.mentor.grade), 0)

        def evaluate(self, match: Any) -> bool:
            """Not asked."""
            return True

    forbidden = rules.Disqualify(
        lambda match: (match.mentee.grade, match.mentor.grade) not in score
    )
    for _turn in range(max(numbers["capacity"])):
        process.process_data(
            [each for each in mentors if len(each.mentees) < numbers["capacity"][each.grade]],
            [each for each in mentees if len(each.mentors) < numbers["wanted"][each.grade]],
            [[rules.UnmatchedBonus(1_000), Points(), forbidden]],
        )
    return [(each.grade, mentor.grade) for each in mentees for mentor in each.mentors]


def people(kind: Any, count: int) -> list[Any]:
    """People whose number is their grade; two are the same where their addresses are."""
    return [kind(grade=n, email=f"{kind.__name__}{n}@people.example") for n in range(count)]


def matching(numbers: Numbers) -> Chosen:
    """matching: residents and hospitals; who wants two is two residents."""
    games = importlib.import_module("matching.games")
    sys.setrecursionlimit(_PATHS)
    mine: dict[str, list[tuple[int, str]]] = defaultdict(list)
    theirs: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (one, other), score in scores(numbers).items():
        for turn in range(numbers["wanted"][one]):
            mine[f"{one} {turn}"].append((-score, str(other)))
            theirs[str(other)].append((-score, f"{one} {turn}"))
    game = games.HospitalResident.create_from_dictionaries(
        {name: [other for _, other in sorted(ranked)] for name, ranked in mine.items()},
        {name: [one for _, one in sorted(ranked)] for name, ranked in theirs.items()},
        {name: numbers["capacity"][int(name)] for name in theirs},
    )
    solved = game.solve()
    return [
        (int(resident.name.split()[0]), int(hospital.name))
        for hospital, residents in solved.items()
        for resident in residents
    ]


def networkx(numbers: Numbers) -> Chosen:
    """networkx: the flow of the plain network, coverage by a large weight."""
    nx = importlib.import_module("networkx")
    score = scores(numbers)
    cover = 1 + sum(sorted(score.values())[-sum(numbers["wanted"]) :])
    graph = nx.DiGraph()
    for mentor, capacity in enumerate(numbers["capacity"]):
        graph.add_edge(("mentor", mentor), "hub", capacity=capacity)
    for one, wanted in enumerate(numbers["wanted"]):
        graph.add_edge("hub", ("first", one), capacity=1, weight=-cover)
        graph.add_edge(("first", one), one, capacity=1)
        graph.add_edge("hub", one, capacity=wanted - 1)
    for (one, other), points in score.items():
        graph.add_edge(one, ("mentor", other), capacity=1, weight=-points)
    flow = nx.network_simplex(graph)[1]
    return [pair for pair in score if flow[pair[0]][("mentor", pair[1])]]


def ortools(numbers: Numbers) -> Chosen:
    """OR-Tools: the flow of the plain network, coverage by a large weight."""
    np = importlib.import_module("numpy")
    solver = importlib.import_module("ortools.graph.python.min_cost_flow").SimpleMinCostFlow()
    names = ("experimenter", "mentor", "score", "wanted", "capacity")
    one, other, score, wanted, capacity = (np.array(numbers[name], np.int64) for name in names)
    door, seat = 1 + np.arange(len(wanted)), 1 + len(wanted) + np.arange(len(capacity))
    cover = 1 + int(score.max()) * int(wanted.sum())
    zeros, places = np.zeros(len(door), np.int64), int(wanted.sum())
    end = 1 + len(door) + len(seat)
    rows = [
        (zeros, door, np.ones_like(wanted), zeros - cover),
        (zeros, door, wanted - 1, zeros),
        (door[one], seat[other], np.ones_like(score), -score),
        (seat, np.full(len(seat), end), capacity, np.zeros_like(capacity)),
        ([0], [end], [places], [0]),
    ]
    arcs = [np.concatenate(column) for column in zip(*rows, strict=True)]
    solver.add_arcs_with_capacity_and_unit_cost(*arcs)
    solver.set_nodes_supplies(np.array([0, end]), np.array([places, -places]))
    if solver.solve() != solver.OPTIMAL:
        raise RuntimeError("not optimal")
    first = 2 * len(door)
    taken = solver.flows(np.arange(first, first + len(score))) > 0
    return list(zip(one[taken].tolist(), other[taken].tolist(), strict=True))


def scores(numbers: Numbers) -> dict[tuple[int, int], int]:
    """The score of each allowed pair."""
    pairs = zip(numbers["experimenter"], numbers["mentor"], strict=True)
    return dict(zip(pairs, numbers["score"], strict=True))


PEERS: dict[str, Callable[[Numbers], Chosen]] = {
    "mentor-match": mentor_match,
    "matching": matching,
    "networkx": networkx,
    "ortools": ortools,
}


TINY: Numbers = {"experimenter": [0], "mentor": [0], "score": [1], "wanted": [1], "capacity": [1]}


def held() -> float:
    """The memory that this process has now, in MiB; its peak is counted from here on."""
    Path("/proc/self/clear_refs").write_text("5")
    return memory("VmRSS")


def memory(kind: str) -> float:
    """What the system says of this process, in MiB."""
    status = Path("/proc/self/status").read_text().splitlines()
    told = next(row for row in status if row.startswith(kind))
    return int(told.split()[1]) / 1024


def judged(chosen: Chosen, numbers: Numbers) -> Numbers:
    """How good a choice is; a pair that is there twice counts once, a broken limit is told."""
    pairs = set(chosen)
    sides = zip(numbers["experimenter"], numbers["mentor"], numbers["score"], strict=True)
    score = {(one, other): points for one, other, points in sides if (one, other) in pairs}
    best: dict[int, int] = {}
    for pair in pairs & score.keys():
        best[pair[0]] = max(score[pair], best.get(pair[0], 0))
    load, capacity = Counter(pair[1] for pair in pairs), dict(enumerate(numbers["capacity"]))
    over = (load - Counter(capacity)).total()
    return {
        "covered": len(best),
        "total": sum(score[pair] for pair in pairs & score.keys()),
        "worst": min(best.values(), default=0),
        "broken": len(pairs - score.keys()) + over,
    }


def main(name: str, file: str) -> None:
    """Solve one problem and print what came out."""
    numbers = pickle.loads(Path(file).read_bytes())
    PEERS[name](TINY)  # Once before, so that loading the modules is not counted.
    before, start = held(), time.perf_counter()
    chosen = PEERS[name](numbers)
    seconds = time.perf_counter() - start
    used = memory("VmHWM") - before
    result = judged(chosen, numbers) | {"seconds": seconds, "mib": used}
    sys.stdout.write(json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
