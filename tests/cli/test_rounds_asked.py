"""Rounds at a terminal: what goes is shown and asked about before it is kept."""

from pathlib import Path

import pytest

from tests.conftest import Digikunta
from tests.terminal import typed


def test_two_ways_of_matching_at_once_are_refused(matched: Digikunta) -> None:
    """Exit 2 and one sentence that names both."""
    result = matched("match", "--repeat", "1", "--add-seat", "61")

    assert (result.code, result.out) == (2, "")
    assert "--repeat" in result.err and "--what-if" in result.err


@pytest.mark.parametrize(("answer", "kept"), [("n\n", False), ("\n", False), ("y\n", True)])
def test_at_a_terminal_what_goes_is_shown_before_it_is_kept(
    newer: Digikunta, tmp_path: Path, answer: str, kept: bool
) -> None:
    """One question, and nothing is written unless the answer is yes."""
    before = (tmp_path / "network.db").read_bytes()
    code, told = typed(tmp_path, ["match"], [answer])

    assert code == 0, told
    assert "29 stay and 9 go" in told
    assert told.count("[y/N]") == 1
    assert ("Kept as proposals" in told) is kept
    assert ("Nothing was kept" in told) is not kept
    assert ((tmp_path / "network.db").read_bytes() == before) is not kept


@pytest.mark.parametrize("options", [["--yes"], ["--dry-run"], ["--policy", "keep"]])
def test_nothing_is_asked_where_nothing_goes_or_may_be_asked(
    newer: Digikunta, tmp_path: Path, options: list[str]
) -> None:
    """--yes asks nothing, a dry run keeps nothing, and what stays needs no yes."""
    code, told = typed(tmp_path, ["match", *options], [])

    assert (code, "[y/N]" in told) == (0, False)


def test_a_first_round_at_a_terminal_asks_nothing(shortage: Digikunta, tmp_path: Path) -> None:
    """There is nothing that could go."""
    code, told = typed(tmp_path, ["match"], [])

    assert (code, "[y/N]" in told, "Kept as proposals" in told) == (0, False, True)


def test_whoever_leaves_the_question_changes_nothing(newer: Digikunta, tmp_path: Path) -> None:
    """The end of the input is no answer."""
    before = (tmp_path / "network.db").read_bytes()
    code, _told = typed(tmp_path, ["match"], ["\x04"])

    assert code == 130
    assert (tmp_path / "network.db").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["network.db"]
