"""Where the database and the topics file are found."""

from pathlib import Path

import pytest

from digikunta_cli.services.workspace import find_workspace


def test_the_option_is_before_the_environment(tmp_path: Path) -> None:
    """Whoever names a file gets it."""
    found = find_workspace(tmp_path, {"DIGIKUNTA_DB": "/x/env.db"}, Path("/y/option.db"))
    other = find_workspace(tmp_path, {"DIGIKUNTA_DB": "/x/env.db"}, None)

    assert (found.database, other.database) == (Path("/y/option.db"), Path("/x/env.db"))


def test_the_nearest_folder_upward_with_a_topics_file_is_the_workspace(tmp_path: Path) -> None:
    """Its data/digikunta.db, from any folder below it."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "topics.yaml").touch()
    found = find_workspace(below, {}, None)

    assert (found.database, found.folder) == (tmp_path / "data" / "digikunta.db", tmp_path)


def test_without_a_workspace_the_users_data_folder_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database is kept where programs keep their data."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    found = find_workspace(tmp_path, {}, None)

    assert found.database.name == "digikunta.db"
    assert found.database.parent.name == "digikunta"


def test_a_folder_that_may_not_be_looked_into_holds_no_workspace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search goes on above it, or ends in the user's data folder."""

    def refuse(path: Path) -> bool:
        raise PermissionError(path)

    monkeypatch.setattr(Path, "is_file", refuse)
    assert find_workspace(tmp_path, {"DIGIKUNTA_DB": "/x/env.db"}, None).folder == Path("/x")
