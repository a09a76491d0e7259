"""JSON exports become the table that their answers would be in a spreadsheet."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.errors import InputError
from digikunta_cli.importing.grid import Grid, clean
from digikunta_cli.importing.limits import USUAL, Limits, Room
from digikunta_cli.importing.records import is_records, maker, read_records
from digikunta_cli.importing.source import read

Rows = list[tuple[int, tuple[str, ...]]]


def rows_of(text: str) -> Rows:
    """The rows of a JSON text."""
    assert is_records(text)
    return list(read_records(text, file="a.json").rows)


def refusal(text: str, limits: Limits = USUAL) -> tuple[str, object]:
    """The code with which a text is refused, and the limit that it names."""
    with pytest.raises(InputError) as caught:
        read_records(text, file="a.json", limits=limits)
    return caught.value.code, caught.value.facts.get("limit")


def test_names_are_headings_in_the_order_in_which_they_first_appear() -> None:
    """An answer may lack names, bring new ones, and have them in any order; a blank one counts."""
    assert rows_of('[{"Nimi": "Aino", "Kunta": "Oulu"}, {}, {"Lupa": "x", "Nimi": "Väinö"}]') == [
        (1, ("Nimi", "Kunta", "Lupa")),
        (2, ("Aino", "Oulu")),
        (4, ("Väinö", "", "x")),
    ]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ('" \'=1+1\\u200b "', "=1+1"),
        ("12", "12"),
        ("12.0", "12"),
        ("2.50", "2.5"),
        ("1.125", "1.1250"),
        ("0.125", "0.125"),
        ("358401234567890123456789", "358401234567890123456789"),
        ("1e400", ""),
        ("NaN", ""),
        ("true", "TRUE"),
        ("false", "FALSE"),
        ("null", ""),
        ("[]", ""),
        ('["a", "b, c", null, 3]', "a;b, c;3"),
        ('[{"nimi": "Aino", "lupa": true}]', "nimi: Aino, lupa: TRUE"),
    ],
)
def test_values_become_the_text_of_a_cell(value: str, text: str) -> None:
    """As a workbook's cells do; a list is the options that were chosen."""
    assert rows_of(f'[{{"id": "1", "K": {value}}}]') == [
        (1, ("id", "K")),
        (2, ("1", text) if text else ("1",)),
    ]


def test_parts_of_a_question_and_doubled_names_have_columns_of_their_own() -> None:
    """Nothing is lost where a name stands twice, or a value has parts."""
    text = '[{"K": "a", "K": "b", "Yhteys": {"Nimi": "Aino", "Muu": {"Puh": "1"}}}]'

    assert rows_of(text) == [
        (1, ("K", "K", "Yhteys:Nimi", "Yhteys:Muu:Puh")),
        (2, ("a", "b", "Aino", "1")),
    ]


def test_one_name_may_hold_the_answers() -> None:
    """Some tools tell about the survey beside them."""
    text = ' {"survey": "Kysely", "sivut": [1, 2], "muut": [], "responses": [{"a": 1}]}'

    assert rows_of(text) == [(1, ("a",)), (2, ("1",))]


@pytest.mark.parametrize(
    "text",
    [
        "[{}, 1]",
        '{"a": [{"x": 1}], "b": [{"x": 1}]}',
        '{"a": 1}',
        "{}",
        "[{}, [1]]",
    ],
)
def test_what_holds_no_list_of_answers_is_refused(text: str) -> None:
    """Which of two lists is meant is not guessed."""
    assert is_records(text)
    assert refusal(text) == ("json-not-answers", None)


@pytest.mark.parametrize("text", ['[{"a": 1}', '[{"a": ' + "[" * 100_000, '{"a": 1} {"a": 2}'])
def test_damaged_texts_are_told_as_damaged(text: str) -> None:
    """Whether cut, or nested so that a reader would run out of room."""
    assert refusal(text) == ("file-damaged", None)


def test_large_texts_are_refused_with_the_limit() -> None:
    """Rows, columns, blank cells between and sheer length each have one."""
    wide = json.dumps([{str(number): 1 for number in range(10_000)}])
    many = json.dumps([{"a": 1}] * 11)

    assert refusal(wide) == ("file-too-large", "2\u00a0000 columns")
    assert refusal(many, Limits(10)) == ("file-too-large", "10 rows, unless --max-rows allows more")
    assert refusal("[" + " " * 50_000_000 + "]") == ("file-too-large", "50 MB")


def test_answers_that_say_nothing_are_empty(tmp_path: Path) -> None:
    """A survey without answers is told as an empty file is."""
    path = tmp_path / "vienti.csv"
    for text in ("[]", "[{}, {}]"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(InputError) as caught:
            read(path)
        assert caught.value.code == "file-empty"


def test_json_is_known_by_its_content(tmp_path: Path) -> None:
    """In any encoding and under any name; a table that starts with a bracket is none."""
    path = tmp_path / "vienti.csv"
    path.write_bytes('[{"Kunta": "Pöytyä"}]'.encode("utf-16"))
    assert read(path).grids == (Grid(None, ((1, ("Kunta",)), (2, ("Pöytyä",)))),)

    path.write_bytes(b"[id];{nimi}\n1;Aino\n")
    assert read(path).grids[0].rows == ((1, ("[id]", "{nimi}")), (2, ("1", "Aino")))


NAMES = st.text(min_size=1, max_size=5).filter(clean)


@given(st.lists(st.dictionaries(NAMES, st.text(max_size=9), min_size=1), min_size=1, max_size=9))
def test_no_cell_is_lost(answers: list[dict[str, str]]) -> None:
    """Each text stands in its answer's row, under its own name."""
    rows = dict(read_records(json.dumps(answers), file="a.json").rows)
    headings = list(dict.fromkeys(name for answer in answers for name in answer))

    assert rows.pop(1) == tuple(map(clean, headings))
    for number, answer in enumerate(answers, 2):
        cells = rows.pop(number, ())
        found = dict(zip(headings, cells, strict=False))
        wanted = {name: clean(text) for name, text in answer.items() if clean(text)}
        assert {name: text for name, text in found.items() if text} == wanted
    assert rows == {}


@pytest.mark.parametrize(
    "text",
    ['{"a": [' + "[]," * 2_500_000 + "[]]}", '[{"a": "' + "x" * 26_000_000 + "\U0001f600" + '"}]'],
    ids=["lists", "wide letters"],
)
def test_a_text_that_would_fill_the_memory_is_refused(text: str) -> None:
    """Lists and letters are counted before anything is read."""
    assert refusal(text) == ("file-too-large", "512\u00a0MiB of memory")


def test_objects_are_counted_as_they_come() -> None:
    """An array of them is whole only when it has filled the memory."""
    made = maker(Room("a.json", USUAL, taken=USUAL.kept - 200))

    with pytest.raises(InputError) as caught:
        made([("nimi", "Aino" * 50)])
    assert caught.value.code == "file-too-large"


def test_objects_alike_have_their_names_in_common() -> None:
    """A hundred thousand answers are not refused for names that are kept once."""
    room = Room("a.json", USUAL)
    made = maker(room)
    first, second = made([("nimi", "Aino"), ("kunta", None)]), made([("nimi", ""), ("kunta", "x")])

    assert first.names is second.names
    assert list(second.pairs()) == [("nimi", ""), ("kunta", "x")]
