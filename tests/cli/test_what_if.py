"""`digikunta match --what-if`: two outcomes side by side, and nothing written."""

from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.weights import Weights
from tests.conftest import Digikunta

ESPOO, VAASA = 61, 63


def compared(digikunta: Digikunta, *options: object) -> dict[str, Any]:
    """Both outcomes as data."""
    found: dict[str, Any] = digikunta("match", *options, "--format", "json").json
    return found


def wish(folder: Path, text: str) -> Path:
    """A file with these lines."""
    file = folder / "what.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_one_seat_more_serves_one_more(matched: Digikunta, tmp_path: Path) -> None:
    """The outcome as it stands is that of the round; nobody loses, and nothing is written."""
    before = (tmp_path / "network.db").read_bytes()
    found = compared(matched, "--add-seat", ESPOO)

    assert (found["now"]["covered"], found["then"]["covered"]) == (38, 39)
    assert found["then"]["capacity"] == found["now"]["capacity"] + 1
    assert found["now"]["total_score"] == found["now"]["points"] == 12328
    assert len(found["new"]) == len(found["gone"]) + 1
    assert (tmp_path / "network.db").read_bytes() == before
    assert "Nothing was written." in matched("match", "--add-seat", "61", "-f", "md").out


def test_seats_add_up_over_options_and_file(matched: Digikunta, tmp_path: Path) -> None:
    """The same mentor twice is two seats, and those of the file come on top."""
    file = wish(tmp_path, f"add_seats:\n  {ESPOO}: 2\n")
    found = compared(matched, "--what-if", file, "--add-seat", ESPOO, "--add-seat", ESPOO)

    assert found["then"]["capacity"] == found["now"]["capacity"] + 4


def test_a_mentor_who_told_no_seats_has_those_taken_for_granted(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """One seat more is one more than the weights take for granted."""
    from digikunta_cli.model import Role
    from tests.invented import experimenter, mentor, write

    mentors = write(tmp_path / "m.csv", [mentor(capacity="")], role=Role.MENTOR)
    digikunta("import", mentors, write(tmp_path / "e.csv", [experimenter()]))
    found = compared(digikunta, "--add-seat", 1)

    assert (found["now"]["capacity"], found["then"]["capacity"]) == (1, 2)
    assert "No pair would be another." in digikunta("match", "--add-seat", "1").out


def test_who_is_not_there_is_missed(matched: Digikunta) -> None:
    """Those who lose their mentor are told, with points below 0 in words."""
    found = compared(matched, "--without", ESPOO)
    words = matched("match", "--without", str(ESPOO)).out

    assert found["then"]["mentors"] == found["now"]["mentors"] - 1
    lost = found["now"]["covered"] - found["then"]["covered"]
    assert lost > 0 and len(found["loses"]) >= lost
    assert all(pair["mentor"] != ESPOO for pair in found["new"])
    assert "Who gains and who loses" in words and "nobody" in words


def test_a_file_says_it_all(matched: Digikunta, tmp_path: Path) -> None:
    """Seats, absences, weights, policy and load; the policy is shown where it differs."""
    text = (
        f"# What if?\nadd_seats:\n  {VAASA}: 2\nwithout: [{ESPOO}, 5]\n"
        "weights:\n  text: 0\npolicy: fair\nmin_load: 3\n"
    )
    found = compared(matched, "--what-if", wish(tmp_path, text))
    words = matched("match", "--what-if", tmp_path / "what.yaml", "--format", "md").out

    assert (found["then"]["policy"], found["then"]["min_load"]) == ("fair", 3)
    assert found["then"]["experimenters"] == found["now"]["experimenters"] - 1
    assert "worst-off first" in words and "weights as they stand" in words


def test_it_stands_by_the_last_round_s_terms_and_the_options_win_over_the_file(
    matched: Digikunta, tmp_path: Path
) -> None:
    """What is asked for is what would be, so that it is compared with what was shown before."""
    file = wish(tmp_path, "min_load: 1\npolicy: fair\n")
    found = compared(matched, "--what-if", file, "--policy", "keep")
    total = matched("match", "--dry-run", "--format", "json").json["summary"]["total_score"]

    assert [found[side]["policy"] for side in ("now", "then")] == ["total", "keep"]
    assert [found[side]["min_load"] for side in ("now", "then")] == [0, 1]
    assert found["now"]["total_score"] == total


def test_other_weights_are_compared_by_those_that_stand(matched: Digikunta, tmp_path: Path) -> None:
    """No other choice has more points by today's weights among those that cover as many."""
    text = "weights:\n" + "".join(f"  {name}: 0\n" for name in ("topic", "language", "support"))
    found = compared(matched, "--what-if", wish(tmp_path, text))

    assert Weights().topic > 0
    assert found["then"]["points"] < found["now"]["points"]
    assert found["gains"] and found["loses"]


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ("add_seats:\n  Espoo: 1\n", 2, "Espoo"),
        ("add_seats:\n  61: lots\n", 2, "add_seats.61"),
        ("add_seats: 3\n", 1, "add_seats"),
        ("# no\nwithout: 61\n", 2, "without"),
        ("without: [61, 6x]\n", 1, "6x"),
        ("weights:\n  colour: 3\n", 2, "weights.colour"),
        ("weights:\n  text: -1\n", 2, "weights.text"),
        ("policy: best\n", 1, "total, fair, keep"),
        ("min_load: 1001\n", 1, "min_load"),
        ("seats: 3\n", 1, "seats"),
        ("min_load: 1\nmin_load: 1\n", 2, "min_load"),
        ("# nothing\n", 1, "add_seats:"),
        ("min_load: [\n", 2, "what.yaml"),
    ],
)
def test_what_is_odd_in_a_file_is_told_with_its_line(
    matched: Digikunta, tmp_path: Path, text: str, line: int, word: str
) -> None:
    """Exit 3, one sentence, nothing on stdout."""
    result = matched("match", "--what-if", wish(tmp_path, text))

    assert (result.code, result.out) == (3, "")
    assert f"ine {line}" in result.err and word in result.err


@pytest.mark.parametrize("text", ["add_seats:\n", "without:\n", "without: []\n", "weights:\n"])
def test_an_empty_section_changes_nothing(matched: Digikunta, tmp_path: Path, text: str) -> None:
    """Nothing after the colon is nothing."""
    found = compared(matched, "--what-if", wish(tmp_path, text))

    assert found["now"] == found["then"]
    assert (found["gone"], found["new"]) == ([], [])


@pytest.mark.parametrize(
    "options", [("--add-seat", "1"), ("--add-seat", "999"), ("--without", "999")]
)
def test_ids_that_are_not_there_are_refused(matched: Digikunta, options: tuple[str, str]) -> None:
    """Seats are a mentor's; exit 2 and the id in the sentence."""
    result = matched("match", *options)

    assert (result.code, result.out) == (2, "")
    assert options[1] in result.err


def test_a_file_that_is_not_there_is_told(matched: Digikunta) -> None:
    """Exit 3 and its name."""
    result = matched("match", "--what-if", "none.yaml")

    assert (result.code, "none.yaml" in result.err) == (3, True)


def test_without_a_network_there_is_nobody_to_compare(digikunta: Digikunta, tmp_path: Path) -> None:
    """Nobody is covered, nobody is worst-off, and no database appears."""
    found = compared(digikunta, "--what-if", wish(tmp_path, "min_load: 1\n"))

    assert (found["then"]["covered"], found["then"]["worst_off"]) == (0, None)
    assert not (tmp_path / "network.db").exists()
