"""Which letters are due about pairs, and when again."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.model import PairState
from digikunta_cli.services.deciding import move
from digikunta_cli.services.pair_letters import draft_letters
from digikunta_cli.services.workspace import Workspace
from tests.cli.letter_office import PAIRS, make

MARCH, LATE_MARCH = datetime(2017, 3, 1, 9, tzinfo=UTC), datetime(2017, 3, 31, 20, tzinfo=UTC)
APRIL_IN_FINLAND = datetime(2017, 3, 31, 21, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with four accepted pairs."""
    return make(tmp_path_factory.mktemp("office"))


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Workspace:
    """A copy of it to work on."""
    return Workspace(Path(shutil.copy(made, tmp_path)), tmp_path)


def stems(workspace: Workspace, now: datetime, kind: LetterKind | None = None) -> list[str]:
    """The names of the letters about the first pair."""
    return [each.stem for each in draft_letters(workspace, [1], kind, now=now).drafts]


def test_how_it_goes_is_asked_anew_each_month(workspace: Workspace) -> None:
    """As clocks in Finland tell the month; within it the draft that is there stays."""
    before = stems(workspace, MARCH), stems(workspace, APRIL_IN_FINLAND)
    move(workspace, [1], PairState.ACTIVE, now=MARCH)
    asked = [stems(workspace, now) for now in (MARCH, LATE_MARCH, APRIL_IN_FINLAND)]

    assert before == (["001-introduction-salo"], ["001-introduction-salo"])
    assert asked == [
        ["001-check-in-2017-03-salo", "001-check-in-2017-03-vaasa"],
        ["001-check-in-2017-03-salo", "001-check-in-2017-03-vaasa"],
        ["001-check-in-2017-04-salo", "001-check-in-2017-04-vaasa"],
    ]
    assert stems(workspace, MARCH, LetterKind.RESULTS) == ["001-results-salo"]


def test_how_it_goes_is_asked_of_all_some_weeks_after_the_introduction(
    workspace: Workspace,
) -> None:
    """The introduction says so; at once of a pair that is named, or where the kind is."""
    move(workspace, [1], PairState.INTRODUCED, now=MARCH)
    early, late = (
        {
            each.stem
            for each in draft_letters(workspace, [], now=MARCH + timedelta(days=days)).drafts
        }
        for days in (20, 21)
    )
    asked = draft_letters(workspace, [], LetterKind.CHECK_IN, now=MARCH).drafts

    assert late - early == {"001-check-in-2017-03-salo", "001-check-in-2017-03-vaasa"}
    assert len(early) == len(PAIRS)
    assert [each.stem for each in asked] == stems(workspace, MARCH)
