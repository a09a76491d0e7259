"""Rounds in the store."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from digikunta_cli.history import Round
from digikunta_cli.store.database import writing
from digikunta_cli.store.rounds import given_of, keep_round, pairs_of, registered, rounds

ROUND = Round(
    id=None,
    matched_at="2016-09-01T12:00:00+00:00",
    version="1.0",
    policy="fair",
    min_load=2,
    weights={"topic": 100},
    topics_sha256="a" * 64,
    input_sha256="b" * 64,
    experimenters=3,
    covered=2,
    total_score=500,
)


def test_a_round_is_read_back_as_it_was_kept(tmp_path: Path) -> None:
    """The newest first, each with its number."""
    with writing(tmp_path / "network.db") as session:
        ids = [
            keep_round(session.db, each, given="{}", pairs=[])
            for each in (ROUND, replace(ROUND, covered=3))
        ]
        found = rounds(session.db)

        assert ids == [1, 2]
        assert found == (replace(ROUND, id=2, covered=3), replace(ROUND, id=1))
        assert (given_of(session.db, 1), pairs_of(session.db, 1)) == ("{}", ())
        assert registered(session.db) == frozenset()


@pytest.mark.parametrize(
    "odd",
    [
        replace(ROUND, policy="best"),
        replace(ROUND, covered=4),
        replace(ROUND, min_load=-1),
        replace(ROUND, input_sha256="b"),
    ],
)
def test_what_can_never_be_is_refused(tmp_path: Path, odd: Round) -> None:
    """The database guards what a round may hold."""
    with pytest.raises(sqlite3.IntegrityError), writing(tmp_path / "network.db") as session:
        keep_round(session.db, odd, given="{}", pairs=[])


def test_a_pair_of_nobody_is_refused(tmp_path: Path) -> None:
    """Pairs of a round belong to registrations."""
    with pytest.raises(sqlite3.IntegrityError), writing(tmp_path / "network.db") as session:
        keep_round(session.db, ROUND, given="{}", pairs=[(1, 2, 100)])
