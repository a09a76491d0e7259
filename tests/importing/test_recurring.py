"""Texts that recur in a question of choice, though they are none of its options."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.importing.choices import split
from digikunta_cli.importing.questions import Wordings
from digikunta_cli.importing.recurring import LEAST, Recurring, joiner, recurring
from digikunta_cli.model import Finding
from tests.importing.exports import (
    CATALOGUE,
    COMMITMENT,
    LANGUAGES,
    ORGANISATION,
    SUPPORT,
    WHOLE,
    sheet_of,
    write_export,
)

KEYBOARD = "Other tools like high-end keyboard, mouse etc"
KNOWN = "Apu säästövaikutusten laskemiseen"
TOWNS = ("Espoo", "Salo", "Turku", "Lohja", "Oulu", "Kuopio", "Vaasa")


def exported(folder: Path, heading: str, *cells: str) -> Path:
    """An export in which each town answered one question with one of these cells."""
    rows = zip(TOWNS, cells, strict=False)
    answers = ({**WHOLE, ORGANISATION: town, heading: cell} for town, cell in rows)
    return write_export(folder / "a.csv", *answers)


def told(file: Path) -> list[Finding]:
    """What is told of whole columns of choice."""
    return [each for each in sheet_of(file).findings if each.code == "choice-recurring"]


def asked(file: Path) -> list[tuple[str, int]]:
    """The texts that recur, with the number of organisations that answered so."""
    sheet = sheet_of(file)
    rows = [cells for _number, cells in sheet.grid.rows[sheet.start :]]
    return [(each.text, each.count) for each in recurring(rows, sheet.form, CATALOGUE)]


def test_pieces_that_never_occur_apart_are_one_option(tmp_path: Path) -> None:
    """And those that do are told each by itself; what one wrote once is not told at all."""
    both = f"{KNOWN}, {KEYBOARD}, Docker"
    cells = (both, both, both, f"{KEYBOARD}, Docker", KEYBOARD, "Docker, ensin yksi, sitten toinen")
    file = exported(tmp_path, SUPPORT, *cells)

    assert asked(file) == [(KEYBOARD, 5), ("Docker", 5)]
    assert told(file) == [
        Finding(code="choice-recurring", column=SUPPORT, value=text)
        for text in (KEYBOARD, "Docker")
    ]


def test_what_an_answer_is_kept_as_does_not_hang_on_other_rows(tmp_path: Path) -> None:
    """Else a newer export with more rows would change answers that nobody changed."""
    cell = f"{KNOWN}, {KEYBOARD}, Docker"
    few = sheet_of(exported(tmp_path, SUPPORT, cell, "Docker"))
    many = sheet_of(exported(tmp_path, SUPPORT, cell, *["Docker"] * 6))

    assert few.registrations[0].text("support_other") == f"{KEYBOARD}, Docker"
    assert few.registrations[0].content_hash() == many.registrations[0].content_hash()


def test_where_semicolons_part_the_options_commas_part_nothing(tmp_path: Path) -> None:
    """Two options may begin with the same words."""
    cells = (f"{KNOWN};Kahvit, tee", f"{KNOWN};Kahvit, pulla;") * 3
    file = exported(tmp_path, SUPPORT, *cells, f"{KNOWN};Kahvit, tee")
    assert asked(file) == []

    tea = exported(tmp_path, SUPPORT, *[f"{KNOWN};Kahvit, tee"] * LEAST, "Kahvit, pulla")
    assert asked(tea) == [("Kahvit, tee", LEAST)]


def test_own_words_are_not_taken_for_an_option(tmp_path: Path) -> None:
    """Neither of one organisation, nor of few, nor a bare "other", nor long ones."""
    assert asked(exported(tmp_path, SUPPORT, *["Docker"] * 4)) == []
    assert asked(exported(tmp_path, SUPPORT, *["Muu"] * 6)) == []
    assert asked(exported(tmp_path, SUPPORT, *["?!"] * 6)) == []
    assert asked(exported(tmp_path, SUPPORT, *["pitkä " * 40] * 6)) == []
    again = ({**WHOLE, SUPPORT: "Docker"} for _row in range(6))
    assert asked(write_export(tmp_path / "a.csv", *again)) == []


def test_two_are_enough_where_there_is_no_room_for_own_words(tmp_path: Path) -> None:
    """Whatever their case; the findings of such rows tell the text of one choice already."""
    assert asked(exported(tmp_path, LANGUAGES, "suomi, viro", "Viro", "saame")) == [("viro", 2)]
    file = exported(tmp_path, COMMITMENT, "mukana", "Mukana", *["mukana!"] * 3, "kyllä", "")
    assert asked(file) == [("mukana", 5)]
    assert told(file) == []


def test_only_the_commonest_of_a_column_are_told(tmp_path: Path) -> None:
    """At most five, the commonest first."""
    texts = ", ".join(f"kieli{n}" for n in range(6))
    kinds = asked(exported(tmp_path, LANGUAGES, *[f"{texts}, k{n}, aa" for n in range(6)], "aa"))
    lone = asked(exported(tmp_path, LANGUAGES, *("abcdef"[n // 2 % 3] for n in range(7))))

    assert kinds == [("aa", 7), (texts, 6)]
    assert lone == [("a", 3), ("b", 2), ("c", 2)]


def test_a_column_of_one_option_and_one_of_open_text_are_no_texts_of_choice(tmp_path: Path) -> None:
    """What stands in them is no list of options."""
    parts = {f"{SUPPORT}: {KNOWN}": "ehkä", f"{SUPPORT} (avoin vastaus)": "Docker"}
    answers = ({**WHOLE, **parts, SUPPORT: "", ORGANISATION: town} for town in TOWNS)
    assert asked(write_export(tmp_path / "a.csv", *answers)) == []


def test_what_recurs_names_its_question(tmp_path: Path) -> None:
    """The field, and the heading as the file asks it."""
    sheet = sheet_of(exported(tmp_path, LANGUAGES, "viro", "viro"))
    rows = [cells for _number, cells in sheet.grid.rows[1:]]
    assert list(recurring(rows, sheet.form, CATALOGUE)) == [
        Recurring(field="languages", heading=LANGUAGES, text="viro", count=2, is_told=False)
    ]


RUNS = st.lists(
    st.tuples(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), st.integers(1, 9)),
    max_size=5,
)


@given(runs=RUNS, pieces=st.lists(st.sampled_from("abcd"), min_size=1, max_size=6))
def test_no_character_of_an_answer_is_lost(
    runs: list[tuple[list[str], int]], pieces: list[str]
) -> None:
    """However its pieces belong together, known options and the unknown come out in order."""
    join = joiner(runs)
    assert ", ".join(join(pieces)) == ", ".join(pieces)

    options = Wordings.of([("known", ("tunnettu",))])
    chosen = split(", ".join(["tunnettu", *pieces]), options, join)
    assert chosen.keys == ("known",)
    assert re.sub("[, ]", "", "".join(chosen.others)) == "".join(pieces)


@given(runs=RUNS)
def test_what_never_occurs_apart_stays_together(runs: list[tuple[list[str], int]]) -> None:
    """Neighbours of the same count that is enough, in this order, whatever stands beside them."""
    joined = joiner([*runs, (["x", "y"], LEAST)])
    assert joined(["x", "y"]) == ["x, y"]
    assert joined(["y", "x"]) == ["y", "x"]
