"""The reader of workbooks runs in a process of its own, and may end there as it likes."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter

from digikunta_cli.errors import InputError
from digikunta_cli.importing import apart
from digikunta_cli.importing.apart import HAS_LIMITS, pieces_apart
from digikunta_cli.importing.limits import USUAL, Limits
from digikunta_cli.importing.sheets import pieces
from digikunta_cli.importing.workbook import read_workbook
from tests.importing.workbooks import SHEET, book, changed, small

FAR = changed(SHEET, b'<c r="B2"', b'<c r="XFD1048576"')
limited = pytest.mark.skipif(not HAS_LIMITS, reason="only POSIX keeps a process within limits")


def refusal(data: bytes) -> tuple[str, dict[str, object]]:
    """The code and the facts with which the process of its own is given up."""
    with pytest.raises(InputError) as caught:
        list(pieces_apart(data, "a.xlsx", USUAL))
    return caught.value.code, caught.value.facts


@pytest.mark.parametrize("data", [book(small), book(small)[:1000]])
def test_apart_or_not_the_same_is_told(data: bytes) -> None:
    """Whether a workbook is sound or damaged, the process changes nothing of what is read."""
    assert [tuple(each) for each in pieces_apart(data, "a.xlsx", USUAL)] == list(pieces(data))


@limited
def test_an_abort_of_the_reader_is_told_with_the_limit() -> None:
    """A cell that no look has kept back asks for 549 GB, and that ends a process."""
    assert refusal(FAR) == ("file-unsafe", {"file": "a.xlsx", "limit": "512 MiB"})


@limited
def test_a_workbook_that_needs_too_much_memory_is_told_with_the_limit() -> None:
    """Twenty million blank cells pass the look, but not the limit."""
    data = changed(SHEET, b'<c r="B2"', b'<c r="CV200000"')

    with pytest.raises(InputError) as caught:
        read_workbook(data, file="a.xlsx")

    assert (caught.value.code, caught.value.facts["limit"]) == ("file-unsafe", "512 MiB")


def test_a_process_that_never_starts_to_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """More is written to it than a pipe holds, and what it told before its end was cut."""
    monkeypatch.setattr(apart, "_CODE", "print('[\"sheet\",', end='')")

    assert refusal(bytes(1_000_000))[0] == "file-unsafe"


def test_who_stops_listening_leaves_no_process_behind() -> None:
    """The other process ends with the reading of it."""
    rows = [[str(number)] * 20 for number in range(20_000)]

    def fill(workbook: xlsxwriter.Workbook) -> None:
        sheet = workbook.add_worksheet("Taul1")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)

    told = pieces_apart(book(fill), "a.xlsx", USUAL)
    assert next(told) == ("sheet", "Taul1")
    told.close()

    assert list(told) == []


@pytest.mark.parametrize("memory", [0, USUAL.memory if HAS_LIMITS else 0])
def test_the_other_process_may_go_without_a_limit(memory: int) -> None:
    """Where the system knows no limits, none is asked for."""
    order = [
        sys.executable,
        "-c",
        f"from digikunta_cli.importing.apart import main; main({memory})",
    ]
    root = Path(__file__).parents[2]
    done = subprocess.run(order, input=book(small), capture_output=True, check=True, cwd=root)

    assert json.loads(io.BytesIO(done.stdout).readlines()[-1]) == ["end", ""]


def test_more_rows_allowed_mean_more_memory() -> None:
    """A million rows may take five times what the usual number may."""
    assert Limits(1_000_000).memory == 5 * USUAL.memory
    assert Limits(10).memory == USUAL.memory
