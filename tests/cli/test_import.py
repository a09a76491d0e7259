"""`digikunta import` as a coordinator runs it."""

import csv
import hashlib
import random
from pathlib import Path

import pytest
import xlsxwriter

from tests.conftest import EXPERIMENTERS, MENTORS, Digikunta, Result

COUNTS = ("rows", "new", "changed", "same", "repeated", "rejected")

_FACTS: dict[Path, list[dict[str, object]]] = {}


def counts(sheet: dict[str, int]) -> tuple[int, ...]:
    """The counts of one sheet, in the order of COUNTS."""
    return tuple(sheet[name] for name in COUNTS)


def rows_of(path: Path) -> list[list[str]]:
    """An example export as rows of cells."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, delimiter=";"))


def facts(digikunta: Digikunta) -> list[dict[str, object]]:
    """All that `list` and `show` tell about every registration, but for ids and row numbers."""
    found = []
    for each in digikunta("list", "--format", "json", "--contacts").json:
        shown = digikunta("show", str(each.pop("id")), "--format", "json").json
        latest = shown[0]["versions"][-1]
        found.append(
            {
                **each,
                "answers": {k: a["value"] or a["text"] for k, a in latest["answers"].items()},
                "at": latest["answered_at"],
            }
        )
    return sorted(found, key=lambda each: (str(each["organisation"]), str(each["title"])))


def facts_of(file: Path, digikunta: Digikunta) -> list[dict[str, object]]:
    """What an example export brings; found out once for all tests."""
    digikunta("import", file)
    return _FACTS.get(file) or _FACTS.setdefault(file, facts(digikunta))


@pytest.mark.parametrize(
    ("file", "role", "expected"),
    [
        (EXPERIMENTERS, "experimenter", (28, 25, 0, 0, 3, 0)),
        (MENTORS, "mentor", (27, 25, 0, 0, 2, 0)),
    ],
)
def test_an_example_imports_to_its_live_registrations(
    digikunta: Digikunta, file: Path, role: str, expected: tuple[int, ...]
) -> None:
    """Both examples come to 25 live registrations; rows add up."""
    sheet = digikunta("import", file, "--format", "json").json["files"][0]

    assert counts(sheet) == expected
    assert sheet["role"] == role
    assert len(digikunta("list", "--format", "json").json) == 25


@pytest.mark.parametrize("file", [EXPERIMENTERS, MENTORS])
def test_a_second_import_changes_nothing(digikunta: Digikunta, tmp_path: Path, file: Path) -> None:
    """The same file again is all `same` and `repeated`, and the database stays byte for byte."""
    digikunta("import", file)
    before = hashlib.sha256((tmp_path / "network.db").read_bytes()).digest()
    sheet = digikunta("import", file, "--format", "json").json["files"][0]

    assert counts(sheet) == (sheet["rows"], 0, 0, 25, sheet["rows"] - 25, 0)
    assert hashlib.sha256((tmp_path / "network.db").read_bytes()).digest() == before


def write_xlsx(rows: list[list[str]], path: Path) -> None:
    """The rows as a workbook, numbers as numbers."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for r, row in enumerate(rows):
            for c, cell in enumerate(row):
                if cell.isdigit() and not cell.startswith("0"):
                    sheet.write_number(r, c, int(cell))
                else:
                    sheet.write_string(r, c, cell)


def write_csv(rows: list[list[str]], path: Path, *, encoding: str, delimiter: str) -> None:
    """The rows as a csv file in an encoding, with a delimiter."""
    with path.open("w", encoding=encoding, newline="", errors="replace") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)


@pytest.mark.parametrize(
    "shape", ["xlsx", "cp1252-comma", "cp1252-tab", "utf-16", "utf-8-pipe", "shuffled"]
)
@pytest.mark.parametrize("file", [EXPERIMENTERS, MENTORS])
def test_the_shape_of_the_file_does_not_matter(
    digikunta: Digikunta, tmp_path: Path, file: Path, shape: str
) -> None:
    """Another format, encoding, delimiter or order of columns gives the same registrations."""
    expected = facts_of(file, digikunta)
    rows = rows_of(file)
    target = tmp_path / ("export.xlsx" if shape == "xlsx" else "export.csv")
    if shape == "xlsx":
        write_xlsx(rows, target)
    elif shape == "shuffled":
        order = list(range(len(rows[0])))
        random.Random(4).shuffle(order)
        write_csv(
            [[row[i] for i in order] for row in rows], target, encoding="utf-8", delimiter=";"
        )
    else:
        encoding, _, name = shape.rpartition("-")
        delimiter = {"comma": ",", "tab": "\t", "pipe": "|"}.get(name, ";")
        write_csv(
            rows,
            target,
            encoding=encoding if name in ("comma", "tab", "pipe") else shape,
            delimiter=delimiter,
        )

    other = tmp_path / "other.db"
    assert digikunta("--db", other, "import", target).code == 0
    again = digikunta("import", target, "--format", "json").json["files"][0]

    def in_other(*arguments: str | Path) -> Result:
        return digikunta("--db", other, *arguments)

    assert facts(in_other) == expected
    assert counts(again)[1:4] == (0, 0, 25)


