"""The report says the same in every language: programs read one order, people their own dates."""

from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.locale import speaking
from digikunta_cli.locale.dates import day_said
from tests.conftest import SIXTY_NEWER, Digikunta
from tests.invented import experimenter, write


def without_texts(data: Any) -> Any:
    """The data of a report without the sentences that are in a language."""
    if isinstance(data, dict):
        return {key: without_texts(value) for key, value in data.items() if key != "text"}
    return [without_texts(each) for each in data] if isinstance(data, list) else data


@pytest.mark.parametrize("options", [(), ("--meeting", "1"), ("--public",), ("--contacts",)])
def test_programs_read_the_same_in_every_language(
    matched: Digikunta, options: tuple[str, ...]
) -> None:
    """The same ids in the same order, whatever the names are sorted by."""
    matched("import", SIXTY_NEWER, "--yes")
    matched("meeting", "add", "Tapaaminen", "--date", "31.3.2017", "--start", "9.30")
    matched("meeting", "invite", "1", "--everyone")
    asked = ("report", *options, "--since", "1.1.2016", "--format", "json")
    english = without_texts(matched(*asked).json)
    for language in ("fi", "sv"):
        assert without_texts(matched("--lang", language, *asked).json) == english


def test_ideas_are_in_one_order_for_programs_whatever_towns_are_called(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """By registration: people read Turku before Äänekoski, or Åbo after it."""
    names = ("Äänekoski", "Turku", "Espoo")
    rows = [experimenter(name, ideas="Kuka maksaa tulkit?") for name in names]
    assert digikunta("import", write(tmp_path / "k.csv", rows)).code == 0
    for language in ("fi", "sv", "en"):
        ideas = digikunta("--lang", language, "report", "ideas", "--format", "json").json["ideas"]
        assert [each["id"] for each in ideas] == [1, 2, 3]
    told = digikunta("report", "ideas").out.splitlines()

    assert [line.split("\t")[0] for line in told[-3:]] == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("language", "day"), [("fi", "1.9.2100"), ("sv", "1.9.2100"), ("en", "2100-09-01")]
)
def test_the_day_in_a_sentence_is_written_as_in_the_language(
    matched: Digikunta, language: str, day: str
) -> None:
    """As in the tables of the same report."""
    told = matched("--lang", language, "report", "changes", "--since", "2100-09-01").out

    assert day in told.splitlines()[-1]


def test_the_day_of_a_moment_has_no_time() -> None:
    """Days are told, whatever the hour was."""
    with speaking("sv"):
        assert day_said("2017-03-01T09:00:00+00:00") == "1.3.2017"
    assert day_said("2017-03-01T09:00:00+00:00") == "2017-03-01"
