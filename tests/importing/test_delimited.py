"""Delimited text becomes rows, and no broken quote swallows the people below it."""

import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.errors import InputError
from digikunta_cli.importing.decoded import Decoded
from digikunta_cli.importing.delimited import find_delimiter, mended, read_delimited
from digikunta_cli.importing.grid import Grid, Row, clean
from digikunta_cli.importing.limits import USUAL, Limits
from digikunta_cli.model import Finding

CELLS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
TABLES = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=8)
)


def table(text: str, limits: Limits = USUAL) -> tuple[Grid, tuple[Finding, ...]]:
    """What a text holds, whatever ends its lines."""
    data = text.replace("\r\n", "\n").replace("\r", "\n").encode()
    return read_delimited(Decoded(data), file="a.csv", limits=limits)


def rows(text: str) -> tuple[Row, ...]:
    """The rows of a text in which nothing is wrong."""
    grid, notes = table(text)
    assert notes == ()
    return grid.rows


def refusal(text: str) -> tuple[str, dict[str, object]]:
    """The code and the facts with which a text is refused."""
    with pytest.raises(InputError) as caught:
        table(text)
    return caught.value.code, caught.value.facts


@pytest.mark.parametrize("delimiter", list(";,\t|"))
def test_the_delimiter_is_the_one_that_parts_rows_evenly(delimiter: str) -> None:
    """Other delimiters in the answers do not deceive."""
    heading = delimiter.join(["Nimi", "Aiheet", "Kuvaus"])
    row = delimiter.join(["Aino", '"a;b;c"', '"ensin, sitten | tai\t niin"'])
    other = delimiter.join(["Eino", '"a;"', '"ei, mitään"'])

    assert find_delimiter("\n".join([heading, row, other])) == delimiter


def test_text_without_any_delimiter_is_one_column() -> None:
    """A list of names is a table of one column."""
    assert rows("Kunta\nOulu\n") == ((1, ("Kunta",)), (2, ("Oulu",)))
    assert table("") == (Grid(None, ()), ())


@pytest.mark.parametrize("first", ["sep=|\n", '"sep=|"\n', "SEP=|\r\n"])
def test_a_declared_delimiter_is_believed_and_its_line_is_no_row(first: str) -> None:
    """Excel writes and hides such a line."""
    assert rows(first + "a;b|c;d\n1;2|3;4\n") == ((1, ("a;b", "c;d")), (2, ("1;2", "3;4")))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_rows_are_numbered_as_a_spreadsheet_does(end: str) -> None:
    """Blank rows count, a row with line breaks in a cell is one row, blanks at its end are cut."""
    text = end.join(["a;b;", "", f'1;"x{end}y";', ";;", "2;z;;;", "3;;"])

    assert rows(text) == (
        (1, ("a", "b")),
        (3, ("1", "x\ny")),
        (5, ("2", "z")),
        (6, ("3",)),
    )


def test_cells_lose_blanks_guards_and_unseen_characters_only() -> None:
    """No-break blanks inside stay, as does whatever people wrote."""
    text = "a;b\n \u00a052\u00a0000 ;'=A1\n'+358;''=x\n'n;a\u0308\u200b\n"

    assert rows(text) == (
        (1, ("a", "b")),
        (2, ("52\u00a0000", "=A1")),
        (3, ("+358", "''=x")),
        (4, ("'n", "ä")),
    )


def test_unseen_characters_do_not_part_a_quote_from_its_delimiter() -> None:
    """A mark from a file that was put together does not break the row below it."""
    assert rows('a;b\n\ufeff"x;y";z\n') == ((1, ("a", "b")), (2, ("x;y", "z")))


def test_a_line_separator_inside_a_cell_ends_no_row() -> None:
    """It becomes a line break in the cell."""
    assert rows("a;b\nx\u2028y;z\n") == ((1, ("a", "b")), (2, ("x\ny", "z")))


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"Aino "Aikku" Esimerkki";x', ['Aino "Aikku" Esimerkki', "x"]),
        ('"Aino "Aikku"";x', ['Aino "Aikku"', "x"]),
        ('"Aikku" Aino;"x"', ['"Aikku" Aino', "x"]),
        ('"a "b"; c" d";x', ['a "b', ' c" d"', "x"]),
        ('"x;y "z" å";1', ['x;y "z" å', "1"]),
        ('5" putki;"a" b', ['5" putki', '"a" b']),
        ('"x" ;"a "" b" "c"', ["x", 'a " b" "c']),
        (';"a" b;', ["", '"a" b', ""]),
    ],
)
def test_a_quote_out_of_place_is_mended_in_its_own_row(line: str, cells: list[str]) -> None:
    """The row is read as it stands and named; the rows around it are not touched."""
    assert mended(line, ";") == cells


