"""Headings as tools write them, in one row or two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.importing.form import Form, Target, recognise
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.heading_rows import find_form
from digikunta_cli.importing.headings import joined, may_go_on, tidy, without_code
from digikunta_cli.model import Role
from digikunta_cli.topics import Catalogue, find_file, load

TOPICS = "Mihin aiheisiin kokeilu liittyy?"
SUPPORT = "Millaista tukea voitte tarjota kokeilijoille?"
LANGUAGES = "Millä kielillä voitte sparrata?"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The topics that come with the program."""
    return load(find_file(None))


def target(heading: str, catalogue: Catalogue, role: Role = Role.EXPERIMENTER) -> Target | None:
    """What a heading asks in a role's form."""
    form = recognise(["Kunta tai organisaatio", heading], catalogue, role=role)
    assert form is not None
    return form.targets.get(1)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Kokeilun<br/>nimi", "Kokeilun nimi"),
        ("<p>Kokeilun <b>ni</b>mi&nbsp;</p>", "Kokeilun nimi"),
        ("Kokeilun\r\nnimi", "Kokeilun nimi"),
        ("Työaika < 5 h", "Työaika < 5 h"),
        ("T&K-toiminta", "T&K-toiminta"),
    ],
)
def test_a_heading_is_one_line_without_marks(heading: str, expected: str) -> None:
    """Line breaks and tags of a web page go, signs stay."""
    assert tidy(heading) == expected


@given(st.text())
def test_tidying_twice_is_tidying_once_for_a_text_without_marks(heading: str) -> None:
    """Whatever stands in a heading, it comes out on one line."""
    assert "\n" not in tidy(heading)
    if "&" not in heading and "<" not in heading:
        assert tidy(tidy(heading)) == tidy(heading)


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Sivu 1 / Kysymys 2: Kokeilun nimi", "Kokeilun nimi"),
        ("Fråga 2. Försökets namn", "Försökets namn"),
        ("6.1 Kokeilun nimi", "Kokeilun nimi"),
        ("G01Q02[SQ001] Kokeilun nimi", "Kokeilun nimi"),
        ("tuki[SQ001]. Kokeilun nimi", "Kokeilun nimi"),
        ("Q5 Kokeilun nimi", "Kokeilun nimi"),
        ("G01Q02[SQ001]", "G01Q02[SQ001]"),
        ("Kysymys 2:", "Kysymys 2:"),
        ("Kokeilun nimi", "Kokeilun nimi"),
    ],
)
def test_the_place_or_code_of_a_question_goes(heading: str, expected: str) -> None:
    """Only what is left of it is the question; a code alone stays."""
    assert without_code(heading) == expected


@pytest.mark.parametrize(
    "heading",
    [
        "Kokeilun\nnimi:",
        "Kokeilun\u00a0nimi ",
        "Ko\u00adkeilun nimi",
        "12. Kokeilun  nimi",
        "Kokeilun nimi / Försökets namn",
        "Kokeilun nimi - Name of the experiment",
        "**Kokeilun nimi**",
        "Kokeilun nimi2",
    ],
)
def test_a_question_is_known_however_it_is_written(heading: str, catalogue: Catalogue) -> None:
    """Breaks, blanks, hyphens, numbers, a second language, stars and doubles do not hide it."""
    assert target(heading, catalogue) == Target("title")


def test_a_cut_heading_is_known_by_its_beginning(catalogue: Catalogue) -> None:
    """Some tools cut long headings with dots."""
    assert target("Sitoudumme jakamaan verkostolle tulo...", catalogue) == Target("commitment")


def test_a_sentence_behind_a_title_is_a_question(catalogue: Catalogue) -> None:
    """A consent may stand behind the title of its page; a short word behind one may not."""
    consent = "Lomakkeen lähetys:Yhteystietomme saa jakaa digikehitysverkostolle"

    assert target(consent, catalogue) == Target("sharing")
    assert target("Laskutus: Kokeilun nimi", catalogue) is None


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        (f"{TOPICS}: Other (please specify)", ("topics", "other", False)),
        (f"{TOPICS} [Muu]", ("topics", "other", False)),
        (f"{TOPICS} - jokin muu, mikä?", ("topics", "other", False)),
        (f"{TOPICS} Avoimet vastaukset", ("topics", None, True)),
        (f"{TOPICS}: Muu, mikä? Avoimet vastaukset", ("topics", None, True)),
        (f"{TOPICS} (valitse yksi tai useampi)", ("topics", None, False)),
        (f"{TOPICS}: valitse yksi tai useampi", ("topics", None, False)),
        ("Mikä sparraajassa on tärkeää?: sama kieli", ("important", "language", False)),
        ("Mikä sparraajassa on teille tärkeää?: muu", ("important", None, True)),
        (f"{TOPICS}[SQ001]", ("topics", None, False)),
        ("G01Q02[SQ001]", None),
        (f"{TOPICS}: Kahvi", None),
        (f"{TOPICS}: (avoin vastaus)", ("topics", None, True)),
        ("Kokeilun nimi Avoimet vastaukset", ("title", None, False)),
        ("Organisaation tyyppi (avoin vastaus)", None),
        ("Palaute Avoimet vastaukset", None),
    ],
)
def test_options_and_open_texts_are_told_apart(
    heading: str, expected: tuple[str, str | None, bool] | None, catalogue: Catalogue
) -> None:
    """An option, the open text beside the options, all in one cell, or none of these."""
    found = target(heading, catalogue)

    assert (found and (found.field, found.option, found.is_open)) == expected


