"""Rows with another number of cells than headings, and what they seem to consent to."""

from pathlib import Path

import pytest

from digikunta_cli.importing.exports import Sheet, read_export
from digikunta_cli.importing.grid import Parted
from digikunta_cli.importing.row_width import odd_rows
from digikunta_cli.model import Finding
from tests.importing.exports import CATALOGUE, COMMITMENT, EMAIL, ORGANISATION, SHARING

HEADINGS = (
    "Timestamp",
    ORGANISATION,
    "Organisaation tyyppi",
    "Nimi",
    EMAIL,
    "Kokeilun nimi",
    "Mihin aiheisiin kokeilu liittyy?",
    COMMITMENT,
    SHARING,
    "Mikä tarve tai ongelma kokeilulla ratkaistaan?",
)
WHOLE = (
    "2016/09/12 10.00.00 ap. GMT+3",
    "Salo",
    "kunta",
    "Aino Esimerkki",
    "aino@salo.example",
    "Koe",
    "Uudet palveluinnovaatiot",
    "kyllä",
    "kyllä",
    "Jonot",
)
WIDTH = {"row-too-long", "row-too-short", "row-ends-early", "cell-unheaded"}


def quoted(*cells: str) -> str:
    """A line of cells, all in quotes."""
    return ",".join(f'"{cell}"' for cell in cells)


def read_lines(tmp_path: Path, *lines: str) -> Sheet:
    """The sheet of a form whose rows are these lines."""
    file = tmp_path / "a.csv"
    file.write_text("\n".join([quoted(*HEADINGS), *lines]) + "\n", encoding="utf-8")
    return read_export(file, CATALOGUE).sheets[0]


def told_widths(sheet: Sheet) -> list[tuple[str, int | None]]:
    """What is told of the number of cells, with its row."""
    return [(each.code, each.row) for each in sheet.findings if each.code in WIDTH]


@pytest.mark.parametrize("last", ["Jonot", ""])
def test_an_unquoted_comma_gives_no_consent(tmp_path: Path, last: str) -> None:
    """Answers pushed into the next columns are told, and what they consent to is not."""
    name = '"2016","Salo",kaupunki,' + quoted(*WHOLE[2:-1], last)
    sheet = read_lines(tmp_path, quoted(*WHOLE), name, quoted(*WHOLE))

    assert told_widths(sheet) == [("row-too-long", 3)]
    assert sheet.registrations[1].answers.keys().isdisjoint({"commitment", "sharing"})
    assert sheet.registrations[0].value("sharing") is True
    assert Finding(code="commitment-missing", row=3, column=COMMITMENT) in sheet.findings


def test_a_mended_row_of_another_width_gives_no_consent(tmp_path: Path) -> None:
    """A closing quote that is missing joins two cells, and all after them stand wrong."""
    broken = quoted(*WHOLE).replace('"Salo"', '"Salo')
    sheet = read_lines(tmp_path, quoted(*WHOLE), broken, quoted(*WHOLE))

    assert told_widths(sheet) == [("row-too-short", 3)]
    assert sheet.registrations[1].answers.keys().isdisjoint({"commitment", "sharing"})


def test_a_mended_row_of_the_same_width_keeps_its_consents(tmp_path: Path) -> None:
    """Quotes inside an answer part nothing."""
    sheet = read_lines(tmp_path, quoted(*WHOLE), quoted(*WHOLE[:-1], 'Pitkät "jonot" tiskillä'))

    assert told_widths(sheet) == []
    assert sheet.registrations[1].value("commitment") is True


def test_a_remark_beside_the_table_takes_no_consent_away(tmp_path: Path) -> None:
    """It is told; a blank column parts it from the answers."""
    sheet = read_lines(tmp_path, quoted(*WHOLE), quoted(*WHOLE, "", "soita"), quoted(*WHOLE))

    assert told_widths(sheet) == [("cell-unheaded", 3)]
    assert sheet.registrations[1].value("commitment") is True


def test_a_shifted_row_shows_no_answers(tmp_path: Path) -> None:
    """A name may have come under a question with options."""
    row = (*WHOLE[:7], "Aino Esimerkki", "kyllä", "kyllä", "Jonot")
    sheet = read_lines(tmp_path, quoted(*WHOLE), quoted(*row), quoted(*WHOLE))

    assert ("row-too-long", 3) in told_widths(sheet)
    assert {each.value for each in sheet.findings if each.row == 3} == {None}


def test_rows_that_all_end_with_a_delimiter_are_no_longer_than_most() -> None:
    """The heading line is shorter then; a file of nothing but mended rows tells no width."""
    assert odd_rows([3, 4, 4, 4], frozenset()) == {1: Parted(3)}
    assert odd_rows([3, 3], frozenset({1, 2})) == {}


def test_a_file_that_was_cut_off_is_told_by_its_last_row(tmp_path: Path) -> None:
    """What stands in the row is in its place, and so its consents count."""
    cut = quoted(*WHOLE)[: -len(quoted(*WHOLE[-1:])) - 1]
    sheet = read_lines(tmp_path, quoted(*WHOLE), quoted(*WHOLE), cut)

    assert told_widths(sheet) == [("row-ends-early", 4)]
    assert sheet.registrations[2].value("commitment") is True
    assert sheet.registrations[2].value("need") is None


def test_a_tool_that_leaves_blank_cells_out_cuts_no_row_off() -> None:
    """Two short rows of forty may be an accident, three are a habit."""
    assert odd_rows([5] * 40 + [3, 0, 3], frozenset()) == {41: Parted(3), 43: Parted(3)}
    assert odd_rows([5] * 40 + [3, 3, 3], frozenset()) == {}
