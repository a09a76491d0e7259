"""`digikunta report` as a coordinator runs it, and as a browser shows it."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import DATA, EXPERIMENTERS, Digikunta

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)


@pytest.fixture
def matched(network: Digikunta) -> Digikunta:
    """The example network after a matching."""
    assert network("match").code == 0
    return network


def test_the_report_adds_up(matched: Digikunta) -> None:
    """Participants, topics and pairs agree with the list and the matching."""
    report = matched("report", "--format", "json").json
    rows = {row["topic"]: row for row in report["topics"]}
    people = matched("list", "--format", "json").json

    assert (report["participants"]["mentors"], report["participants"]["experimenters"]) == (25, 25)
    assert list(rows)[-1] == "totals"
    assert len(rows) == 8
    assert rows["totals"]["mentors"] == rows["totals"]["experimenters"] == 25
    assert rows["totals"]["matched"] == len({pair["experimenter"] for pair in report["pairs"]})
    for topic, row in rows.items():
        if topic != "totals":
            those = [each for each in people if topic in each["topics"]]
            assert row["mentors"] == sum(each["role"] == "mentor" for each in those)
            assert row["capacity"] == sum(each["capacity"] or 0 for each in those)
            assert row["wanted"] == sum(each["wanted"] or 0 for each in those)
    assert report["both_roles"] == ["Kuusamo", "Porvoo", "Salo", "Äänekoski"]


@pytest.mark.parametrize("format", ["table", "plain", "json", "csv", "md", "html"])
def test_no_report_names_contact_persons(matched: Digikunta, format: str) -> None:
    """Organisations and experiments only, in every format."""
    out = matched("report", "--format", format).out

    assert "Kuusamo" in out
    assert ".example" not in out
    assert "Mallikas" not in out


def test_what_is_new_is_told_since_a_date(network: Digikunta) -> None:
    """Everything is new in the first report, nothing after tomorrow."""
    assert len(network("report", "--format", "json").json["new"]) == 50
    assert network("report", "--format", "json", "--since", "2099-01-01").json["new"] == []
    assert (
        network("report", "--since", "1.1.2016", "--format", "json").json["since"] == "2016-01-01"
    )


def test_reports_of_one_day_say_the_same(network: Digikunta) -> None:
    """Making a report again does not make its news old."""
    assert network("report", "--format", "json").out == network("report", "--format", "json").out


def test_an_empty_network_has_a_report(digikunta: Digikunta) -> None:
    """No error, no database, and what to do first."""
    result = digikunta("report")

    assert result.code == 0
    assert "digikunta import" in result.out
    assert digikunta("report", "--format", "json").json["topics"][-1]["mentors"] == 0


class Tables(HTMLParser):
    """The tables of a page: their rows as texts, by caption."""

    def __init__(self) -> None:
        """Begin without a table."""
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.rows: list[list[str]] = []
        self.place = ""
        self.caption = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a row or a cell."""
        if tag == "table":
            self.rows, self.caption = [], ""
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        if tag in ("td", "th", "caption"):
            self.place = tag

    def handle_endtag(self, tag: str) -> None:
        """End a table or a cell."""
        if tag == "table":
            self.tables[self.caption.strip()] = self.rows
        if tag == self.place:
            self.place = ""

    def handle_data(self, data: str) -> None:
        """Add to the caption or the cell."""
        if self.place == "caption":
            self.caption += data
        elif self.place:
            self.rows[-1][-1] += data


def cells_of(rows: Iterable[Mapping[str, object]], *names: str) -> list[list[str]]:
    """Facts of the JSON in the order in which a table has them."""
    return [[str(row[name]) for name in names] for row in rows]


