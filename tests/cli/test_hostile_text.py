"""Hostile text in any cell of an export shows as plain text, wherever it is shown."""

import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import EXPERIMENTERS, Digikunta

EVIL = (
    "[bold red]x[/] [/loppu] [link=https://a.example]y[/link] :smile: \x1b[31mred\x1b]0;title\x07"
    " \u202eflip\u200b <script>alert(1)</script> '); drop table version; -- | `code` &amp; {0} %s"
)
SHOWN = (
    "[bold red]x[/] [/loppu] [link=https://a.example]y[/link] :smile: [31mred]0;title"
    " flip <script>alert(1)</script> '); drop table version; -- | `code` &amp; {0} %s"
)


@pytest.fixture
def hostile(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """A network whose first experiment has hostile text in its title and texts."""
    with EXPERIMENTERS.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    target = tmp_path / "hostile.csv"
    rows[1][10] = EVIL
    rows[1][22] = '=HYPERLINK("https://a.example")'
    rows[1][3] = "Kuusamon kaupunki"
    rows[2][3] = f"Paha {EVIL} Oy"
    with target.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    assert digikunta("import", target).code == 0
    return digikunta


@pytest.mark.parametrize(
    "command", [("list",), ("show", "1"), ("report",), ("status",), ("topics",)]
)
@pytest.mark.parametrize("format", ["table", "plain", "json", "csv", "md", "html"])
def test_nothing_hostile_comes_alive(
    hostile: Digikunta, command: tuple[str, ...], format: str
) -> None:
    """No escape, no override, no tag and no markup reaches the reader, and nothing fails."""
    result = hostile(*command, "--format", format)

    assert (result.code, result.err) == (0, "")
    assert not any(character in result.out for character in "\x1b\x07\u202e\u200b")
    if format == "html":
        assert "<script" not in result.out


@pytest.mark.parametrize("format", ["plain", "csv"])
def test_the_text_itself_is_whole(hostile: Digikunta, format: str) -> None:
    """Markup, tags and SQL are only text, and all of it is there."""
    assert SHOWN in hostile("list", "--format", format).out.replace('""', '"')
    assert any(each["title"] == SHOWN for each in hostile("list", "--format", "json").json)


def test_formulas_stay_text_in_workbooks(hostile: Digikunta, tmp_path: Path) -> None:
    """Excel shows the answer and computes nothing."""
    assert hostile("show", "1", "--output", tmp_path / "one.xlsx").code == 0
    book = CalamineWorkbook.from_path(str(tmp_path / "one.xlsx"))
    cells = [
        cell
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
        for cell in row
    ]

    assert '=HYPERLINK("https://a.example")' in cells
