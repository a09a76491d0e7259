"""The JSON of the report is what its schema in the docs says, and the schema says all of it."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.conftest import DATA, SIXTY_NEWER, Digikunta

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "report.schema.json").read_text(encoding="utf-8")
)


def strict(schema: Any) -> Any:
    """The schema without room for keys that it does not name."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: strict(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        closed["additionalProperties"] = False
    return closed


def faults(report: Any) -> list[str]:
    """What in a report the schema does not allow or does not name."""
    return [
        f"{each.json_path}: {each.message[:200]}"
        for each in Draft202012Validator(strict(SCHEMA)).iter_errors(report)
    ]


def test_the_schema_is_one() -> None:
    """It is of the draft that it names."""
    Draft202012Validator.check_schema(SCHEMA)


def test_an_empty_network_fits_the_schema(digikunta: Digikunta) -> None:
    """Nothing is missing where nobody is there."""
    assert faults(digikunta("report", "--format", "json").json) == []


def test_every_report_fits_the_schema(digikunta: Digikunta) -> None:
    """The realistic sample: whole, public, for a meeting, with contacts, and section by section."""
    files = (DATA / "kokeilijat_60.csv", DATA / "vaikuttajat_7.csv")
    assert digikunta("import", *files).code == 0
    assert digikunta("match").code == 0
    assert digikunta("accept", "1", "2").code == 0
    assert digikunta("meeting", "add", "A", "--date", "1.3.2027", "--start", "9").code == 0
    assert digikunta("meeting", "invite", "1", "--everyone").code == 0
    whole = digikunta("report", "--format", "json", "--contacts", "--meeting", "1").json

    assert faults(whole) == []
    assert set(whole) == set(SCHEMA["properties"])
    for options in (["--public"], ["--frame", "250 000", "--since", "1.1.2017"], ["support"]):
        assert faults(digikunta("report", "--format", "json", *options).json) == []


def test_a_report_after_another_fits_the_schema(matched: Digikunta, tmp_path: Path) -> None:
    """What is new since the last report is told with its day, as is what somebody asks for."""
    assert matched("report").code == 0
    db = sqlite3.connect(tmp_path / "network.db")
    db.execute("update event set at = '2017-01-31T09:00:00+00:00' where action = 'report'")
    db.commit()
    db.close()
    report = matched("report", "--format", "json").json

    assert (report["since"], faults(report)) == ("2017-01-31", [])


def test_a_report_of_changes_fits_the_schema(matched: Digikunta, tmp_path: Path) -> None:
    """Answers before and after are texts, numbers, yes or no, or lists."""
    db = sqlite3.connect(tmp_path / "network.db")
    db.execute("update import_batch set imported_at = '2017-01-01'")
    db.execute("update registration set first_seen_at = '2017-01-01', changed_at = '2017-01-01'")
    db.commit()
    db.close()
    assert matched("import", SIXTY_NEWER, "--yes").code == 0
    report = matched("report", "--since", "1.2.2017", "--format", "json").json
    kinds = {type(each["new"]) for each in report["changes"]["changed"]}

    assert faults(report) == []
    assert len(kinds) > 2


@pytest.mark.parametrize(
    ("key", "value"), [("since", "yesterday"), ("unknown", 1), ("new", [0]), ("states", {"x": 1})]
)
def test_the_check_sees_what_does_not_fit(key: str, value: Any) -> None:
    """A check that lets everything pass would be worth nothing."""
    assert faults({"date": "2027-01-01", "since": None, "left_out": None}) == []
    assert faults({"date": "2027-01-01", "since": None, "left_out": None, key: value}) != []
