"""What only the ministry can give, as `digikunta report support` tells it."""

from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.model import (
    Role,
)
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

JOINT = {"title": "Yhteinen kirjaamo", "form": "yhteishanke muiden toimijoiden kanssa"}


def support(digikunta: Digikunta, *options: str) -> Any:
    """The section as JSON."""
    return digikunta("report", "support", *options, "--format", "json").json["support"]


@pytest.fixture
def asked(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """A small network that asks for money, expertise, research and procurement."""
    rows = [
        experimenter(
            "Salo",
            funding="kyllä",
            funding_sum="1 000 000",
            support="Kilpailutettua osaamista; Försöksfinansiering",
            digikiri="osallistumme",
            publish="kyllä",
        ),
        experimenter(
            "Loimaa", funding="kyllä", funding_sum="n. 410 000", expertise="Robotin osaaja"
        ),
        experimenter("Paimio", funding="kyllä", funding_sum="ei vielä tiedossa"),
        experimenter(
            "Uusikaupunki", funding="ehkä", funding_sum="5000,50", digikiri="en osaa sanoa"
        ),
        experimenter("Naantali", funding="ei", support="Innovatiivisia hankintoja"),
        experimenter("Raisio", expertise="Muotoilija", publish="kyllä"),
    ]
    mentors = [
        mentor(
            "Salo",
            support="Menetelmä- tai sisältöosaaminen; Puheenvuoro teematilaisuudessa",
            digikiri="osallistumme",
        ),
        mentor("Vaasa", support="Innovatiivisten hankintojen kokemus", digikiri="emme osallistu"),
    ]
    files = (
        write(tmp_path / "kokeilijat.csv", rows),
        write(tmp_path / "vaikuttajat.csv", mentors, role=Role.MENTOR),
    )
    assert digikunta("import", *files).code == 0
    return digikunta


def test_sums_stand_side_by_side_and_are_never_added(asked: Digikunta) -> None:
    """By answer: how many, how many of them told a sum, and their euros."""
    funding = support(asked)["funding"]

    assert funding == {
        "frame": None,
        "share": None,
        "yes": {"experiments": 3, "with_sum": 2, "sum": 1_410_000},
        "maybe": {"experiments": 1, "with_sum": 1, "sum": 5000.5},
        "no": {"experiments": 1, "with_sum": 0, "sum": 0},
        "not-told": {"experiments": 1, "with_sum": 0, "sum": 0},
    }
    told = asked("report", "support", "--format", "md").out
    assert "1,415,000" not in told
    # Whoever needs no funding owes no sum.
    assert "| no | 1 |  |  |  |" in told


def test_what_is_asked_for_stands_beside_what_there_is_to_give(asked: Digikunta) -> None:
    """The share is of what is asked for firmly, and the frame is told as people type it."""
    told = asked("report", "support", "--frame", "250 000 €", "--format", "md").out
    funding = support(asked, "--frame", "250000")["funding"]

    assert (funding["frame"], funding["share"]) == (250_000, 18)
    assert "1,410,000" in told
    assert "| there is to give | 250,000 | 18 |" in told
    assert "| what | sum, € | of what is asked for, % |" in told
    assert "say maybe" in told
    assert "to give" not in asked("report", "support").out


@pytest.mark.parametrize("frame", ["", "0", "-5", "a lot", "1 000-2 000", "0,25 M€"])
def test_a_frame_that_is_no_sum_is_refused(asked: Digikunta, frame: str) -> None:
    """One sentence says what is wrong, one how to write it."""
    result = asked("report", f"--frame={frame}")

    assert (result.code, result.out) == (2, "")
    assert "is no sum of euros above zero. Write it as 250000" in result.err


def test_forms_of_support_stand_beside_mentors_who_offer_the_like(asked: Digikunta) -> None:
    """Only forms that somebody wants; what no mentor can give has no number of mentors."""
    assert support(asked)["forms"] == [
        {"form": "expertise", "wanted": 1, "offered": 1},
        {"form": "funding", "wanted": 1, "offered": None},
        {"form": "procurement", "wanted": 1, "offered": 1},
    ]
    assert "<svg" in asked("report", "support", "--format", "html").out


def test_the_list_of_expertise_begins_with_what_is_to_be_procured(asked: Digikunta) -> None:
    """Whoever wants procured expertise is in it, with or without words of their own."""
    told = asked("report", "support", "--format", "plain").out
    section = told[told.index("Expertise sought") :].splitlines()

    assert [line.split("\t") for line in section[2:5]] == [
        ["Salo: Etäneuvonta", "", "yes"],
        ["Loimaa: Etäneuvonta", "Robotin osaaja", "no"],
        ["Raisio: Etäneuvonta", "Muotoilija", "no"],
    ]
    assert support(asked)["expertise"] == [
        {"experimenter": 1, "text": None, "procured": True},
        {"experimenter": 2, "text": "Robotin osaaja", "procured": False},
        {"experimenter": 6, "text": "Muotoilija", "procured": False},
    ]


def test_a_public_report_has_no_words_about_expertise(asked: Digikunta) -> None:
    """People may be named in them, and only what was permitted is counted."""
    found = support(asked, "--public")

    assert found["expertise"] == []
    assert found["funding"]["yes"] == {"experiments": 1, "with_sum": 1, "sum": 1_000_000}
    assert "Muotoilija" not in asked("report", "--public").out


def test_research_and_procurement_say_who(asked: Digikunta) -> None:
    """By answer in JSON; an organisation in both roles is named once."""
    found = support(asked)
    told = asked("report", "support").out

    assert found["research"] == {
        "yes": [1, 7],
        "interested": [],
        "no": [8],
        "unsure": [4],
        "not-told": [2, 3, 5, 6],
    }
    assert found["procurement"] == [5]
    assert "Salo\tmentor; experimenter" in told
    assert "Naantali: Etäneuvonta\tSouthwest Finland" in told


def test_a_joint_project_counts_once(digikunta: Digikunta, tmp_path: Path) -> None:
    """Registered by two members it is one experiment, with the firmest answer, and that is said."""
    rows = [
        experimenter("Salo", **JOINT, partners="Loimaa", funding="ehkä", funding_sum="90 000"),
        experimenter(
            "Loimaa",
            **JOINT,
            partners="Salon kaupunki",
            funding="kyllä",
            funding_sum="70 000",
            support="Innovatiivisia hankintoja",
        ),
        experimenter("Paimio", **JOINT, partners="", funding="kyllä", funding_sum="5 000"),
    ]
    digikunta("import", write(tmp_path / "kokeilijat.csv", rows))
    found = support(digikunta)

    assert found["funding"]["yes"] == {"experiments": 2, "with_sum": 2, "sum": 75_000}
    assert found["funding"]["maybe"] == {"experiments": 0, "with_sum": 0, "sum": 0}
    assert found["forms"] == [{"form": "procurement", "wanted": 1, "offered": 0}]
    assert "counts once: 1 more registration is about one" in digikunta("report", "support").out


def test_a_network_that_asks_for_nothing_says_so(digikunta: Digikunta, tmp_path: Path) -> None:
    """Asked for alone the section is a sentence; in the whole report it is left out."""
    assert digikunta("report", "support").code == 0
    digikunta("import", write(tmp_path / "vaikuttajat.csv", [mentor()], role=Role.MENTOR))

    assert "Nobody has asked for support." in digikunta("report", "support").out
    assert "Nobody has asked" not in digikunta("report").out
