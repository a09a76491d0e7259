"""The matching of programmes of seven sizes, ours beside other libraries, each in its own process.

Run by hand, on Linux: python -m tests.benchmark_matching [OPTIONS] from the project's
folder. networkx and OR-Tools come with the extra `bench`. The packages mentor-match and matching
install the same module, so each needs an interpreter of its own: --python mentor-match=PYTHON.
Nothing here passes or fails, and only ratios within one run mean anything.
"""

import argparse
import importlib.util
import json
import pickle
import subprocess
import sys
import tempfile
import time
from array import array
from pathlib import Path
from typing import Any

from digikunta_cli.matching import SideAssignment, assign_sides
from digikunta_cli.matching.many.by_pairs import chosen_of, joined
from digikunta_cli.matching.many.scores import FORBIDDEN, scores_of
from tests.benchmark_peers import PEERS, held, memory
from tests.programmes import Programme, programme

SIZES = (
    (60, 7),
    (100, 60),
    (300, 150),
    (1_000, 500),
    (3_000, 1_500),
    (10_000, 5_000),
    (100_000, 50_000),
)
OURS: dict[str, int | None] = {"ours": 0, "ours, leximin": None}
"""Our goals: coverage and total, or leximin by every score as well."""
MOST_PAIRS = 60_000_000  # No peer gets through a longer list.
COLUMNS = (
    ("", 18),
    ("covered", 9),
    ("total", 12),
    ("worst-off", 10),
    ("seconds", 9),
    ("x ours", 8),
    ("MiB", 8),
)
ROOT = Path(__file__).parents[1]

Result = dict[str, Any]


def solved(size: tuple[int, int], *, with_texts: bool, levels: int | None) -> Result:
    """Solve one programme our way, in this process."""
    given = programme(*size, with_texts=with_texts)
    # A small one first, so that loading the modules is not counted.
    ours(programme(9, 9, with_texts=with_texts), levels)
    before, start = held(), time.perf_counter()
    outcome = ours(given, levels)
    seconds, used = time.perf_counter() - start, memory("VmHWM") - before
    best = dict.fromkeys(outcome.experimenter.tolist(), 0)
    for one, score in zip(outcome.experimenter.tolist(), outcome.score.tolist(), strict=True):
        best[one] = max(best[one], score)
    return {
        "covered": outcome.covered,
        "total": outcome.total,
        "worst": min(best.values(), default=0),
        "broken": 0 if outcome.optimal else 1,
        "seconds": seconds,
        "mib": used,
    }


def ours(given: Programme, levels: int | None) -> SideAssignment:
    """Our outcome for a programme."""
    return assign_sides(
        given.experimenters,
        given.mentors,
        parts=given.parts,
        capacity=given.capacity,
        wanted=given.wanted,
        text_weight=given.text_weight,
        levels=levels,
    )


def listed(given: Programme) -> bytes:
    """All allowed pairs and the limits, for those who need a list."""
    shape = len(given.wanted), len(given.capacity)
    scores = scores_of(
        given.experimenters,
        given.mentors,
        shape=shape,
        parts=given.parts,
        weight=given.text_weight,
    )
    blocks = scores.blocks(scores.overview().order)
    pairs = joined(chosen_of(block, block.score != FORBIDDEN) for block in blocks)
    columns = {
        "experimenter": pairs.experimenter,
        "mentor": pairs.mentor,
        "score": pairs.score,
        "wanted": given.wanted,
        "capacity": given.capacity,
    }
    return pickle.dumps(
        {name: array("i", column.astype("int32").tobytes()) for name, column in columns.items()}
    )


def measured(command: list[str], *, limit: float) -> Result | str:
    """What one process printed, or why there is nothing."""
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return f"not within {limit:.0f} s"
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["failed"])[-1][:60]
    result: Result = json.loads(done.stdout)
    return result


