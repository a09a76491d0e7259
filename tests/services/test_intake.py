"""What makes an import quick changes nothing of what it brings."""

import gc
from datetime import datetime
from pathlib import Path

import pytest

from digikunta_cli.reports.facts import Imported
from digikunta_cli.services.intake import import_files
from digikunta_cli.store.database import reading
from digikunta_cli.store.known import known_versions, text_of_version
from digikunta_cli.topics import Catalogue, load
from tests.invented import TIME, experimenter, write

NOW = datetime(2016, 10, 1, 9, 0)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The topics that come with the program."""
    return load(Path(__file__).parents[2] / "topics.yaml")


def imported(database: Path, file: Path, catalogue: Catalogue) -> Imported:
    """What one file brought."""
    (outcome,) = import_files(database, (file,), catalogue, now=NOW)
    return outcome


def test_an_answer_with_a_new_contact_is_told_apart_by_what_is_kept(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    """The words of earlier answers are read from the database where the e-mails differ."""
    database = tmp_path / "d.db"
    heir = {"contact_email": "matti@salo.example", TIME: "1.10.2016 9:00"}
    other = {
        "contact_email": "liisa@salo.example",
        "need": "Robotti tiliöi ostolaskut",
        "plan": "Laskut ohjautuvat",
    }
    first = write(tmp_path / "first.csv", [experimenter()])
    second = write(tmp_path / "second.csv", [experimenter(**heir), experimenter(**other)])
    imported(database, first, catalogue)

    outcome = imported(database, second, catalogue)

    assert (outcome.changed, outcome.new) == (1, 1)
    assert "identity-shared" in [each.code for each in outcome.findings]


def test_an_answer_that_was_not_given_has_no_text(tmp_path: Path, catalogue: Catalogue) -> None:
    """A field without an answer differs from a blank one."""
    database = tmp_path / "d.db"
    imported(database, write(tmp_path / "a.csv", [experimenter()]), catalogue)

    with reading(database) as db:
        (version,) = known_versions(db)
        assert text_of_version(db, version.id, "need") == "Neuvonta on kaukana"
        assert text_of_version(db, version.id, "solution") is None


def test_each_row_is_told_by_its_own_number(tmp_path: Path, catalogue: Catalogue) -> None:
    """The same doubtful name in two rows is found out once and told twice."""
    rows = [
        experimenter("Olematonkylä", title=title, partners=partners)
        for title, partners in (("Etäneuvonta", "Salo"), ("Kyläkyyti", "Turku"))
    ]
    outcome = imported(tmp_path / "d.db", write(tmp_path / "a.csv", rows), catalogue)

    found = [each.row for each in outcome.findings if each.code == "organisation-unknown"]
    assert found == [2, 3]


@pytest.mark.parametrize("was_enabled", [True, False])
def test_the_garbage_collector_is_left_as_it_was(
    tmp_path: Path, catalogue: Catalogue, was_enabled: bool
) -> None:
    """Whoever had it off finds it off."""
    (gc.enable if was_enabled else gc.disable)()
    try:
        imported(tmp_path / "d.db", write(tmp_path / "a.csv", [experimenter()]), catalogue)
        assert gc.isenabled() is was_enabled
    finally:
        gc.enable()
