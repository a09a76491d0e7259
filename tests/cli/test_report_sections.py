"""Each section of the report alone, on small networks and on a terminal of 80 columns."""

from pathlib import Path

import pytest

from digikunta_cli.model import Role
from digikunta_cli.reports.network import report
from digikunta_cli.reports.network.wish import SECTIONS
from tests.cli.conftest import SERVICES, TALKS
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write


@pytest.fixture
def small(digikunta: Digikunta, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Digikunta:
    """One experimenter with two experiments and a mentor, nothing matched, on 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")
    rows = [
        experimenter("Salo", title="Raati", topics=TALKS, expertise="Tulkki", months=""),
        experimenter("Salo", title="Lomake", topics=SERVICES, commitment="ei"),
    ]
    files = [
        write(tmp_path / "kokeilijat.csv", rows),
        write(tmp_path / "mentorit.csv", [mentor(topics=TALKS)], role=Role.MENTOR),
    ]
    assert digikunta("import", *files).code == 0
    return digikunta


def shown(digikunta: Digikunta, *arguments: str) -> list[str]:
    """The lines that a terminal shows of a report, without its title and date."""
    result = digikunta("report", *arguments, "--format", "table")
    assert (result.code, result.err) == (0, "")
    return [line.rstrip() for line in result.out.splitlines() if line.strip()][2:]


def test_help_names_all_sections_in_the_order_told(digikunta: Digikunta) -> None:
    """What can be asked for alone is found without reading anything else."""
    said = " ".join(digikunta("report", "--help").out.split())

    assert f"{', '.join(SECTIONS)}." in said
    assert [section.key for section in report._SECTIONS] == list(SECTIONS)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_alone_always_says_something(small: Digikunta, section: str) -> None:
    """A sentence stands where there is nothing to list, and never an empty table."""
    assert small("match", "--yes").code == 0
    lines = shown(small, section)

    assert lines
    assert "Nothing to show." not in lines


def test_what_is_not_there_is_told_only_where_it_was_asked_for(small: Digikunta) -> None:
    """The whole report is not longer for it."""
    sentences = {
        "pairs": "There are no pairs to show.",
        "peers": "There are no peer groups to show.",
        "events": "There is no theme yet that three experimenters could meet about.",
        "both-roles": "No organisation is in both roles.",
    }
    whole = shown(small)
    for section, sentence in sentences.items():
        assert shown(small, section)[-1] == sentence
        assert sentence not in whole
    assert small("match", "--yes").code == 0
    assert shown(small, "needs")[1] == "not committed to share"


def test_who_was_never_matched_is_told_so(small: Digikunta) -> None:
    """Nothing can have changed since a matching that never was."""
    assert {"not matched yet", "not committed to share"} <= set(shown(small, "needs"))


def test_pairs_made_by_hand_are_not_told_away(small: Digikunta) -> None:
    """Without a matching there are pairs all the same."""
    assert "so nobody has a pair" in shown(small, "pairs")[0]
    assert small("pair", "add", "1", "3").code == 0
    first = " ".join(shown(small, "pairs")[:2])

    assert "made by hand" in first
    assert "nobody has a pair" not in first


@pytest.mark.parametrize("role", list(Role))
def test_a_report_of_one_role_asks_for_the_other_form(
    digikunta: Digikunta, tmp_path: Path, role: Role
) -> None:
    """A matching would find nobody, so it is not what to do first."""
    rows = [mentor()] if role is Role.MENTOR else [experimenter()]
    digikunta("import", write(tmp_path / "one.csv", rows, role=role))
    said = digikunta("report", "--format", "table").out
    missing = "experimenters" if role is Role.MENTOR else "mentors"

    assert f"No {missing} have been imported yet." in said
    assert "digikunta match" not in said


def test_a_terminal_of_80_columns_has_a_line_each(small: Digikunta) -> None:
    """Pairs stand under their mentors with their age, needs under what they are left for."""
    small("match", "--yes")
    assert shown(small, "pairs")[-3:] == [
        "Vaasa",
        "  1 Salo: Raati  proposed, 0 days",
        "Why they suit each other: digikunta pairs.",
    ]
    assert shown(small, "network") == ["The network: Vaasa: Salo (proposed)"]
    assert small("accept", "1").code == 0
    assert shown(small, "network") == ["The network: Vaasa: Salo (settled)"]
    assert shown(small, "needs") == [
        *("Unmet needs", "not committed to share", "  Salo: Lomake  e-services"),
        *shown(small, "needs")[3:],
    ]
    assert "  Salo  Tulkki" in shown(small, "support")
    assert "Salo: Raati   experimenter, new registration" in shown(
        small, "changes", "--since", "1.1.2016"
    )


def test_status_leads_from_an_accepted_pair_to_its_letters(small: Digikunta) -> None:
    """Who said yes waits to be introduced; what is introduced waits for nothing."""
    steps = []
    for command in (["match", "--yes"], ["accept", "1"], ["pair", "move", "1", "introduced"]):
        assert small(*command).code == 0
        steps.append(small("status", "--format", "json").json["next"])

    assert steps == ["accept", "letters", "report"]
