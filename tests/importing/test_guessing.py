"""What a column may answer, by the words of its heading and by what its cells look like."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.importing.form import mapped, questions_of
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.guessed_form import guess_form
from digikunta_cli.importing.guessing import ASKED, best, doubts, is_asked
from digikunta_cli.model import Role
from tests.conftest import DATA
from tests.importing.exports import CATALOGUE, SUPPORT, sheet_of

TEXTS = ("Espoon kaupunki", "Salon kaupunki")


def likely(heading: str, values: tuple[str, ...], role: Role = Role.MENTOR) -> str | None:
    """The field that a column is most likely to answer."""
    rows = tuple((number, (value,)) for number, value in enumerate(values, 2))
    found = doubts(mapped([heading], CATALOGUE, role), rows, CATALOGUE)
    return found[0].field if found else None


@pytest.mark.parametrize(
    ("heading", "values", "field"),
    [
        ("Edustamasi kunta", TEXTS, "organisation"),
        ("Edustamasi kunta", (), "organisation"),
        ("Kommunen eller organisationen", TEXTS, "organisation"),
        ("Your municipality", TEXTS, "organisation"),
        ("Edustamasi kunta", ("1", "2"), None),
        ("Edustamasi kunta", ("kyllä", "ei"), None),
        ("Minne vastaamme?", ("a@b.example", "c@d.example"), "contact_email"),
        ("Minne vastaamme?", ("a@b.example", "-", "puhelimella"), None),
        ("Sähköpostit teille", ("soittakaa",), None),
        ("Sitoudumme jakamaan tulokset verkostolle", ("kyllä", "ei"), "commitment"),
        ("Sitoudumme jakamaan tulokset verkostolle", ("katsotaan",), None),
        ("Förbinder ni er att dela resultat med nätverket?", ("ja", "nej"), "commitment"),
        ("Do you commit to sharing results?", ("yes", "yes"), "commitment"),
        ("Sparrattavien kielet", ("suomi", "suomi; ruotsi"), "languages"),
        ("Montako kokeilijaa voitte sparrata?", ("2", "3"), "capacity"),
        ("Montako kokeilijaa voitte sparrata?", ("monta", "pari"), None),
        ("Huomioita", TEXTS, None),
        ("Kokeilun tila", ("kesken", "kesken"), None),
        ("Mikä, mitä ja miten?", TEXTS, None),
        ("kunta " * 100, TEXTS, None),
    ],
)
def test_a_column_is_guessed_by_words_and_values(
    heading: str, values: tuple[str, ...], field: str | None
) -> None:
    """In three languages; cells that could be no answer rule a field out."""
    assert likely(heading, values) == field


def test_marks_under_codes_are_doubted_once() -> None:
    """Which option a code stands for is not known; where the cells say it, or are blank, it is."""
    headings = [f"{SUPPORT}[SQ00{k}]" for k in range(1, 5)]
    form = mapped(headings, CATALOGUE, Role.MENTOR)
    rows = ((2, ("viestintä", "0", "Y", "1")), (3, ("", "", "Y", "1")))

    found = doubts(form, rows, CATALOGUE)
    assert [(each.index, each.field, each.samples) for each in found] == [(2, "support", ("Y",))]
    assert is_asked(found[0], Role.MENTOR)
    assert doubts(form, ((2, ("viestintä", "0", "", "")),), CATALOGUE) == ()


def test_samples_are_a_few_different_cells_cut_short() -> None:
    """Blank ones are none."""
    cells = ("", "Salo", "Salo", "a\nb", "x" * 99, "Turku")
    rows: tuple[Row, ...] = ((2, ()), *((n, (cell,)) for n, cell in enumerate(cells, 3)))
    (doubt,) = doubts(mapped(["Edustamasi kunta"], CATALOGUE, Role.MENTOR), rows, CATALOGUE)

    assert doubt.samples == ("Salo", "a b", f"{'x' * 59}…")


def test_one_column_answers_one_field() -> None:
    """The surest pair first; what is answered already is guessed no more."""
    rows = ((2, ("a@b.example", "c@d.example", "Salo")),)
    headings = ["Mihin vastaamme?", "Lähetämme postia tänne", "Edustamasi kunta"]
    found = doubts(mapped(headings, CATALOGUE, Role.MENTOR), rows, CATALOGUE)
    fields = [(each.index, each.field) for each in best(found)]
    known = mapped([*headings, "Sähköposti", "Organisaation nimi"], CATALOGUE, Role.MENTOR)

    assert [each.field for each in found].count("contact_email") == 2
    assert sorted(fields) == [(0, "contact_email"), (2, "organisation")]
    assert doubts(known, rows, CATALOGUE) == ()


def test_only_required_questions_are_asked() -> None:
    """Each of those that are asked is a question of one of the forms."""
    rows = ((2, ("6",)),)
    form = mapped(["Kokeilun kesto kuukausina"], CATALOGUE, Role.EXPERIMENTER)
    (doubt,) = doubts(form, rows, CATALOGUE)
    required = {f for role in Role for f, q in questions_of(role).items() if q.required}

    assert (doubt.field, is_asked(doubt, Role.EXPERIMENTER)) == ("months", False)
    assert ASKED - {"languages"} <= required
    assert required - ASKED == {"contact_name"}


@pytest.mark.parametrize("file", sorted(DATA.glob("*.csv")), ids=lambda file: file.stem)
def test_the_examples_leave_nothing_to_guess(file: Path) -> None:
    """What is certain is not asked for."""
    sheet = sheet_of(file)
    assert doubts(sheet.form, sheet.grid.rows[sheet.start :], CATALOGUE) == ()


def test_a_list_of_something_else_is_no_form() -> None:
    """Neither a list of a few headings that a form has too, nor one of very many columns."""
    few = ((1, ("Kunta", "Sähköposti", "Asukasluku")), (2, ("Salo", "a@b.example", "51000")))
    many = ((1, ("Edustamasi kunta", *(f"c{n}" for n in range(400)))),)

    assert guess_form(few, CATALOGUE) is None
    assert guess_form(many, CATALOGUE, role=Role.MENTOR) is None


@given(
    headings=st.lists(st.text(max_size=30), max_size=5),
    cells=st.lists(st.text(max_size=30), max_size=5),
)
def test_any_sheet_is_guessed_about_in_the_same_way_twice(
    headings: list[str], cells: list[str]
) -> None:
    """Confidences lie above a half, the surest first."""
    form = mapped(headings, CATALOGUE, Role.EXPERIMENTER)
    found = doubts(form, ((2, tuple(cells)),), CATALOGUE)
    confidences = [each.confidence for each in found]

    assert found == doubts(form, ((2, tuple(cells)),), CATALOGUE)
    assert confidences == sorted(confidences, reverse=True)
    assert all(0.55 <= each <= 1 for each in confidences)
