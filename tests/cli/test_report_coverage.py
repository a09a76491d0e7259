"""`digikunta report coverage`: who takes part of all municipalities, and who is missing."""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.__main__ import run
from digikunta_cli.model import Role
from digikunta_cli.reference.tables import municipalities
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

ALL = {each.code for each in municipalities()}
HERE = {"734", "577", "905", "047", "286", "285", "075", "935"}
"""Salo, Paimio, Vaasa, Enontekiö; Kouvola, Kotka, Hamina, Virolahti."""


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small network: joint projects, two roles and two experiments of Salo, a company."""
    folder = tmp_path_factory.mktemp("coverage")
    experimenters = write(
        folder / "experimenters.csv",
        [
            experimenter("Salo", title="Etäneuvonta", partners="Paimio", publish="kyllä"),
            experimenter("Salo", title="Kyläauto", partners="", publish="ei"),
            experimenter("Enontekiö", title="Chat", partners="", publish="ei"),
            experimenter("Kouvola", partners="Kotka, Hamina, Virolahti", publish="ei"),
        ],
    )
    mentors = write(
        folder / "mentors.csv",
        [
            mentor("Salo", publish="kyllä", contact_name="Maija Mallikas"),
            mentor("Vaasa", publish="kyllä"),
            mentor("Keksitty Data Oy", organisation_type="yritys", publish="kyllä"),
        ],
        role=Role.MENTOR,
    )
    database = folder / "network.db"
    assert run(["--db", str(database), "import", str(experimenters), str(mentors)]) == 0
    return database


@pytest.fixture
def network(digikunta: Digikunta, ready: Path, tmp_path: Path) -> Digikunta:
    """The program with a copy of that database."""
    shutil.copyfile(ready, tmp_path / "network.db")
    return digikunta


def coverage(digikunta: Digikunta, *options: str) -> Any:
    """What the report tells programs about coverage."""
    return digikunta("report", "coverage", *options, "--format", "json").json["coverage"]


def test_a_municipality_counts_once_whatever_it_sent(network: Digikunta) -> None:
    """Salo has three registrations, Paimio is in a joint project, the company is nowhere."""
    found = coverage(network)
    regions = {row.pop("region"): row for row in found["regions"]}

    assert found["municipalities"]["taking_part"] == 8
    assert found["municipalities"]["of"] == 308
    assert found["municipalities"]["missing"] == sorted(ALL - HERE)
    assert regions["02"] == {"mentors": 1, "experimenters": 2, "taking_part": 2, "of": 27}
    assert regions["15"] == {"mentors": 1, "experimenters": 0, "taking_part": 1, "of": 14}
    assert regions["21"] == {"mentors": 0, "experimenters": 0, "taking_part": 0, "of": 16}
    assert len(regions) == 19


def test_each_way_of_counting_comes_to_the_whole_country(network: Digikunta) -> None:
    """Regions, size classes and languages each hold all 308, and those that take part once."""
    found = coverage(network)

    for key in ("regions", "sizes", "languages"):
        assert sum(row["of"] for row in found[key]) == 308
        assert sum(row["taking_part"] for row in found[key]) == 8
    assert [row["size"] for row in found["sizes"]] == [
        "under-5000",
        "5000-20000",
        "20000-50000",
        "50000-100000",
        "over-100000",
    ]
    assert {row["language"]: row["of"] for row in found["languages"]} == {
        "fi": 259,
        "both": 33,
        "sv": 16,
    }


def test_counts_of_registrations_stay_as_they_were(network: Digikunta) -> None:
    """Types, regions and languages of registrations are told beside the municipalities."""
    participants = network("report", "--format", "json").json["participants"]

    assert {row["key"]: row["experimenters"] for row in participants["types"]} == {
        "municipality": 4,
        "company": 0,
    }
    assert {"key": None, "mentors": 1, "experimenters": 0} in participants["regions"]
    assert "languages" in participants


def test_who_is_missing_is_told_by_region_the_largest_first(network: Digikunta) -> None:
    """Whole lists for whoever reads them by the page, and where there is nobody at all."""
    out = network("report", "coverage").out

    assert "\nSouthwest Finland\t25\t27\tTurku; Kaarina; Raisio; Lieto; " in out
    assert "\nUusimaa\t26\t26\tHelsinki; Espoo; Vantaa; " in out
    assert "# Without anyone yet: Uusimaa; Satakunta; " in out
    assert "# Without anyone yet: 50,000–100,000" not in out
    assert "whole country\t8\t308\t3\t2\t7" in out


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_map_has_all_regions_in_every_language(network: Digikunta, language: str) -> None:
    """The page draws a tile a region, with the figures of the table."""
    page = network("--lang", language, "report", "coverage", "--format", "html").out

    assert len(re.findall(r'class="tm-count"', page)) == 19
    assert ">2/27</text>" in page
    assert ">0/16</text>" in page


def test_a_report_to_publish_calls_nobody_missing(network: Digikunta) -> None:
    """Those without a permission are left out, so they are neither told nor told as missing."""
    found = coverage(network, "--public")
    out = network("report", "coverage", "--public").out

    assert found["municipalities"] == {"taking_part": 3, "of": 308, "missing": None}
    assert "so nobody is told as missing" in out
    assert "Without anyone" not in out
    assert "Missing municipalities" not in out
    assert "Turku" not in out


def test_an_empty_network_has_no_map(digikunta: Digikunta) -> None:
    """What to do first is all there is to say; programs read that all are missing."""
    out = digikunta("report", "coverage").out

    assert "digikunta import" in out
    assert "Municipalities" not in out
    assert coverage(digikunta)["municipalities"] == {
        "taking_part": 0,
        "of": 308,
        "missing": sorted(ALL),
    }


def test_a_terminal_names_the_largest_and_counts_the_others(
    network: Digikunta, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A line a region on a narrow terminal, none of them cut; the whole lists on a wide one."""
    monkeypatch.setenv("COLUMNS", "80")
    narrow = network("report", "coverage", "--format", "table").out
    monkeypatch.setenv("COLUMNS", "160")
    wide = network("report", "coverage", "--format", "table").out

    assert re.search(r"^Uusimaa: 26 +Helsinki, Espoo, 24 more$", narrow, flags=re.MULTILINE)
    assert re.search(r"^Kymenlaakso: 2 +Pyhtää, Miehikkälä$", narrow, flags=re.MULTILINE)
    assert "are cut here" not in narrow
    assert max(map(len, narrow.splitlines())) <= 80
    assert "Helsinki; Espoo; Vantaa; Porvoo" in wide


def test_the_workbook_has_a_sheet_for_the_missing(network: Digikunta, tmp_path: Path) -> None:
    """All names of a region stand in one cell, its figures are numbers."""
    from python_calamine import CalamineWorkbook

    assert network("report", "coverage", "--output", tmp_path / "coverage.xlsx").code == 0
    book = CalamineWorkbook.from_path(str(tmp_path / "coverage.xlsx"))
    rows = book.get_sheet_by_name("Missing municipalities").to_python()
    lapland = next(row for row in rows if row[0] == "Lapland")

    assert "Municipalities by region" in book.sheet_names
    assert lapland[1:3] == [20, 21]
    assert str(lapland[3]).startswith("Rovaniemi; Tornio; Kemi; ")
    assert str(lapland[3]).count(";") == 19


@pytest.mark.parametrize("format", ["plain", "json", "csv", "md", "html"])
def test_no_contact_person_is_named(network: Digikunta, format: str) -> None:
    """Municipalities only, in every format."""
    out = network("report", "coverage", "--format", format).out

    assert ".example" not in out
    assert "Mallikas" not in out
    assert "Esimerkki" not in out
