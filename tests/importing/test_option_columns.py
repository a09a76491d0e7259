"""Columns of one option each: which marks choose it, and what is told instead."""

from pathlib import Path

import pytest

from digikunta_cli.importing.exports import Sheet
from digikunta_cli.model import Answer
from tests.importing.exports import ORGANISATION, SUPPORT, WHOLE, sheet_of, write_export

NEWS, VISIT = f"{SUPPORT}: viestintä", f"{SUPPORT}: tutustumiskäynti tai työpaja"
TOWNS = ("Espoo", "Salo", "Turku", "Lohja", "Oulu", "Kuopio")


def answered(folder: Path, cells: dict[str, str], *, towns: tuple[str, ...] = TOWNS[:1]) -> Sheet:
    """An export in which these towns answered the question of support so."""
    rest = {key: text for key, text in WHOLE.items() if key != SUPPORT}
    rows = ({**rest, ORGANISATION: town, **cells} for town in towns)
    return sheet_of(write_export(folder / "a.csv", *rows))


def codes(sheet: Sheet) -> list[str]:
    """What is told of what was chosen."""
    return [each.code for each in sheet.findings if each.code.startswith("choice")]


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("1,0", "0,0"),
        ("1.00", "0.00"),
        ("X", "o"),
        ("✓", "✗"),
        ("Kyllä", "Ei vastausta"),
        ("Ja", "Inget svar"),
        ("kommunikation", "n/a"),
    ],
)
def test_marks_say_which_options_were_chosen(tmp_path: Path, yes: str, no: str) -> None:
    """Numbers by their value, signs by what they mean; nothing is left to ask."""
    sheet = answered(tmp_path, {NEWS: yes, VISIT: no})

    assert sheet.registrations[0].value("support") == ("communication",)
    assert "support_other" not in sheet.registrations[0].answers
    assert codes(sheet) == []


@pytest.mark.parametrize("text", ["2", "o", "Ei lainkaan tärkeää", "Ei koske meitä", "ehkä"])
def test_what_an_options_column_says_otherwise_is_told(tmp_path: Path, text: str) -> None:
    """It is kept as text and not taken for chosen, neither the option nor "other"."""
    sheet = answered(tmp_path, {NEWS: text, VISIT: text})

    assert "support" not in sheet.registrations[0].answers
    assert sheet.registrations[0].answers["support_other"] == Answer(text)
    assert codes(sheet) == ["choice-unknown"]


def test_own_words_may_stand_in_the_column_of_other(tmp_path: Path) -> None:
    """They choose it, and are no reason to ask."""
    sheet = answered(tmp_path, {f"{SUPPORT}: muu, mikä?": "kahvit"})

    assert sheet.registrations[0].value("support") == ("other",)
    assert sheet.registrations[0].answers["support_other"] == Answer("kahvit")
    assert codes(sheet) == []


def test_columns_that_only_a_code_tells_apart_are_one_questions(tmp_path: Path) -> None:
    """What their cells say counts, beside the text of "other"."""
    texts = ("viestintä", "", "tutustumiskäynti tai työpaja", "0")
    cells = {f"{SUPPORT}[SQ{k:03}]": text for k, text in enumerate(texts, 1)}
    sheet = answered(tmp_path, {**cells, f"{SUPPORT}[other]": "kahvit"})

    assert sheet.registrations[0].value("support") == ("visit", "communication", "other")
    assert sheet.registrations[0].answers["support_other"] == Answer("kahvit")
    assert sheet.registrations[0].extras == {}
    assert codes(sheet) == []


@pytest.mark.parametrize("mark", ["Y", "1", "Kyllä", "3"])
def test_a_mark_under_a_code_is_told(tmp_path: Path, mark: str) -> None:
    """Which option it stands for is not known, so it chooses none."""
    cells = {f"{SUPPORT}[SQ001]": mark, f"{SUPPORT}[SQ002]": ""}
    sheet = answered(tmp_path, cells, towns=TOWNS)

    assert "support" not in sheet.registrations[0].answers
    assert sheet.registrations[0].answers["support_other"] == Answer(mark)
    assert codes(sheet) == ["choice-unknown"] * len(TOWNS)