def test_a_heading_longer_than_any_question_is_an_extra(catalogue: Catalogue) -> None:
    """A megabyte of colons is no question, and is passed over at once."""
    assert target(f"Kokeilun nimi{': ' * 500_000}", catalogue) is None


def test_two_rows_are_joined_over_blanks() -> None:
    """As SurveyMonkey writes them: what kind of answer it is says nothing."""
    upper = ("ID", "", "Nimi", "Tuki", "", "", "Kieli", "Ideat")
    lower = ("", "x", "Response", "mallit", "käynti", "Open-Ended Response", "Kieli")

    assert joined(upper, lower) == (
        "ID",
        "ID: x",
        "Nimi",
        "Tuki: mallit",
        "Tuki: käynti",
        "Tuki",
        "Kieli",
        "Ideat",
    )
    assert joined(("", "A:"), ("rivi", "b")) == ("rivi", "A: b")


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [
        (("Tuki", ""), ("mallit", "käynti"), True),
        (("Tuki", "Tuki"), ("mallit", "käynti"), True),
        (("Nimi", "Ideat"), ("Response", ""), True),
        (("Nimi", "Ideat"), ("Espoo", "ei"), False),
        (("", "Ideat"), ("1", "ei"), False),
        (("Nimi", ""), ("Espoo",), False),
        ((), (), False),
    ],
)
def test_a_second_row_goes_on_only_under_blanks_and_doubles(
    upper: tuple[str, ...], lower: tuple[str, ...], expected: bool
) -> None:
    """Where every cell has a heading of its own, the next row is an answer."""
    assert may_go_on(upper, lower) is expected


def found(catalogue: Catalogue, *rows: tuple[str, ...]) -> tuple[Form | None, int]:
    """The form in these rows, whichever role's."""
    numbered: tuple[Row, ...] = tuple(enumerate(rows, start=1))
    return find_form(numbered, catalogue)


ASKED = ("Organisaation nimi", "Muutoksen vaihe", "Mihin säästö perustuu?", "Muut hyödyt")


def test_an_answer_below_a_blank_heading_is_no_heading(catalogue: Catalogue) -> None:
    """A remark in a column without a heading joins nothing."""
    form, start = found(
        catalogue,
        (*ASKED, LANGUAGES, ""),
        ("Espoo", "piloted", "mitattu", "-", "suomi", "ruotsi"),
    )
    assert form is not None
    assert (start, form.targets[4]) == (1, Target("languages"))


def test_groups_over_questions_are_a_title_only(catalogue: Catalogue) -> None:
    """The row of questions alone says more than the two rows together."""
    form, start = found(
        catalogue,
        ("Perustiedot",),
        ("Organisaatio", "", "Muutos", "", SUPPORT),
        (*ASKED, SUPPORT),
    )
    assert form is not None
    assert (start, len(form.targets)) == (3, 5)


def test_questions_over_options_are_read_below_a_title(catalogue: Catalogue) -> None:
    """Also where the question is repeated over each of its options."""
    form, start = found(
        catalogue,
        ("Ilmoittautumiset",),
        (*ASKED, LANGUAGES, LANGUAGES, SUPPORT, ""),
        ("", "", "", "", "suomi", "ruotsi", "viestintä", "muu, mikä?"),
        ("Espoo", "", "", "", "x", "x", "x", ""),
    )
    assert form is not None
    assert (start, [form.targets[i].option for i in range(4, 8)]) == (
        3,
        ["fi", "sv", "communication", "other"],
    )


def test_two_rows_may_ask_what_neither_asks_alone(catalogue: Catalogue) -> None:
    """Where most questions are options, only the joined rows are the form."""
    form, start = found(
        catalogue,
        ("Organisaation nimi", LANGUAGES, "", SUPPORT, "", "Muutoksen", "", "Muut"),
        ("", "suomi", "ruotsi", "viestintä", "puheenvuoro", "vaihe", "", "hyödyt"),
    )
    alone, _start = found(catalogue, ("Organisaation nimi", LANGUAGES, SUPPORT))

    assert form is not None
    assert (start, form.targets[5]) == (2, Target("stage"))
    assert alone is None


def test_no_form_is_found_where_there_is_none(catalogue: Catalogue) -> None:
    """A table about something else, and nothing at all."""
    assert found(catalogue, ("Ikä", "Palaute"), ("40", "hyvä")) == (None, 0)
    assert found(catalogue) == (None, 0)