def best_of(command: list[str], *, limit: float, runs: int) -> Result | str:
    """The fastest of some runs, as others may use the machine too."""
    best = measured(command, limit=limit)
    for _run in range(runs - 1):
        if isinstance(best, str):
            return best
        again = measured(command, limit=limit)
        if isinstance(again, dict) and again["seconds"] < best["seconds"]:
            best = again
    return best


def line(name: str, result: Result | str, *, base: float) -> str:
    """One row of the table."""
    if isinstance(result, str):
        return f"{name:<18} {result}\n"
    broken = f"  {result['broken']} broken" if result["broken"] else ""
    return (
        f"{name:<18}{result['covered']:>9}{result['total']:>12}{result['worst']:>10}"
        f"{result['seconds']:>9.2f}{result['seconds'] / base:>8.1f}{result['mib']:>8.0f}{broken}\n"
    )


def compared(size: tuple[int, int], options: argparse.Namespace, *, with_texts: bool) -> None:
    """All solvers on one programme; those that took too long are not asked again."""
    out = sys.stdout
    texts = "with texts" if with_texts else "without texts"
    out.write(f"\n{size[0]:,} x {size[1]:,} {texts}\n")
    out.write("".join(f"{name:>{width}}" for name, width in COLUMNS) + "\n")
    base = 0.0
    for name in OURS:
        command = [sys.executable, "-m", "tests.benchmark_matching", "--one", name]
        command += ["--sizes", f"{size[0]}x{size[1]}", *(["--texts", "with"] if with_texts else [])]
        result = best_of(command, limit=options.limit, runs=options.runs)
        base = base or (result["seconds"] if isinstance(result, dict) else 1.0)
        out.write(line(name, result, base=base))
        out.flush()
        if isinstance(result, str):
            break  # With leximin it takes longer still.
    if options.peers and size[0] * size[1] <= MOST_PAIRS:
        compared_peers(size, options, base=base, with_texts=with_texts)


def compared_peers(
    size: tuple[int, int], options: argparse.Namespace, *, base: float, with_texts: bool
) -> None:
    """The other libraries, on a list of the same pairs."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pairs.pickle"
        file.write_bytes(listed(programme(*size, with_texts=with_texts)))
        for name in [name for name in PEERS if name in options.peers]:
            python = options.peers[name]
            command = [python, str(ROOT / "tests" / "benchmark_peers.py"), name, str(file)]
            result = measured(command, limit=options.limit)
            sys.stdout.write(line(name, result, base=base))
            sys.stdout.flush()
            if isinstance(result, str):
                del options.peers[name]


def installed() -> dict[str, str]:
    """The peers that this interpreter has, to begin with."""
    modules = {"mentor-match": "munkres", "matching": "matching.games"}
    return {name: sys.executable for name in PEERS if has(modules.get(name, name))}


def has(module: str) -> bool:
    """Whether a module can be found."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def parsed(arguments: list[str]) -> argparse.Namespace:
    """The options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=[f"{n}x{m}" for n, m in SIZES])
    parser.add_argument("--texts", choices=["with", "without", "both"], default="both")
    parser.add_argument("--python", action="append", default=[], metavar="PEER=PYTHON")
    parser.add_argument("--limit", type=float, default=120, help="seconds for one process")
    parser.add_argument("--runs", type=int, default=3, help="runs of ours; the fastest counts")
    parser.add_argument("--one", choices=list(OURS), help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    told = dict(each.split("=", 1) for each in options.python)
    options.peers = installed() | told
    return options


def main(arguments: list[str]) -> None:
    """Measure what is asked for; or, in a process of its own, one of ours."""
    options = parsed(arguments)
    sizes = [(int(n), int(m)) for n, m in (size.split("x") for size in options.sizes)]
    if options.one:
        result = solved(sizes[0], with_texts=options.texts == "with", levels=OURS[options.one])
        sys.stdout.write(json.dumps(result))
        return
    everyone = dict(options.peers)
    for with_texts in {"with": [True], "without": [False]}.get(options.texts, [False, True]):
        options.peers = dict(everyone)
        for size in sizes:
            compared(size, options, with_texts=with_texts)


if __name__ == "__main__":
    main(sys.argv[1:])
