"""Whole-process times of the commands on the samples, as ratios to bare Python and to imports.

Run by hand: python tests/benchmark.py [RUNS]. Nothing here passes or fails; machines are noisy, so
every figure is a median of runs taken in turn, and only ratios within one run mean anything.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

DATA = Path(__file__).parents[1] / "data"
PYTHON = sys.executable
DIGIKUNTA = str(Path(PYTHON).with_name("digikunta"))
SAMPLES = [str(DATA / "kokeilijat_60.csv"), str(DATA / "vaikuttajat_7.csv")]


def commands(folder: Path) -> dict[str, tuple[Sequence[str], str | None]]:
    """What is timed: the command, and the database that it begins from (None: none)."""
    return {
        "bare python": ([PYTHON, "-c", "pass"], None),
        "import typer": ([PYTHON, "-c", "import typer"], None),
        "import typer, rich": ([PYTHON, "-c", "import typer, rich.table, rich.console"], None),
        "import sqlite_utils": ([PYTHON, "-c", "import sqlite_utils"], None),
        "import numpy, pylmcf": ([PYTHON, "-c", "import numpy, pylmcf"], None),
        "digikunta --version": ([DIGIKUNTA, "--version"], None),
        "digikunta import (first)": ([DIGIKUNTA, "import", *SAMPLES], None),
        "digikunta import (again)": ([DIGIKUNTA, "import", *SAMPLES], "imported"),
        "digikunta list": ([DIGIKUNTA, "list"], "imported"),
        "digikunta match": ([DIGIKUNTA, "match"], "imported"),
        "digikunta report (html)": ([DIGIKUNTA, "report", "-o", str(folder / "r.html")], "matched"),
    }


def prepared(folder: Path) -> dict[str, bytes]:
    """The databases that commands begin from, as bytes."""
    database = folder / "prepared.db"
    environment = {**os.environ, "DIGIKUNTA_DB": str(database)}
    kept = {}
    for name, arguments in (("imported", ["import", *SAMPLES]), ("matched", ["match"])):
        subprocess.run([DIGIKUNTA, *arguments], env=environment, check=True, capture_output=True)
        kept[name] = database.read_bytes()
    return kept


def timed(command: Sequence[str], database: Path, start: bytes | None) -> float:
    """Seconds that one whole process takes, from a fresh copy of its database."""
    database.unlink(missing_ok=True)
    if start is not None:
        database.write_bytes(start)
    environment = {**os.environ, "DIGIKUNTA_DB": str(database), "DIGIKUNTA_LANG": "en"}
    begun = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return time.perf_counter() - begun


def main(runs: int) -> None:
    """Time everything in turn and print medians and ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        starts = prepared(folder)
        table = commands(folder)
        times: dict[str, list[float]] = {label: [] for label in table}
        for _turn in range(runs + 1):
            for label, (command, start) in table.items():
                times[label].append(timed(command, folder / "timed.db", starts.get(start or "")))
    medians = {label: statistics.median(values[1:]) for label, values in times.items()}
    bare = medians["bare python"]
    imports = medians["import typer, rich"] + medians["import sqlite_utils"] - bare
    print(
        f"{'':28} {'ms':>7} {'x bare':>7} {'x imports':>10}  (imports: typer, rich, sqlite-utils)"
    )
    for label, seconds in medians.items():
        print(f"{label:28} {seconds * 1000:7.0f} {seconds / bare:7.1f} {seconds / imports:10.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
