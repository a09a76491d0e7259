"""What `import` costs beside a bare reader and a bare `executemany` of the same rows.

Run by hand: python tests/benchmark_import.py [--sizes 1000 10000] [--kinds csv xlsx]. Nothing here
passes or fails; only ratios within one run mean anything. It needs a POSIX system for the memory.
"""

import argparse
import csv
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from digikunta_cli.importing.form import recognise
from digikunta_cli.reference.tables import municipalities, municipality_name
from digikunta_cli.topics import load

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "kokeilijat_60.csv"
DIGIKUNTA = (sys.executable, "-m", "digikunta_cli")
SQLITE_UTILS = (sys.executable, "-m", "sqlite_utils")
COLUMNS = (
    ("kind", 5),
    ("rows", 8),
    ("bare s", 8),
    ("first s", 8),
    ("again s", 8),
    ("first/bare", 11),
    ("again/first", 12),
    ("first MiB", 10),
    ("again MiB", 10),
    ("sqlite-utils s", 15),
)
BARE = """
import csv, sqlite3, sys, time
begun = time.perf_counter()
path, database = sys.argv[1:]
if path.endswith(".csv"):
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
else:
    from python_calamine import CalamineWorkbook
    rows = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
db = sqlite3.connect(database)
db.execute("create table t (%s)" % ", ".join(f"c{i}" for i in range(len(rows[0]))))
marks = ", ".join("?" * len(rows[0]))
db.executemany(f"insert into t values ({marks})", rows)
db.commit()
print(time.perf_counter() - begun)
"""
"""The bare reader and the bare `executemany` in one process, which says what both took."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a process took: seconds, and its largest memory in MiB."""

    seconds: float
    memory: float


def registrations(count: int) -> Iterator[list[str]]:
    """The sample's headings, then so many invented answers, each an experiment of its own."""
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        headings, *samples = list(csv.reader(file, delimiter=";"))
    form = recognise(headings, load(ROOT / "topics.yaml"))
    assert form is not None
    column = {target.field: index for index, target in reversed(form.targets.items())}
    column |= {purpose: index for index, purpose in form.tool.purposes.items()}
    names = [municipality_name(each.code, "fi") for each in municipalities()]
    chance = random.Random(20160926)
    yield headings
    for number in range(1, count + 1):
        row = list(chance.choice(samples))
        town = chance.choice(names)
        changed = {
            "response_id": str(100_000 + number),
            "answered_at": f"{chance.randint(1, 28)}.{chance.randint(1, 12)}.2016 "
            f"{chance.randint(8, 20)}:{chance.randint(10, 59)}",
            "organisation": chance.choice((town, f"{town}, kunta", f"{town}n kaupunki")),
            "contact_email": f"henkilo{number}@kunta.example",
            "title": f"{row[column['title']]} {number}",
            "need": _shuffled(row[column["need"]], chance),
            "plan": _shuffled(row[column["plan"]], chance),
            "volume": str(chance.randint(10, 90_000)),
        }
        for field, text in changed.items():
            row[column[field]] = text
        yield row


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split()
    return " ".join(chance.sample(words, len(words)))


def write(path: Path, rows: Iterator[list[str]]) -> None:
    """An export as csv or as xlsx, whichever the suffix says."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return
    from xlsxwriter import Workbook

    with Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            for index, text in enumerate(row):
                if text:
                    sheet.write_string(number, index, text)


def run(command: Sequence[str], database: Path) -> Run:
    """Run a whole process, and see what it took."""
    environment = {
        **os.environ,
        "DIGIKUNTA_DB": str(database),
        "DIGIKUNTA_LANG": "en",
        "PYTHONPATH": str(ROOT),
    }
    with tempfile.TemporaryFile() as output:
        begun = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output)
        _pid, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    # Only macOS counts in bytes.
    return Run(seconds, usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024))


def bare(file: Path, folder: Path) -> float:
    """Seconds of the bare reader and `executemany`, without the start of Python."""
    command = (sys.executable, "-c", BARE, str(file), str(folder / "bare.db"))
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)


def measured(kind: str, count: int, folder: Path) -> str:
    """One line of the table."""
    file = folder / f"registrations.{kind}"
    write(file, registrations(count))
    plain = bare(file, folder)
    database = folder / "digikunta.db"
    # Written without a table of shared texts, a workbook is several times larger than usual; a
    # csv file must do with the usual limits.
    more = ("--max-rows", "400000") if kind == "xlsx" else ()
    command = (*DIGIKUNTA, "import", *more, str(file))
    first = run(command, database)
    again = run(command, database)
    check(database, count)
    other = "-"
    if kind == "csv":
        insert = ("insert", str(folder / "other.db"), "t", str(file), "--csv", "--delimiter", ";")
        other = f"{run((*SQLITE_UTILS, *insert), database).seconds:.2f}"
    figures = (
        kind,
        f"{count:,}",
        f"{plain:.2f}",
        f"{first.seconds:.2f}",
        f"{again.seconds:.2f}",
        f"{first.seconds / plain:.1f}",
        f"{again.seconds / first.seconds:.2f}",
        f"{first.memory:.0f}",
        f"{again.memory:.0f}",
        other,
    )
    widths = (width for _name, width in COLUMNS)
    return "".join(f"{figure:>{width}}" for figure, width in zip(figures, widths, strict=True))


def check(database: Path, count: int) -> None:
    """A benchmark of an import that lost something would be worth nothing."""
    with sqlite3.connect(database) as db:
        kept = db.execute("select count(*) from registration").fetchone()[0]
    if kept != count:
        raise ValueError(f"{kept} registrations were kept of {count}")


def main() -> None:
    """Measure each kind and size in turn, and say it line by line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--kinds", nargs="+", default=["csv", "xlsx"], choices=["csv", "xlsx"])
    wanted = parser.parse_args()
    sys.stdout.write("".join(f"{name:>{width}}" for name, width in COLUMNS) + "\n")
    for kind in wanted.kinds:
        for count in wanted.sizes:
            with tempfile.TemporaryDirectory() as name:
                sys.stdout.write(measured(kind, count, Path(name)) + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
