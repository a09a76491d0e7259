"""`digikunta letters` as a coordinator runs it."""

import re
import stat
from datetime import UTC, datetime
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from digikunta_cli.meeting import in_finland
from digikunta_cli.model import Role
from tests.cli.letter_office import (
    LAHTI,
    MISSING,
    SERVICES,
    move,
    text,
    written,
)
from tests.conftest import Digikunta
from tests.invented import TIME, experimenter, mentor, write


def test_an_introduction_goes_to_both_in_the_languages_of_both(
    office: Digikunta, tmp_path: Path
) -> None:
    """In the one that they share, else in both; each learns how to reach the other."""
    letters = written(office, "1", "2")

    assert {stem: (e["to_role"], e["languages"]) for stem, e in letters.items()} == {
        "001-introduction-salo": ("both", ["fi"]),
        "002-introduction-porvoo": ("both", ["sv", "fi"]),
    }
    first, second = (
        text(tmp_path, "001-introduction-salo"),
        text(tmp_path, "002-introduction-porvoo"),
    )
    assert first.startswith(
        "aino@salo.example, eero@vaasa.example\nDigikuntakokeilu: Salo ja Vaasa"
    )
    assert "Eero Vaasalainen, eero@vaasa.example, 050 888" in first
    assert second.index("Borgå och Kuopio") < second.index("Porvoo ja Kuopio")
    assert "Gemensamt tema: e-tjänster" in second
    assert "Yhteinen aihe: sähköinen asiointi" in second


def test_who_did_not_agree_to_share_is_introduced_apart(office: Digikunta, tmp_path: Path) -> None:
    """The other side learns the organisation only, and the coordinator passes answers on."""
    result = office("letters", "3")
    to_mentor = text(tmp_path, "003-introduction-unshared-vaasa")
    to_experimenter = text(tmp_path, "003-introduction-apart-oulu")

    assert "these pairs get a letter each, and you pass their answers on: 3." in result.out
    assert to_mentor.startswith("eero@vaasa.example\n")
    assert not any(told in to_mentor for told in ("aino@oulu.example", "040 777", "Aino"))
    assert to_experimenter.startswith("aino@oulu.example\n")
    assert "eero@vaasa.example, 050 888" in to_experimenter


def test_who_takes_its_agreement_back_is_in_no_letter_that_is_due(
    office: Digikunta, tmp_path: Path
) -> None:
    """A draft of before, with contacts, does not stay as the one to send."""
    before = [*written(office, "1")]
    late = {"sharing": "vain koordinaattorille", "contact_name": "Eero Vaasalainen"}
    row = mentor("Vaasa", topics=SERVICES, capacity="5", **late, **{TIME: "2.10.2016 9:00"})
    office("import", write(tmp_path / "uusi.csv", [row], role=Role.MENTOR))
    after = written(office, "1")

    assert before == ["001-introduction-salo"]
    assert {stem: each["became"] for stem, each in after.items()} == {
        "001-introduction-unshared-salo": "written",
        "001-introduction-apart-vaasa": "written",
    }
    assert "eero@" not in text(tmp_path, "001-introduction-unshared-salo")


def test_without_an_address_the_draft_is_there_and_the_id_is_told(
    office: Digikunta, tmp_path: Path
) -> None:
    """No person is named, neither on the terminal nor in the data."""
    result = office("letters", "4")
    (letter,) = office("letters", "4", "--format", "json").json

    assert MISSING in result.out
    assert text(tmp_path, "004-introduction-lahti").startswith("eero@vaasa.example\n")
    assert (letter["without_email"], letter["languages"]) == ([LAHTI], ["fi", "sv"])
    assert not re.search(r"@|Aino|Eero|Esimerkki", result.out + str(letter))


def test_the_state_of_a_pair_tells_the_letter(office: Digikunta) -> None:
    """Each state asks for its own; a mentor's pairs are told in one letter.

    How it goes is asked some weeks later only, unless the pairs are named.
    """
    move(office, "proposed", 1, 3)
    move(office, "mentor-asked", 2)
    move(office, "declined", 4)
    first = {stem: each["pairs"] for stem, each in written(office).items()}
    move(office, "active", 1)
    move(office, "introduced", 3)
    move(office, "ended", 2)
    soon = {stem: each["pairs"] for stem, each in written(office).items()}
    second = {stem: each["pairs"] for stem, each in written(office, "1", "2", "3").items()}
    month = f"{in_finland(datetime.now(UTC)):%Y-%m}"

    assert first == {"001-ask-mentor-vaasa": [1, 3], "002-ask-experimenter-porvoo": [2]}
    assert soon == {"002-results-porvoo": [2]}
    assert second == {
        f"001-check-in-{month}-salo": [1],
        f"003-check-in-{month}-oulu": [3],
        f"001-check-in-{month}-vaasa": [1, 3],
        "002-results-porvoo": [2],
    }


