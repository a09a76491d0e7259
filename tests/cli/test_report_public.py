"""A report that may be published says nothing of those who did not permit it, wherever it looks."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.__main__ import run
from digikunta_cli.importing.form import questions_of
from digikunta_cli.model import Role
from digikunta_cli.rendering.formats import FORMATS
from digikunta_cli.reports.network.wish import SECTIONS
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

SECRET = "Sala"
"""Every word that the unpermitted wrote begins like this, and no other word does."""
TALKS = "Osallistuminen ja vaikuttaminen"
MENTOR = "Experiment sponsor, mentor or sparring partner"
SUPPORT = "Kilpailutettua osaamista; Försöksfinansiering; Innovatiivisia hankintoja"
FREE = {
    *("contact_name", "contact_title", "need", "plan", "expertise", "important", "ideas"),
    *("service_area", "other_benefits", "customer_experience", "other_topic", "solution"),
    *("lessons", "partners", "support_other"),
}
"""Questions that people answer in words of their own."""


def secretive(role: Role, number: int) -> dict[str, str]:
    """A registration that permits nothing and has a secret word in each answer in own words."""
    words = {
        field: f"{SECRET}{field.replace('_', '')} {SECRET}viesti {SECRET}viesti"
        for field in FREE & set(questions_of(role))
    }
    make = experimenter if role is Role.EXPERIMENTER else mentor
    return make(f"{SECRET}talo{number} Oy", **words, **common(), publish="ei")


def common() -> dict[str, str]:
    """Answers by which everybody is alike, so that they are paired, grouped and counted."""
    return {
        "topics": f"{TALKS}; Muu, mikä?",
        "contact_language": "suomi",
        "contact_email": f"{SECRET}@posti.example",
        "sharing": "kyllä",
    }


def rows_of(role: Role) -> Iterator[dict[str, str]]:
    """Open registrations beside secretive ones, some of organisations in both roles."""
    if role is Role.MENTOR:
        yield mentor("Vaasa", **common() | {"contact_email": ""}, publish="kyllä")
        yield mentor("Salo", **common(), publish="ei", lessons=f"{SECRET}opit")
        yield secretive(role, 1)
        return
    for name in ("Salo", "Turku", "Lahti", "Pori"):
        asks = {"support": f"{MENTOR}; {SUPPORT}", "publish": "kyllä", "contact_email": ""}
        yield experimenter(name, **common() | asks, title=f"Raati {name}")
    for number in range(1, 5):
        yield secretive(role, number) | {
            "title": f"{SECRET}hanke {number}",
            "support": f"{MENTOR}; {SUPPORT}",
            "funding": "kyllä",
            "funding_sum": "77 777",
            "digikiri": "osallistumme",
        }


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with pairs, groups, reasons, notes and a meeting, half of it not to publish."""
    folder = tmp_path_factory.mktemp("guarded")
    files = [
        str(write(folder / "kokeilijat.csv", rows_of(Role.EXPERIMENTER))),
        str(write(folder / "vaikuttajat.csv", rows_of(Role.MENTOR), role=Role.MENTOR)),
    ]
    commands = (
        ("import", *files),
        ("match", "--yes"),
        ("reject", "1", "--reason", f"{SECRET}syy"),
        ("pair", "note", "2", f"{SECRET}huomio"),
        ("meeting", "add", "Tapaaminen", "--date", "31.3.2017", "--start", "9.30"),
        ("meeting", "invite", "1", "--everyone"),
        ("idea", "answer", "5", "--note", f"{SECRET}vastaus"),
    )
    for command in commands:
        assert run(["--db", str(folder / "n.db"), *command]) == 0, command
    return (folder / "n.db").read_bytes()


@pytest.fixture
def guard(digikunta: Digikunta, tmp_path: Path, guarded: bytes) -> Digikunta:
    """The program beside that database."""
    (tmp_path / "network.db").write_bytes(guarded)
    return digikunta


def test_there_is_something_to_keep_to_oneself(guard: Digikunta) -> None:
    """The same report for coordinators tells what the one for everybody must not."""
    assert SECRET.casefold() in guard("report", "--format", "plain").out.casefold()


