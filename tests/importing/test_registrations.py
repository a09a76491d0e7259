"""Rows of a form become registrations and findings."""

from datetime import datetime

import pytest

from digikunta_cli.importing.form import Form, recognise
from digikunta_cli.importing.registrations import Gathered, gather
from digikunta_cli.model import Answer, Finding
from digikunta_cli.topics import Catalogue, find_file, load


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The topics that come with the program."""
    return load(find_file(None))


def mentors(catalogue: Catalogue, *rows: dict[str, str], tool: tuple[str, ...] = ()) -> Gathered:
    """What these answers to the mentor's form come to; columns are the keys of all rows."""
    headings = [*tool, "Organisaation nimi", *dict.fromkeys(key for row in rows for key in row)]
    headings = list(dict.fromkeys(headings))
    form = recognise(headings, catalogue, role=None) or recognise_anyway(headings, catalogue)
    return gather(
        [
            (number, tuple({"Organisaation nimi": "Espoo", **row}.get(h, "") for h in headings))
            for number, row in enumerate(rows, start=2)
        ],
        form,
        catalogue,
    )


def recognise_anyway(headings: list[str], catalogue: Catalogue) -> Form:
    """The mentor's form, however few of its questions are there."""
    from digikunta_cli.model import Role

    form = recognise(headings, catalogue, role=Role.MENTOR)
    assert form is not None
    return form


CAPACITY = "Kuinka montaa kokeilijaa voitte sparrata samaan aikaan?"
SUPPORT = "Millaista tukea voitte tarjota kokeilijoille?"
LANGUAGES = "Millä kielillä voitte sparrata?"
TOPICS = "Missä aiheissa voitte toimia vaikuttajana tai sparraajana?"


@pytest.mark.parametrize("text", ["2,5", "-1", "pari", "2–3", "101", "9000000000000000000000"])
def test_seats_must_be_a_whole_number(catalogue: Catalogue, text: str) -> None:
    """Anything else is kept as text, and told with its row and column."""
    gathered = mentors(catalogue, {CAPACITY: text})

    assert gathered.registrations[0].answers["capacity"] == Answer(text)
    assert Finding(code="number-missing", row=2, column=CAPACITY, value=text) in gathered.findings


def test_a_figure_whose_comma_may_part_thousands_is_told(catalogue: Catalogue) -> None:
    """It is kept as text and counted nowhere, whatever the question."""
    gathered = mentors(catalogue, {CAPACITY: "1,200"})

    assert gathered.registrations[0].answers["capacity"] == Answer("1,200")
    told = Finding(code="number-doubtful", row=2, column=CAPACITY, value="1,200")
    assert told in gathered.findings


def test_an_unknown_type_of_organisation_is_other(catalogue: Catalogue) -> None:
    """Where a question has "other", a free answer is that, with its text."""
    gathered = mentors(
        catalogue, {"Organisaation tyyppi": "osuuskunta", "Muutoksen vaihe": "kesken"}
    )

    assert gathered.registrations[0].answers["organisation_type"] == Answer("osuuskunta", "other")
    assert gathered.registrations[0].answers["stage"] == Answer("kesken")
    assert [f.code for f in gathered.findings if f.column == "Muutoksen vaihe"] == [
        "choice-unknown"
    ]


def test_an_open_answer_stands_beside_its_options(catalogue: Catalogue) -> None:
    """As one column an option, with the free text in a column of its own."""
    gathered = mentors(
        catalogue,
        {
            f"{TOPICS}: Uudet palveluinnovaatiot": "1",
            f"{TOPICS}: Osallistuminen ja vaikuttaminen": "0",
            f"{TOPICS}: muu, mikä?": "1",
            f"{TOPICS}: muu, mikä? (avoin vastaus)": "avoin data",
            f"{SUPPORT}: viestintä": "vain blogi",
            f"{SUPPORT}: Avoimet vastaukset": "kahvit",
        },
    )
    answers = gathered.registrations[0].answers

    assert answers["topics"].value == ("innovations", "other")
    assert answers["other_topic"].text == "avoin data"
    assert answers["support"].value == ("other",)
    assert answers["support_other"].text == "vain blogi; kahvit"


def test_an_unknown_language_is_told_without_repeating_it(catalogue: Catalogue) -> None:
    """A question without "other" keeps the text and asks for a look."""
    gathered = mentors(catalogue, {LANGUAGES: "suomi;saame;"})

    assert gathered.registrations[0].answers["languages"].value == ("fi",)
    assert gathered.registrations[0].answers["languages_other"].text == "saame"
    assert Finding(code="choice-unknown", row=2, column=LANGUAGES) in gathered.findings