def test_a_kind_is_written_where_it_makes_sense(office: Digikunta) -> None:
    """Of named pairs whose state allows it, of all pairs only where it is due."""
    move(office, "mentor-asked", 1)
    move(office, "declined", 4)
    named = office("letters", "1", "2", "4", "--kind", "ask-mentor")
    no_one = office("letters", "--kind", "ask-mentor")
    declined = office("letters", "4")

    assert "request to a mentor\tVaasa\t1\t" in named.out
    assert "Pair 2 is accepted, so it gets no such letter." in named.out
    assert "Pair 4 is declined, so it gets no such letter." in named.out
    assert no_one.out.startswith("No letter is due.")
    assert declined.out.splitlines() == [
        "No letter is due. See the pairs with: digikunta pairs.",
        "Pair 4 is declined, so it gets no such letter.",
    ]
    assert [*written(office, "--kind", "ask-experimenter")] == ["001-ask-experimenter-salo"]


def test_drafts_go_to_a_folder_of_their_own_with_a_page(office: Digikunta, tmp_path: Path) -> None:
    """Beside the database or where asked for; the page says who was written to earlier."""
    usual = office("letters", "1")
    chosen = office("letters", "2", "--output", "mine")
    office("letters", "1", "--output", "mine")
    page = (tmp_path / "mine" / "index.html").read_text(encoding="utf-8")

    assert f"1 letter was written to {tmp_path / 'letters-out'}; nothing was sent." in usual.out
    assert "1 letter was written to mine; nothing was sent." in chosen.out
    assert stat.S_IMODE((tmp_path / "letters-out").stat().st_mode) == 0o700
    assert sorted(each.name for each in (tmp_path / "letters-out").iterdir()) == [
        "001-introduction-salo.eml",
        "001-introduction-salo.txt",
        "index.html",
    ]
    assert page.index("001-introduction") < page.index("may have been sent already")
    assert page.index("may have been sent already") < page.index("mailto:bo@b.example")


def test_an_edited_draft_stays_and_is_linked_as_it_is(office: Digikunta, tmp_path: Path) -> None:
    """Run again, it is told apart from those that say the same."""
    office("letters", "1", "2")
    file = tmp_path / "letters-out" / "001-introduction-salo.txt"
    file.write_text("x@y.example\nOma\n\nOma teksti\n", encoding="utf-8")
    again = office("letters", "1", "2")
    page = (tmp_path / "letters-out" / "index.html").read_text(encoding="utf-8")

    assert "1 letter was there already and was left as it is." in again.out
    assert "1 letter was there already in other words" in again.out
    assert file.read_text(encoding="utf-8") == "x@y.example\nOma\n\nOma teksti\n"
    assert "mailto:x@y.example?subject=Oma&amp;body=Oma%20teksti" in page