def test_mended_rows_are_named_and_all_others_kept() -> None:
    """The number is the row's, whatever line breaks stand above it."""
    text = 'a;b\n"x\ny";1\n"Aino "Aikku" E";2\n\n"z";3\n"E "E" E";4\n'

    assert table(text) == (
        Grid(
            None,
            (
                (1, ("a", "b")),
                (2, ("x\ny", "1")),
                (3, ('Aino "Aikku" E', "2")),
                (5, ("z", "3")),
                (6, ('E "E" E', "4")),
            ),
        ),
        (Finding(code="quotes-broken", row=3), Finding(code="quotes-broken", row=6)),
    )


@pytest.mark.parametrize(
    "text",
    [
        'a;b\n1;x\n2;"never closed\n3;y\n4;z\n',
        'a;b\n1;x\n2;"never closed\n3;"y"\n4;"z"\n',
        'a;b\n1;"x"\n2;"never closed',
        'a;b\n1;x\n2;"it is "so" on\n',
        'a;b\n1;x\n2;"first\nthen "so" on";\n',
    ],
)
def test_an_unclosed_quote_is_refused_with_its_row(text: str) -> None:
    """Any reading of it would lose the people below without a word."""
    assert refusal(text) == ("quote-unclosed", {"file": "a.csv", "row": 3})


def test_a_long_answer_is_read_and_the_limit_of_fields_restored() -> None:
    """The limit belongs to the whole process, so it is put back."""
    before = csv.field_size_limit()
    answer = "a" * (before + 10)

    assert rows(f"a;b\n1;{answer}\n")[1] == (2, ("1", answer))
    assert csv.field_size_limit() == before


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("x\n" * 200_001, "200\u00a0000 rows, unless --max-rows allows more"),
        ("a;b\n" + ";" * 2_000 + "x\n", "2\u00a0000 columns"),
        (";" * 20_000_000, "20\u00a0000\u00a0000 cells"),
    ],
)
def test_tables_over_a_limit_are_refused_with_it(text: str, limit: str) -> None:
    """No form export has so many answers."""
    assert refusal(text) == ("file-too-large", {"file": "a.csv", "limit": limit})


def test_a_text_whose_cells_take_too_much_memory_is_refused() -> None:
    """Every cell is kept, so that blank ones count little and many different ones fill it."""
    line = ";".join(f"{number:016}" for number in range(2_000)) + "\n"

    assert len(table(";;;;x\n" * 10, Limits(rows=10))[0].rows) == 10
    with pytest.raises(InputError) as caught:
        table(line * 2_500)
    assert (caught.value.code, caught.value.facts["limit"]) == (
        "file-too-large",
        "512\u00a0MiB of memory",
    )


def test_a_cell_that_is_longer_than_any_answer_is_refused() -> None:
    """A file without one line end is no table, and to clean it would take minutes."""
    assert refusal("a;b\n1;" + "x" * 5_000_001) == (
        "file-too-large",
        {"file": "a.csv", "limit": "5\u00a0000\u00a0000 letters in one cell"},
    )


@given(TABLES, st.sampled_from(";,\t|"), st.sampled_from(["\n", "\r\n"]))
def test_any_table_comes_back_but_for_the_cleaning(
    cells: list[list[str]], delimiter: str, end: str
) -> None:
    """What a csv writer wrote is read back, row by row and cell by cell."""
    stream = io.StringIO(newline="")
    stream.write(f"sep={delimiter}{end}")
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows(cells)

    wanted = [(n, [clean(cell) for cell in row]) for n, row in enumerate(cells, 1)]
    trimmed = [(n, tuple(row[: _filled(row)])) for n, row in wanted if any(row)]
    assert rows(stream.getvalue()) == tuple(trimmed)


def _filled(row: list[str]) -> int:
    return max((index for index, cell in enumerate(row, 1) if cell), default=0)


@given(st.text('ab"; \n', max_size=40))
def test_any_quotes_are_read_or_refused_and_no_cell_holds_a_quoted_row(text: str) -> None:
    """Whatever stands in a file, reading it ends well or with the row to mend."""
    try:
        grid, _notes = table(text)
    except InputError as error:
        assert error.code == "quote-unclosed"
    else:
        assert len(grid.rows) <= text.count("\n") + 1


@given(CELLS)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    """A text that went through an export of ours and back stays the same."""
    cleaned = clean(text)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean(cleaned) == cleaned
