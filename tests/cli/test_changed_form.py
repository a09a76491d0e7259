"""What `import` says of a form whose questions are others than in its last export."""

import csv
from collections.abc import Callable
from pathlib import Path

from tests.conftest import DATA, Digikunta

Rows = list[list[str]]
COMMITMENT = "sitoudu"


def changed(path: Path, change: Callable[[Rows], Rows]) -> Path:
    """The sample's export, changed."""
    with (DATA / "kokeilijat_60.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = change(list(csv.reader(file, delimiter=";")))
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def told(digikunta: Digikunta, file: Path, *more: str) -> list[tuple[str, str]]:
    """Which questions are new and which are gone."""
    done = digikunta("import", file, *more, "--format", "json")
    assert done.code == 0, done.err
    findings = done.json["files"][0]["findings"]
    return [
        (each["code"], each["column"]) for each in findings if each["code"].startswith("question-")
    ]


def place(rows: Rows, words: str) -> int:
    """The column whose heading has these words."""
    return next(n for n, heading in enumerate(rows[0]) if words in heading.casefold())


def test_a_question_that_vanished_and_new_ones_are_told_first(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Known or not; a question of several columns is one, and a dry run tells them too."""
    assert told(digikunta, changed(tmp_path / "a.csv", lambda rows: rows)) == []
    gone: list[str] = []

    def change(rows: Rows) -> Rows:
        column = place(rows, COMMITMENT)
        gone.append(rows[0][column])
        rows = [[*row[:column], *row[column + 1 :]] for row in rows]
        return [[*rows[0], "Lempiväri"], *([*row, "sininen"] for row in rows[1:])]

    file = changed(tmp_path / "b.csv", change)
    wanted = [("question-gone", gone[0]), ("question-new", "Lempiväri")]

    assert told(digikunta, file, "--dry-run") == wanted
    assert told(digikunta, file) == wanted
    assert told(digikunta, file) == []
    said = digikunta("import", changed(tmp_path / "c.csv", lambda rows: rows), "--format", "plain")
    assert f"{gone[0]}: a new question since the last export" in said.out
    assert "Lempiväri: asked in the last export of this form and not in this one" in said.out