@pytest.mark.parametrize("format", sorted(FORMATS))
@pytest.mark.parametrize("meeting", [(), ("--meeting", "1")])
def test_no_format_tells_a_word_of_the_unpermitted(
    guard: Digikunta, tmp_path: Path, format: str, meeting: tuple[str, ...]
) -> None:
    """Nor do names, titles, sums or notes show through others' facts."""
    for options in ((), ("--since", "1.1.2016")):
        file = tmp_path / f"report.{format}"
        asked = ("report", *meeting, *options, "--public", "--format", format, "--output", file)
        assert guard(*asked).code == 0
        said = read(file).casefold()

        assert SECRET.casefold() not in said
        assert "77777" not in "".join(said.split())
        assert ".example" not in said
        assert "turku" in said or format == "json"


def read(file: Path) -> str:
    """All the text of a file, of a workbook that of its cells."""
    if file.suffix != ".xlsx":
        return file.read_text(encoding="utf-8-sig")
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(file)
    rows = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    return "\n".join([*book.sheet_names, *(str(cell) for row in rows for cell in row)])


IDS = {
    *("experimenter", "experimenters", "mentor", "members", "host", "speakers", "without_peer"),
    *("new", "kept_out", "invited", "attended", "procurement", "registration", "yes", "no"),
}
"""Keys of the JSON under which ids of registrations stand, alone or in lists."""


def ids_in(data: Any, key: str = "") -> Iterator[int]:
    """Every id of a registration in the data of a report."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from ids_in(value, name)
    elif isinstance(data, list):
        for each in data:
            yield from ids_in(each, key)
    elif isinstance(data, int) and key in IDS:
        yield data


@pytest.mark.parametrize("section", [*SECTIONS, ""])
def test_no_section_tells_an_id_of_the_unpermitted(
    guard: Digikunta, tmp_path: Path, section: str
) -> None:
    """Each section alone, and all of them, are about those who permitted it only."""
    with sqlite3.connect(tmp_path / "network.db") as db:
        everyone = {id for (id,) in db.execute("select id from registration")}
    asked = ("report", *filter(None, [section]), "--meeting", "1", "--since", "1.1.2016")
    data = guard(*asked, "--public", "--format", "json").json
    counted = ("topics", "regions", "sizes", "languages", "needs_in_words", "other_topics")
    for key in counted:
        data.pop(key, None)
    data.pop("participants", None), data.pop("coverage", None)

    assert set(ids_in(data)) & everyone <= {1, 2, 3, 4, 9}


def test_both_roles_are_told_only_of_those_who_permitted_both(guard: Digikunta) -> None:
    """Salo may be told as an experimenter, which says nothing of it as a mentor."""
    report = guard("report", "--public", "--format", "json").json

    assert guard("report", "--format", "json").json["both_roles"] == ["Salatalo1 Oy", "Salo"]
    assert report["both_roles"] == []
    assert "In both roles" not in guard("report", "--public").out


def test_who_has_a_pair_outside_the_report_is_not_told_as_without_one(guard: Digikunta) -> None:
    """The other side is left out of it, and so is what would be wrong to say."""
    whole = guard("report", "--format", "json").json
    paired = {pair["experimenter"] for pair in whole["pairs"]}
    public = guard("report", "--public", "--format", "json").json
    shown = {pair["experimenter"] for pair in public["pairs"]}
    people = {each["id"]: each["organisation"] for each in guard("list", "--format", "json").json}
    network = guard("report", "network", "--public", "--format", "plain").out
    glance = guard("report", "glance", "--public", "--format", "plain").out

    assert paired & {1, 2, 3, 4} - shown, "somebody has a pair with whom is left out"
    for id in paired - shown:
        assert f"{people[id]}" not in network
    assert f"with a mentor left out of this report\t{len(paired & {1, 2, 3, 4} - shown)}" in glance
    assert "left out of this report" not in guard("report", "glance", "--format", "plain").out
