"""A round is kept only as it was agreed to, and its input is known by its content."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from digikunta_cli.errors import UsageError
from digikunta_cli.model import Role
from digikunta_cli.reports.match_facts import Changes
from digikunta_cli.services.intake import import_files
from digikunta_cli.services.matching import match
from digikunta_cli.services.rounds import input_hash
from digikunta_cli.services.situation import situation
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store.database import reading
from tests.invented import experimenter, mentor, write

NOON = datetime(2016, 9, 1, 12, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Two experimenters and a mentor."""
    found = Workspace(tmp_path / "network.db", None)
    mentors = write(tmp_path / "m.csv", [mentor()], role=Role.MENTOR)
    both = write(tmp_path / "e.csv", [experimenter("Salo"), experimenter("Lohja")])
    import_files(found.database, [mentors, both], found.catalogue, now=NOON)
    return found


def test_other_changes_than_agreed_to_are_not_kept(workspace: Workspace) -> None:
    """Somebody changed the network in between: nothing is written."""
    before = workspace.database.read_bytes()
    with pytest.raises(UsageError, match="match-overtaken"):
        match(workspace, now=NOON, agreed=Changes(kept=9, gone=(), new=()))

    assert workspace.database.read_bytes() == before


def test_the_input_is_known_by_its_content(workspace: Workspace, tmp_path: Path) -> None:
    """Another order of import and a round change nothing in its hash; another answer does."""
    other = tmp_path / "other.db"
    files = [write(tmp_path / "o.csv", [experimenter("Lohja"), experimenter("Salo")])]
    files.append(tmp_path / "m.csv")
    import_files(other, files, workspace.catalogue, now=NOON)

    def known(database: Path) -> str:
        with reading(database) as db:
            return input_hash(situation(db))

    first = known(workspace.database)
    assert first == known(other)
    match(workspace, now=NOON)
    assert known(workspace.database) == first
    changed = write(tmp_path / "c.csv", [experimenter("Lohja", need="Aivan muuta nyt")])
    import_files(other, [changed], workspace.catalogue, now=NOON)
    assert known(other) != first
