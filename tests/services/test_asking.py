"""Whom to ask again, what, and in which language."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.addresses import usable_address
from digikunta_cli.importing.exports import read_export
from digikunta_cli.mending import Asking, Letter
from digikunta_cli.model import Finding
from digikunta_cli.reports.facts import Imported
from digikunta_cli.services.asking import ask
from tests.importing.exports import (
    CATALOGUE,
    COMMITMENT,
    EMAIL,
    LANGUAGES,
    NAME,
    ORGANISATION,
    SEATS,
    SOLUTION,
    SPOKEN,
    SUPPORT,
    TOPICS,
    WHOLE,
    write_export,
)


def asking(*files: Path, more: tuple[Finding, ...] = ()) -> Asking:
    """What an import of these files asks, with findings of its own beside those of reading."""
    exports = [read_export(file, CATALOGUE) for file in files]
    outcomes = [
        Imported(
            file=export.file_name,
            sheet=None,
            tool=None,
            role=sheet.role,
            language=sheet.language,
            rows=0,
            new=0,
            changed=0,
            same=0,
            repeated=0,
            rejected=0,
            findings=(*sheet.rejected, *sheet.findings, *more),
        )
        for export in exports
        for sheet in export.sheets
    ]
    return ask(exports, outcomes, CATALOGUE)


def questions(letter: Letter, language: str = "fi") -> list[tuple[str, str | None]]:
    """What a letter asks in a language, with what was answered."""
    return [(q.question, q.answer) for matter in letter.pages[language] for q in matter.questions]


def test_exactly_what_is_missing_or_unclear_is_asked(tmp_path: Path) -> None:
    """In the order of the form, with the answer that was not understood."""
    odd = {**WHOLE, TOPICS: "", SEATS: "pari", LANGUAGES: "suomi;saame", COMMITMENT: "ehkä"}
    found = asking(write_export(tmp_path / "a.csv", odd))

    (letter,) = found.letters
    assert questions(letter) == [
        (TOPICS, None),
        (SEATS, "pari"),
        (LANGUAGES, "suomi;saame"),
        (COMMITMENT, "ehkä"),
    ]
    assert [q.kind for q in letter.pages["fi"][0].questions] == ["many", "number", "many", "yes-no"]
    assert letter.pages["fi"][0].questions[2].options == ("suomi", "ruotsi", "englanti")
    assert (letter.to, letter.name) == (WHOLE[EMAIL], WHOLE[NAME])
    assert found.unreachable == ()


def test_who_answered_everything_gets_no_letter(tmp_path: Path) -> None:
    """A refusal is an answer, and a number with words beside it was read."""
    file = write_export(tmp_path / "a.csv", WHOLE, {**WHOLE, COMMITMENT: "ei", SEATS: "noin 2"})

    assert asking(file) == Asking(letters=(), unreachable=())


@pytest.mark.parametrize(
    ("told", "languages"),
    [
        ("suomi", ("fi",)),
        ("svenska", ("sv",)),
        ("molemmat", ("fi", "sv")),
        ("englanti", ("en",)),
        ("", ("fi",)),
    ],
)
def test_a_contact_is_asked_in_its_own_language(
    tmp_path: Path, told: str, languages: tuple[str, ...]
) -> None:
    """That of the form where none was asked for; both where both were."""
    found = asking(write_export(tmp_path / "a.csv", {**WHOLE, SPOKEN: told, SOLUTION: ""}))

    assert tuple(found.letters[0].pages) == languages


def test_the_language_of_the_answer_comes_before_that_of_the_form(tmp_path: Path) -> None:
    """A Finnish export holds answers to the Swedish form too."""
    answer = {"Vastauskieli": "sv", **WHOLE, SPOKEN: "", SOLUTION: ""}
    (letter,) = asking(write_export(tmp_path / "a.csv", answer)).letters

    assert questions(letter, "sv")[0][0].startswith("Beskriv förändringen")


def test_a_form_whose_language_does_not_show_is_answered_in_finnish(tmp_path: Path) -> None:
    """Finnish first, where nothing tells."""
    answer = {"Organisaation nimi": "Espoo", "Titel": "x", "Sähköposti": "a@b.example"}
    answer |= {"Muutoksen vaihe": "", "Kuinka monta tuntia kuukaudessa?": "", "Capacity": ""}
    file = write_export(tmp_path / "a.csv", {**answer, "Millä kielillä voitte sparrata?": ""})

    assert list(asking(file).letters[0].pages) == ["fi"]


def test_a_contact_of_several_registrations_gets_one_letter(tmp_path: Path) -> None:
    """With both in it, in both languages if they were answered in two."""
    one = {**WHOLE, SOLUTION: ""}
    two = {**WHOLE, ORGANISATION: "Oulun kaupunki", SPOKEN: "ruotsi", SUPPORT: ""}
    shouted = {**two, EMAIL: WHOLE[EMAIL].upper()}
    (letter,) = asking(write_export(tmp_path / "a.csv", one, shouted)).letters

    assert [matter.organisation for matter in letter.pages["sv"]] == [
        "Espoon kaupunki",
        "Oulun kaupunki",
    ]
    assert list(letter.pages) == ["fi", "sv"]
    assert letter.stem == "espoon-kaupunki-row2"


def test_who_answered_anew_is_asked_of_the_new_answer(tmp_path: Path) -> None:
    """Over several files too, by the time of the answers; an answer kept as older counts not."""
    head = {"ID": "1", "Start time": "8/30/16 9:00:00"}
    old = {**head, "Completion time": "8/30/16 9:00:00", **WHOLE, SOLUTION: "", SUPPORT: ""}
    new = {**head, "Completion time": "8/31/16 9:00:00", **WHOLE, SOLUTION: ""}
    first = write_export(tmp_path / "a.csv", new, old)
    second = write_export(tmp_path / "b.csv", old)

    (letter,) = asking(first, second).letters
    assert questions(letter) == [(SOLUTION, None)]
    late = (Finding(code="answer-older", row=2),)
    assert asking(second, more=late) == Asking(letters=(), unreachable=())


def test_another_contact_with_another_content_is_asked_too(tmp_path: Path) -> None:
    """They are two registrations, as the import keeps them."""
    one = {**WHOLE, SOLUTION: "lomakkeet verkossa asukkaille", SEATS: ""}
    two = {**one, EMAIL: "b@b.example", SOLUTION: "robotti laskuttaa taloushallinnossa"}
    found = asking(write_export(tmp_path / "a.csv", one, two))

    assert [letter.to for letter in found.letters] == [WHOLE[EMAIL], "b@b.example"]


@pytest.mark.parametrize(
    "address", ["", "ei ole", "a@b", "a@b@c.fi", "a@b.fi, c@d.fi", "päivi@b.fi", "<a@b.fi>"]
)
def test_who_has_no_usable_address_is_told_by_organisation(tmp_path: Path, address: str) -> None:
    """Nothing is written to an address that reaches nobody."""
    found = asking(write_export(tmp_path / "a.csv", {**WHOLE, EMAIL: address, SOLUTION: ""}))

    assert found.letters == ()
    assert [(u.file, u.row, u.organisation) for u in found.unreachable] == [
        ("a.csv", 2, "Espoon kaupunki")
    ]


def test_a_row_without_an_organisation_is_asked_for_it(tmp_path: Path) -> None:
    """It was rejected, and its contact alone can tell."""
    (letter,) = asking(
        write_export(tmp_path / "a.csv", {**WHOLE, ORGANISATION: "", NAME: ""})
    ).letters

    assert questions(letter) == [(ORGANISATION, None)]
    assert (letter.name, letter.pages["fi"][0].organisation) == (None, None)
    assert letter.stem == "organisation-row2"


def test_a_form_that_asks_for_no_address_reaches_nobody(tmp_path: Path) -> None:
    """All its questions are told as they are."""
    answers = {key: value for key, value in WHOLE.items() if key not in (EMAIL, SPOKEN)}
    found = asking(write_export(tmp_path / "a.csv", {**answers, SOLUTION: ""}))

    assert [each.row for each in found.unreachable] == [2]


def test_file_names_are_of_organisations_and_answers(tmp_path: Path) -> None:
    """With the tool's number of the answer where it is a plain one, and never twice."""
    answer = {**WHOLE, SEATS: "", ORGANISATION: "Pietarsaari / Jakobstad Å"}
    head = {"ID": "12", "Start time": "", "Completion time": ""}
    other = {**answer, EMAIL: "c@d.fi", SOLUTION: "robotti laskuttaa"}
    odd = {**answer, "ID": "../x y", ORGANISATION: "Vaasa", EMAIL: "e@f.fi"}
    first = write_export(tmp_path / "a.csv", {**head, **answer})
    second = write_export(tmp_path / "b.csv", {**head, **other}, {**head, **odd})

    assert [letter.stem for letter in asking(first, second).letters] == [
        "pietarsaari-jakobstad-a-12",
        "pietarsaari-jakobstad-a-12-2",
        "vaasa-row3",
    ]


@given(
    st.text(max_size=20)
    | st.from_regex(r"[!-~]{1,9}@[!-~]{1,9}", fullmatch=True)
    | st.from_regex(r"[a-z.'+]{1,9}@[a-z.-]{1,9}\.fi", fullmatch=True)
)
def test_an_address_is_one_mailbox_or_none(text: str) -> None:
    """Whatever was typed, a mail program reads it as it stands or it is not used."""
    address = usable_address(text)
    if address is None:
        return
    message = EmailMessage()
    message["To"] = address
    back = message_from_bytes(message.as_bytes(), policy=policy.default)

    assert [each.addr_spec for each in back["To"].addresses] == [address]