def test_an_older_export_supersedes_nothing(digikunta: Digikunta, tmp_path: Path) -> None:
    """The answer's own time decides, whatever the order of import."""
    rows = rows_of(EXPERIMENTERS)
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    write_csv(rows[:2], old, encoding="utf-8", delimiter=";")
    write_csv([rows[0], rows[26]], new, encoding="utf-8", delimiter=";")
    digikunta("import", new)
    sheet = digikunta("import", old, "--format", "json").json["files"][0]
    shown = digikunta("show", "1", "--format", "json").json[0]

    assert counts(sheet) == (1, 0, 0, 1, 0, 0)
    assert [finding["code"] for finding in sheet["findings"]] == ["answer-older"]
    assert shown["versions"][-1]["answers"]["volume"]["value"] == 4600
    assert [version["superseded"] for version in shown["versions"]] == [True, False]


def test_a_dry_run_writes_nothing(digikunta: Digikunta, tmp_path: Path) -> None:
    """Everything is shown, and no database appears."""
    result = digikunta("import", EXPERIMENTERS, "--dry-run", "--format", "json")

    assert counts(result.json["files"][0]) == (28, 25, 0, 0, 3, 0)
    assert not (tmp_path / "network.db").exists()


@pytest.mark.parametrize(
    "content", [b"", b"nimi;ika\nAino;7\n", b"\x89PNG\r\n\x1a\n\x00\x00", b"PK\x03\x04zip"]
)
def test_a_file_that_is_no_form_export_is_refused(
    network: Digikunta, tmp_path: Path, content: bytes
) -> None:
    """Exit 3, one sentence, and the database byte for byte as it was."""
    file = tmp_path / "other.csv"
    file.write_bytes(content)
    before = (tmp_path / "network.db").read_bytes()
    result = network("import", file)

    assert result.code == 3
    assert result.out == ""
    assert len(result.err.strip().splitlines()) == 1
    assert "Traceback" not in result.err
    assert (tmp_path / "network.db").read_bytes() == before


def test_one_bad_file_of_several_imports_nothing(digikunta: Digikunta, tmp_path: Path) -> None:
    """All files or none."""
    result = digikunta("import", EXPERIMENTERS, tmp_path / "missing.csv")

    assert result.code == 3
    assert not (tmp_path / "network.db").exists()


def test_rejected_rows_are_findings_and_good_rows_go_in(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Test and total rows and rows without an organisation are left out, and said."""
    rows = rows_of(EXPERIMENTERS)
    blank = [""] * len(rows[0])
    test, total, nameless = list(rows[1]), list(blank), list(rows[2])
    test[3], total[3], nameless[3] = "testi", "Yhteensä", ""
    file = tmp_path / "rows.csv"
    write_csv(
        [rows[0], test, blank, total, nameless, rows[3]], file, encoding="utf-8", delimiter=";"
    )
    sheet = digikunta("import", file, "--format", "json").json["files"][0]

    assert counts(sheet) == (4, 1, 0, 0, 0, 3)
    assert [
        (f["code"], f["row"])
        for f in sheet["findings"]
        if f["code"].startswith(("row", "organisation"))
    ] == [
        ("row-test", 2),
        ("row-total", 4),
        ("organisation-missing", 5),
    ]
    assert digikunta("--db", tmp_path / "strict.db", "import", file, "--strict").code == 3
    assert not (tmp_path / "strict.db").exists()


def test_findings_never_repeat_contacts_or_free_text(digikunta: Digikunta) -> None:
    """What a finding quotes is no personal data."""
    sheets = digikunta("import", EXPERIMENTERS, MENTORS, "--format", "json")

    assert ".example" not in sheets.out
    assert "Näytenen" not in sheets.out


def test_unknown_answers_are_kept_as_extras(network: Digikunta) -> None:
    """Nothing that was answered is lost."""
    shown = network("show", "1", "--format", "json").json[0]

    assert shown["versions"][-1]["extras"] == {"Aineiston tyyppi": "SYNTEETTINEN"}


def test_the_same_answer_sent_again_keeps_its_later_time(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """What lies between the two in time supersedes nothing, and nothing counts as changed."""
    rows = rows_of(EXPERIMENTERS)
    answer, again, between = list(rows[1]), list(rows[1]), list(rows[26])
    answer[1], again[1], between[1] = "1.8.2016 9:00", "5.8.2016 9:00", "3.8.2016 9:00"
    seen = []
    for number, row in enumerate((answer, again, between, again)):
        file = tmp_path / f"{number}.csv"
        write_csv([rows[0], row], file, encoding="utf-8", delimiter=";")
        seen.append(counts(digikunta("import", file, "--format", "json").json["files"][0])[1:4])

    assert seen == [(1, 0, 0), (0, 0, 1), (0, 0, 1), (0, 0, 1)]
    latest = digikunta("show", "1", "--format", "json").json[0]["versions"][-1]
    assert (latest["answered_at"], latest["answers"]["volume"]["value"]) == (
        "2016-08-05 09:00:00",
        4200,
    )
