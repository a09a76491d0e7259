"""What `report` costs beside `list` of the same network, in every format.

Run by hand: python -m tests.benchmark_report [--sizes 300x150 10000x5000] [--runs 5]. Nothing here
passes or fails; commands run in turn, so that only ratios within one run mean anything. It needs a
POSIX system for the memory.
"""

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path

from digikunta_cli.model import Group, Left, Pair, PairState, Role
from digikunta_cli.store import events, pairs
from digikunta_cli.store.database import writing
from digikunta_cli.store.participants import participants
from digikunta_cli.topics import TOPIC_KEYS
from tests.benchmark_import import DIGIKUNTA, Run, run
from tests.large_network import write_network

FORMATS = ("table", "plain", "json", "csv", "md", "html", "xlsx")
_MOST = 8
"""Experimenters of a mentor, of whom every tenth experimenter has none."""


def prepared(folder: Path, experimenters: int, mentors: int) -> Path:
    """A database with the network, its pairs and its peer groups."""
    files = write_network(folder, experimenters=experimenters, mentors=mentors)
    database = folder / "network.db"
    run((*DIGIKUNTA, "import", *map(str, files), "--yes"), database)
    with writing(database) as session:
        everyone = participants(session.db)
        ids = {role: [each.id for each in everyone if each.role is role] for role in Role}
        for pair in _pairs(ids[Role.EXPERIMENTER], ids[Role.MENTOR]):
            pairs.keep_pair(session.db, pair, "2017-03-01T10:00:00+00:00")
        pairs.keep_groups(session.db, _groups(ids[Role.EXPERIMENTER]))
        left = [Left(experimenter=id, cause="no-capacity") for id in ids[Role.EXPERIMENTER][::10]]
        pairs.keep_unmatched(session.db, left)
        events.record(session.db, "match", datetime(2017, 3, 1, 12), {})
    return database


def _pairs(experimenters: list[int], mentors: list[int]) -> Iterator[Pair]:
    """So many as `match` would keep; choosing them is not what is measured."""
    seats = cycle(mentors)
    for number, id in enumerate(experimenters):
        if number % 10:
            yield Pair(
                id=None,
                experimenter=id,
                mentor=next(seats),
                state=list(PairState)[number % 5],
                score=200,
                topics=(TOPIC_KEYS[number % 7],),
                parts={"topics": 90, "language": 40, "text": 70},
                facts={"topics": ("e-services",), "language": ("fi",)},
                flags=(),
            )


def _groups(experimenters: list[int]) -> Iterator[Group]:
    for number in range(0, len(experimenters) - 4, 5):
        members = tuple(experimenters[number : number + 4])
        yield Group(
            id=None, name=str(members), members=members, topics=("e-services",), shared=("arkisto",)
        )


def measured(size: str, runs: int) -> Iterator[str]:
    """The lines of the table of one size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        database = prepared(folder, *map(int, size.split("x")))
        commands = {"list": [*DIGIKUNTA, "list", "--format", "plain"]} | {
            format: [*DIGIKUNTA, "report", "-f", format, "-o", str(folder / f"report.{format}")]
            for format in FORMATS
        }
        took: dict[str, list[Run]] = {label: [] for label in commands}
        for _turn in range(runs):
            for label, command in commands.items():
                took[label].append(run(command, database))
        plain = statistics.median(each.seconds for each in took["list"])
        for label, turns in took.items():
            seconds = statistics.median(each.seconds for each in turns)
            over = (seconds - 1.5 * plain) * 1000
            memory = max(each.memory for each in turns)
            figures = f"{seconds:9.3f} {seconds / plain:7.2f} {over:12.0f} {memory:9.0f}"
            yield f"{size:>14} {label:>6} {figures}"


def main() -> None:
    """Measure each size in turn, and say it line by line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", nargs="+", default=["300x150", "10000x5000"])
    parser.add_argument("--runs", type=int, default=5)
    wanted = parser.parse_args()
    sys.stdout.write(
        f"{'network':>14} {'what':>6} {'seconds':>9} {'x list':>7}"
        f" {'ms over 1.5x':>12} {'MiB':>9}\n"
    )
    for size in wanted.sizes:
        for line in measured(size, wanted.runs):
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
