"""Cures in the store."""

from pathlib import Path

from digikunta_cli.outlook import Cure
from digikunta_cli.store.cures import cures, keep_cures
from digikunta_cli.store.database import writing

MENTOR = Cure(
    kind="mentor",
    gain=2,
    seats=5,
    topic="participation",
    language="sv",
    experimenters=(7, 3),
)


def test_the_cures_of_a_matching_take_the_place_of_the_earlier_ones(tmp_path: Path) -> None:
    """They come back as they were kept, the best first."""
    other = Cure(kind="mentor", gain=1, seats=5, topic="e-services", language="fi")
    with writing(tmp_path / "network.db") as session:
        keep_cures(session.db, [other])
        keep_cures(session.db, [MENTOR, other])

        assert cures(session.db) == (MENTOR, other)