def test_the_tables_of_the_page_say_what_the_json_says(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Topics, coverage, pairs and unmet needs: the same rows with the same figures."""
    digikunta("import", DATA / "kokeilijat_60.csv", DATA / "vaikuttajat_7.csv")
    digikunta("match")
    page = tmp_path / "report.html"
    assert digikunta("--lang", "en", "report", "--output", page).code == 0
    report = digikunta("--lang", "en", "report", "--format", "json").json
    shown = Tables()
    shown.feed(page.read_text(encoding="utf-8"))
    tables = {
        caption: [[re.sub(r"\s+", " ", cell).strip() for cell in row] for row in rows[1:]]
        for caption, rows in shown.tables.items()
    }
    topics = ("mentors", "experimenters", "capacity", "wanted", "matched", "unmatched")
    causes = [row[1] for row in tables["Unmet needs"]]

    assert [row[1:] for row in tables["Topics"]] == cells_of(report["topics"], *topics)
    for key in ("regions", "sizes", "languages"):
        rows = [row[1:] for row in tables[f"Municipalities by {key[:-1]}"]]
        found = [[row[0], row[1], *row[3:]] for row in rows][: len(report["coverage"][key])]
        names = ("taking_part", "of", "mentors", "experimenters")
        assert found == cells_of(report["coverage"][key], *names)
    assert sorted(row[0] for row in tables["Pairs"]) == sorted(
        str(pair["id"]) for pair in report["pairs"]
    )
    assert [row[:2] for row in tables["Pairs by state"]] == [
        [state, str(count)] for state, count in report["states"].items()
    ]
    assert len(causes) == len(report["unmatched"]) + len(report["kept_out"])
    for cause in {each["text"] for each in report["unmatched"]}:
        assert causes.count(cause) == sum(each["text"] == cause for each in report["unmatched"])


@pytest.mark.skipif(BROWSER is None, reason="no browser on this machine to open the page in")
def test_a_real_browser_shows_the_table_of_the_json(matched: Digikunta, tmp_path: Path) -> None:
    """Chromium opens the page without an error, and its topics are those of the JSON."""
    page = tmp_path / "report.html"
    matched("report", "--output", page)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        done = subprocess.run(
            [
                str(BROWSER),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                f"--user-data-dir={profile}",
                "--dump-dom",
                page.as_uri(),
            ],
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
    shown = Tables()
    shown.feed(done.stdout)
    topics = next(rows for caption, rows in shown.tables.items() if caption.startswith("Topics"))
    rows = matched("report", "--format", "json").json["topics"]

    assert [re.sub(r"\s+", "", cell) for row in topics[1:] for cell in row[1:]] == [
        str(row[name])
        for row in rows
        for name in ("mentors", "experimenters", "capacity", "wanted", "matched", "unmatched")
    ]
    assert "CONSOLE" not in done.stderr
    assert "Refused" not in done.stderr


def test_every_format_is_written_to_a_file(matched: Digikunta, tmp_path: Path) -> None:
    """The suffix tells the format, and the file is its owner's alone."""
    for suffix in ("txt", "json", "csv", "md", "xlsx", "html"):
        file = tmp_path / f"report.{suffix}"
        assert matched("report", "--output", file).code == 0
        assert file.stat().st_size > 500
        assert file.stat().st_mode & 0o777 == 0o600


def test_a_file_that_cannot_be_written_is_told(matched: Digikunta, tmp_path: Path) -> None:
    """Exit 3 for a missing folder, 2 for an unknown suffix."""
    assert matched("report", "--output", tmp_path / "none" / "r.html").code == 3
    assert matched("report", "--output", tmp_path / "report.pdf").code == 2


def test_a_new_answer_shows_up_as_new(digikunta: Digikunta, tmp_path: Path) -> None:
    """After a report of an earlier day, only what came since is new."""
    import sqlite3

    lines = EXPERIMENTERS.read_bytes().split(b"\r\n")
    older = tmp_path / "older.csv"
    older.write_bytes(b"\r\n".join(lines[:3]) + b"\r\n")
    digikunta("import", older)
    digikunta("report")
    db = sqlite3.connect(tmp_path / "network.db")
    db.execute("update event set at = '2016-09-01T12:00:00+00:00'")
    db.execute("update registration set changed_at = '2016-08-20T12:00:00+00:00'")
    db.commit()
    db.close()
    digikunta("import", EXPERIMENTERS)
    report = digikunta("report", "--format", "json").json

    assert report["since"].startswith("2016-09-01")
    assert len(report["new"]) == 24  # 23 came, and one of the two earlier ones changed
