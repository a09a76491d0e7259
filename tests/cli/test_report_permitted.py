"""No number of a report that may be published stands for those whom it may not tell of."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.__main__ import run
from digikunta_cli.model import Role
from digikunta_cli.rendering.formats import FORMATS
from digikunta_cli.reports.network.wish import SECTIONS
from tests.cli.test_report_schema import faults
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

TALKS = "Osallistuminen ja vaikuttaminen"
ASKS = "Försöksfadder; Kilpailutettua osaamista; Kokeilurahoitusta; Innovatiivisia hankintoja"
EXPERIMENTERS = ("Salo", "Turku", "Lahti", "Pori", "Kuopio")
MENTORS = ("Vaasa", "Kuopio")
OF_EXPERIMENTERS = {"experimenters", "wanted", "matched", "unmatched", "experiments", "with_sum"}
OF_MENTORS = {"mentors", "capacity", "offered"}
"""Keys of counts in the JSON, by the role that they are about."""


def network(folder: Path, experimenters: str | None, mentors: str | None) -> bytes:
    """A matched network whose roles answer so about publishing; None is a form without it.

    "some" is yes for the first two of a role, and no for the others.
    """
    common = {"topics": TALKS, "contact_language": "suomi", "digikiri": "osallistumme"}

    def published(told: str | None, number: int) -> dict[str, str]:
        answer = ("kyllä" if number < 2 else "ei") if told == "some" else told
        return {} if answer is None else {"publish": answer}

    rows = [
        experimenter(name, support=ASKS, funding="kyllä", funding_sum="1000", **common)
        | published(experimenters, number)
        for number, name in enumerate(EXPERIMENTERS)
    ]
    hosts = [
        mentor(name, support="talk", **common) | published(mentors, number)
        for number, name in enumerate(MENTORS)
    ]
    files = (
        str(write(folder / "kokeilijat.csv", rows)),
        str(write(folder / "vaikuttajat.csv", hosts, role=Role.MENTOR)),
    )
    commands = (
        ("import", *files),
        ("match", "--yes"),
        ("accept", "1"),
        ("meeting", "add", "Tapaaminen", "--date", "31.3.2017", "--start", "9.30"),
        ("meeting", "invite", "1", "--everyone"),
    )
    for command in commands:
        assert run(["--db", str(folder / "n.db"), *command]) == 0, command
    return (folder / "n.db").read_bytes()


KINDS = {
    "none": ("ei", "ei"),
    "unasked": (None, None),
    "mentors": (None, "kyllä"),
    "experimenters": ("kyllä", "ei"),
    "some": ("some", "kyllä"),
    "all": ("kyllä", "kyllä"),
}


@pytest.fixture(scope="module")
def networks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A database of each kind of permission."""
    return {kind: network(tmp_path_factory.mktemp(kind), *told) for kind, told in KINDS.items()}


Permitted = Callable[[str], Digikunta]


@pytest.fixture
def permitted(digikunta: Digikunta, tmp_path: Path, networks: dict[str, bytes]) -> Permitted:
    """The program beside the database of a kind."""

    def beside(kind: str) -> Digikunta:
        (tmp_path / "network.db").write_bytes(networks[kind])
        return digikunta

    return beside