def test_an_unclear_consent_is_neither_yes_nor_no(catalogue: Catalogue) -> None:
    """What is not said plainly is not taken as said."""
    question = "Yhteystietomme saa jakaa digikehitysverkostolle"
    gathered = mentors(
        catalogue, {question: "ehkä"}, {question: "vain koordinaattorille"}, {question: "kyllä"}
    )

    assert [each.value("sharing") for each in gathered.registrations] == [None, False, True]
    assert [f.row for f in gathered.findings if f.code == "answer-unclear"] == [2]


def test_ambiguous_dates_are_told_and_not_used(catalogue: Catalogue) -> None:
    """A column whose order of day and month nothing decides gives no times."""
    tool = ("ID", "Start time", "Completion time")
    row = {"ID": "1", "Completion time": "8/9/16 10:00", CAPACITY: "1"}
    unsure = mentors(catalogue, row, tool=tool)
    sure = mentors(catalogue, row, {**row, "Completion time": "8/30/16 9:00"}, tool=tool)

    assert unsure.registrations[0].answered_at is None
    assert Finding(code="dates-ambiguous", column="Completion time") in unsure.findings
    assert sure.registrations[0].answered_at == datetime(2016, 8, 9, 10)


@pytest.mark.parametrize(
    ("dates", "expected"), [("dmy", datetime(2016, 9, 8, 10)), ("mdy", datetime(2016, 8, 9, 10))]
)
def test_who_imports_may_say_the_order_of_day_and_month(
    catalogue: Catalogue, dates: str, expected: datetime
) -> None:
    """Where nothing in the file decides; what the times tell themselves stands."""
    headings = ["ID", "Start time", "Completion time", "Organisaation nimi", CAPACITY]
    form = recognise_anyway(headings, catalogue)
    unsure = gather([(2, ("1", "", "8/9/16 10:00", "Espoo"))], form, catalogue, dates=dates)
    told = [(2, ("1", "8/31/16 9:00", "9/1/16 10:00", "Espoo"))]

    assert unsure.registrations[0].answered_at == expected
    assert [f.code for f in unsure.findings if f.code.startswith("date")] == []
    assert gather(told, form, catalogue, dates=dates).registrations[0].answered_at == datetime(
        2016, 9, 1, 10
    )


def test_a_time_that_cannot_be_read_is_told(catalogue: Catalogue) -> None:
    """With its row; a tool that keeps no times is not blamed for it."""
    tool = ("submitdate", "lastpage")
    gathered = mentors(
        catalogue,
        {"submitdate": "eilen"},
        {"submitdate": "1980-01-01 00:00:00"},
        {"submitdate": "2016-08-30 09:00:00"},
        tool=tool,
    )

    assert [f for f in gathered.findings if f.code == "date-unclear"] == [
        Finding(code="date-unclear", row=2, column="submitdate", value="eilen")
    ]
    assert [r.answered_at for r in gathered.registrations] == [
        None,
        None,
        datetime(2016, 8, 30, 9),
    ]


def test_a_consent_may_be_its_own_sentence(catalogue: Catalogue) -> None:
    """A ticked box is written as the sentence beside it; nothing ticked is nothing told."""
    question = "Yhteystietomme saa jakaa digikehitysverkostolle"
    gathered = mentors(catalogue, {question: f"{question}.;"}, {question: ""})

    assert [each.value("sharing") for each in gathered.registrations] == [True, None]


def test_an_option_in_other_words_is_no_free_text(catalogue: Catalogue) -> None:
    """A column of an option may hold another wording of it."""
    gathered = mentors(catalogue, {f"{SUPPORT}: Viestintä": "Kommunikation"})

    assert gathered.registrations[0].answers["support"] == Answer("Viestintä", ("communication",))
    assert "support_other" not in gathered.registrations[0].answers


def test_an_answer_never_sent_is_rejected(catalogue: Catalogue) -> None:
    """LimeSurvey keeps unfinished answers too: those have no time of sending."""
    gathered = mentors(
        catalogue,
        {"submitdate": "2016-08-30 09:00:00", "lastpage": "3", CAPACITY: "1"},
        {"submitdate": "", "lastpage": "1", CAPACITY: "1"},
    )

    assert len(gathered.registrations) == 1
    assert gathered.rejected == (Finding(code="row-unfinished", row=3),)


def test_an_option_of_a_question_with_one_answer_is_an_extra(catalogue: Catalogue) -> None:
    """Only questions with several answers have a column an option."""
    gathered = mentors(catalogue, {CAPACITY: "1", "Muutoksen vaihe: pilotoitu": "x"})

    assert gathered.registrations[0].extras == {"Muutoksen vaihe: pilotoitu": "x"}