def test_templates_are_written_for_editing(office: Digikunta, tmp_path: Path) -> None:
    """To the folder from which they are then read; edited ones stay."""
    first = office("letters", "--templates")
    own = tmp_path / "letters" / "introduction" / "fi.txt"
    own.write_text("Oma\n{{ signature }}", encoding="utf-8")
    again = office("letters", "--templates", "--format", "json").json
    office("letters", "1")

    assert f"25 templates were written to {tmp_path / 'letters'}" in first.out
    assert (again["written"], len(again["kept"])) == ([], 25)
    assert "25 templates were there already" in office("letters", "--templates").out
    assert text(tmp_path, "001-introduction-salo").endswith("\nOma\n\nDigikuntakokeilu\n")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("99",), 2, "There is no pair with id 99"),
        (("1", "--meeting", "1"), 2, "--meeting and PAIR cannot be asked for at once"),
        (("--meeting", "1", "--kind", "results"), 2, "--meeting and --kind results cannot"),
        (("--templates", "--output", "x"), 2, "--templates and --output cannot"),
        (("--templates", "--kind", "invitation"), 2, "--templates and --kind invitation cannot"),
        (("--kind", "cancellation"), 2, "This letter needs a meeting"),
        (("--kind", "invitation"), 2, "This letter needs a meeting"),
        (("--meeting", "7"), 2, "There is no meeting with id 7"),
        (("--kind", "love"), 2, "--kind cannot be love"),
        (("--format", "xlsx"), 2, "There is no format xlsx here"),
        (("--output", "network.db"), 3, "The letters need a folder, and network.db is a file."),
        (("--output", "x" * 300), 3, "cannot be written: File name too long."),
        (("--output", "network.db/x/y"), 3, "a folder, and network.db is a file. Give the name"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    office: Digikunta, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """And nothing is written."""
    result = office("letters", *arguments)

    assert (result.code, result.out) == (code, "")
    assert said in result.err
    assert [each.name for each in tmp_path.iterdir()] == ["network.db"]


def test_a_page_of_somebody_else_is_not_written_over(office: Digikunta, tmp_path: Path) -> None:
    """Nor are letters written beside it; the one of an earlier run is made anew."""
    page = tmp_path / "site" / "index.html"
    page.parent.mkdir()
    page.write_text("<h1>Kotisivu</h1>", encoding="utf-8")
    refused = office("letters", "1", "--output", "site")
    page.unlink()
    first = office("letters", "1", "--output", "site")
    again = office("letters", "2", "--output", "site")

    assert (refused.code, refused.out) == (3, "")
    assert "site/index.html is a page that digikunta did not write" in refused.err
    assert (first.code, again.code) == (0, 0)
    assert page.read_text("utf-8").count("mailto:") == 2


def test_what_comes_next_is_said_by_kind(office: Digikunta) -> None:
    """With the command for it, on a terminal's table."""
    move(office, "proposed", 1)
    move(office, "mentor-asked", 2)
    move(office, "introduced", 3)
    said = " ".join(office("letters", "1", "2", "3", "4", "--format", "table").out.split())
    move(office, "ended", 1, 2, 3, 4)
    ended = " ".join(office("letters", "--format", "table").out.split())

    assert "When a request to a mentor has been sent: digikunta pair move ID... mentor" in said
    assert "When both have agreed: digikunta accept ID..." in said
    assert "When an introduction has been sent: digikunta pair move ID... introduced." in said
    assert "When it is known how it goes: digikunta pair move ID... active, or ended." in said
    assert "pair move" not in ended


def test_a_letter_does_not_say_that_a_mentor_offers_to_be_one(
    matched: Digikunta, tmp_path: Path
) -> None:
    """That goes without saying; what else is offered is said."""
    reasons = [each["reasons"] for each in matched("pairs", "--format", "json").json]
    matched("letters")
    texts = [each.read_text("utf-8") for each in (tmp_path / "letters-out").glob("*.txt")]
    offers = [
        line
        for each in texts
        for line in each.splitlines()
        if line.startswith(("– Tarjoaa pyydettyä tukea", "– Erbjuder efterfrågat stöd"))
    ]

    assert any(each.endswith(": a mentor") for told in reasons for each in told)
    assert "– Tarjoaa pyydettyä tukea: osaaminen" in offers
    assert not any(re.search("sparraaja|sparrare", each) for each in offers)


def test_there_are_no_letters_without_pairs(digikunta: Digikunta, tmp_path: Path) -> None:
    """An empty network is no error."""
    result = digikunta("letters")

    assert (result.code, result.out.startswith("No letter is due.")) == (0, True)
    assert list(tmp_path.iterdir()) == []


def test_a_letter_gives_no_words_picked_from_answers(digikunta: Digikunta, tmp_path: Path) -> None:
    """They are a reason for whoever looks at pairs, and no sentence in a letter."""
    same = "Skannerin lukemat verkkolaskut tiliöidään automaattisesti ostoreskontraan"
    for name, row, role in (
        ("a.csv", experimenter("Salo", topics=SERVICES, need=same), Role.EXPERIMENTER),
        ("b.csv", mentor("Vaasa", topics=SERVICES, solution=same), Role.MENTOR),
    ):
        write(Path(name), [row], role=role)
    digikunta("import", "a.csv", "b.csv")
    matched = digikunta("match", "--yes", "--format", "json").json["pairs"][0]
    digikunta("letters")

    assert any(each.startswith("Texts are alike") for each in matched["reasons"])
    assert "Samankaltaiset" not in text(tmp_path, "001-ask-mentor-vaasa")
    assert "– Yhteinen aihe" in text(tmp_path, "001-ask-mentor-vaasa")


def test_an_introduction_leaves_no_gap_where_no_contact_was_told(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Nor has the draft an empty line for addresses."""
    silent = {"contact_name": "", "contact_email": "", "topics": SERVICES}
    write(Path("a.csv"), [experimenter("Salo", **silent)])
    write(Path("b.csv"), [mentor("Vaasa", **silent, sharing="kyllä")], role=Role.MENTOR)
    digikunta("import", "a.csv", "b.csv")
    digikunta("pair", "add", "1", "2")
    digikunta("letters")
    mail = (tmp_path / "letters-out" / "001-introduction-salo.eml").read_bytes()

    assert "\nKokeilija: Salo, Etäneuvonta\n”Neuvonta" in text(tmp_path, "001-introduction-salo")
    assert message_from_bytes(mail, policy=policy.default)["To"] is None