def counts(data: Any, key: str = "") -> Iterator[tuple[str, int | None]]:
    """Every count in the data of a report, with its key."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from counts(value, name)
    elif isinstance(data, list):
        for each in data:
            if isinstance(each, dict):
                yield from counts(each, key)
    elif data is None or isinstance(data, int):
        yield key, data


@pytest.mark.parametrize(
    ("kind", "hidden"),
    [
        ("none", OF_EXPERIMENTERS | OF_MENTORS),
        ("unasked", OF_EXPERIMENTERS | OF_MENTORS),
        ("mentors", OF_EXPERIMENTERS),
        ("experimenters", OF_MENTORS),
    ],
)
def test_counts_of_those_who_may_not_be_told_of_are_unknown(
    permitted: Permitted, kind: str, hidden: set[str]
) -> None:
    """Null and never 0, in every section alone and for a meeting too."""
    for asked in ((), ("--meeting", "1"), *((section,) for section in SECTIONS)):
        report = permitted(kind)("report", *asked, "--public", "--format", "json").json
        left_out = report.pop("left_out")
        told = list(counts(report))

        assert left_out["experimenters"] == (0 if kind == "experimenters" else len(EXPERIMENTERS))
        assert [each for each in told if each[0] in hidden and each[1] is not None] == []
        assert faults({**report, "left_out": left_out}) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_can_show_what_is_left(
    permitted: Permitted, tmp_path: Path, kind: str, format: str
) -> None:
    """Pictures and tables with fewer columns, or none at all."""
    file = tmp_path / f"report.{format}"
    asked = ("report", "--public", "--format", format, "--output", file, "--frame", "5000")
    assert permitted(kind)(*asked).code == 0
    assert file.stat().st_size > 0


@pytest.mark.parametrize("kind", ["none", "unasked"])
def test_a_report_of_nobody_says_only_that(permitted: Permitted, kind: str) -> None:
    """How many of each role are left out, and no table of noughts."""
    said = (
        "This report may be published. Left out and counted nowhere, as they gave no permission:"
        " 5 experimenters, 2 mentors."
    )
    assert permitted(kind)("report", "--public").out.splitlines() == [said]


def tables(told: str) -> dict[str, list[list[str]]]:
    """The tables of a plain report by title: headings and rows."""
    found: dict[str, list[list[str]]] = {}
    for block in told.split("\n\n"):
        title, *lines = block.splitlines()
        found[title.removeprefix("# ")] = [each.split("\t") for each in lines if each[0] != "#"]
    return found


def test_a_hidden_role_has_no_row_and_no_column(permitted: Permitted) -> None:
    """Nor is anybody drawn as alone, or told to lack what only those left out have."""
    told = tables(permitted("mentors")("report", "--public", "--since", "1.1.2016").out)
    rows = [row for title, table in told.items() if title != "Topics" for row in table]

    assert {row[0] for row in told["At a glance"][1:]} == {
        *("mentors", "organisations", "seats offered")
    }
    assert told["Topics"][0] == ["topic", "mentors", "seats offered"]
    assert told["Municipalities by region"][0] == ["region", "taking part", "of all", "as mentors"]
    assert {"The network", "Pairs", "Unmet needs", "Support wanted"}.isdisjoint(told)
    assert [row for row in rows if "0" in row] == []


def test_an_event_is_not_said_to_lack_speakers_who_are_only_left_out(
    permitted: Permitted,
) -> None:
    """The column goes where no mentor may be told of."""
    told = permitted("experimenters")("report", "events", "--public").out

    assert "possible speakers" not in told
    assert "participation\t5" in told
    assert "possible speakers" in permitted("experimenters")("report", "events").out


def test_where_some_permitted_it_is_said_whom_the_numbers_count(permitted: Permitted) -> None:
    """Once a section; what nobody of them has is no row, and shares are of nothing known."""
    told = permitted("some")("report", "--public", "--frame", "5000").out
    report = permitted("some")("report", "--public", "--frame", "5000", "--format", "json").json
    found = tables(told)

    assert "permission: 3 experimenters." in told
    assert told.count("Only those who permitted publishing are counted.") >= 5
    assert found["At a glance"][1:3] == [["experimenters", "2"], ["mentors", "2"]]
    assert ["organisations in both roles", "0"] not in found["At a glance"]
    assert "Asked for and to give" not in found
    assert report["support"]["funding"]["share"] is None
    assert report["participants"]["experimenters"] == 2
    assert "share, %" not in found["Municipalities by size"][0]
    assert all(int(row[1]) for row in found["Municipalities by region"][1:])
    assert all(each["taking_part"] for each in report["coverage"]["sizes"])


def test_where_everyone_permitted_it_is_the_whole_report(permitted: Permitted) -> None:
    """All is told as it is, shares and noughts too."""
    public = permitted("all")("report", "topics", "glance", "coverage", "--public").out
    whole = permitted("all")("report", "topics", "glance", "coverage").out

    assert "This report may be published: everyone in it permitted that." in public
    assert public.partition("\n\n")[2] == whole
    assert permitted("all")("report", "--public", "--format", "json").json["left_out"] == {
        "mentors": 0,
        "experimenters": 0,
    }


@pytest.mark.parametrize("section", ["needs", "events", "both-roles", "peers", "changes"])
def test_nothing_to_tell_is_not_told_as_nothing_there(permitted: Permitted, section: str) -> None:
    """A section of its own says that it is about those who permitted it."""
    told = permitted("mentors")("report", section, "--public", "--since", "1.1.2100").out

    assert told.splitlines()[-1] == (
        "There is nothing to tell here of those who permitted publishing."
    )


def test_a_meeting_of_those_left_out_counts_none_of_them(permitted: Permitted) -> None:
    """Neither as invited nor as missing from the map."""
    told = permitted("mentors")("report", "--meeting", "1", "--public").out

    assert "mentors invited\t2" in told
    assert "experimenters invited" not in told


def test_a_meeting_to_which_only_some_are_invited_still_misses_nobody(
    permitted: Permitted,
) -> None:
    """Whoever is not invited may be from a municipality that seems to be missing."""
    program = permitted("all")
    assert program("meeting", "uninvite", "1", "1").code == 0
    told = program("report", "coverage", "--meeting", "1", "--public").out

    assert "Missing municipalities" not in told
    assert "nobody is told as missing" in told
