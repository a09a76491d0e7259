"""Taking back imports: whatever was imported, the state is what it was before."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.errors import UsageError
from digikunta_cli.services.changes import missing_now
from digikunta_cli.services.intake import import_files
from digikunta_cli.services.undoing import undo
from digikunta_cli.store import history
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.participants import participants
from digikunta_cli.topics import Catalogue, find_file, load
from tests.invented import TIME, experimenter, write

NOON = datetime(2016, 9, 1, 12, tzinfo=UTC)
KEPT = "registration version organisation organisation_municipality finding import_registration"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The topics that came with the program."""
    return load(find_file(None))


def state(database: Path) -> object:
    """All that people can see of the registrations, and how much is kept."""
    with reading(database) as db:
        everyone = participants(db, superseded=True)
        ids = tuple(each.id for each in everyone)
        sizes = [db.execute(f"select count(*) from {each}").fetchone()[0] for each in KEPT.split()]
        return everyone, history.batches(db), history.evidence(db, ids), sizes


ROW = st.builds(
    lambda town, months, commitment, contact, day: experimenter(
        town,
        months=str(months),
        commitment=commitment,
        contact_email=f"{contact}@kunta.example",
        need="Aina sama tarve" if contact == "a" else "Jotain aivan muuta tänään",
        **({TIME: f"{day}.9.2016 9:00"} if day else {TIME: ""}),
    ),
    st.sampled_from(["Salo", "Lohja", "Borgå stad", "Porvoon kaupunki"]),
    st.integers(1, 2),
    st.sampled_from(["kyllä", "ei", ""]),
    st.sampled_from("ab"),
    st.integers(0, 3),
)
FILE = st.lists(ROW, min_size=1, max_size=4)
RUN = st.lists(FILE, min_size=1, max_size=2)


@settings(max_examples=25, deadline=None)
@given(runs=st.lists(RUN, min_size=1, max_size=4))
def test_undo_leaves_what_was_there_before(
    catalogue: Catalogue, runs: list[list[list[dict[str, str]]]]
) -> None:
    """One import after the other is taken back, and each time the state is the earlier one."""
    with TemporaryDirectory() as folder:
        database = Path(folder, "network.db")
        states = []
        for hour, files in enumerate(runs):
            names = [Path(folder, f"{n}.csv") for n in range(len(files))]
            written = [write(name, rows) for name, rows in zip(names, files, strict=True)]
            before = state(database)
            import_files(database, written, catalogue, now=NOON + timedelta(hours=hour))
            if state(database) != before:
                states.append(before)
        for before in reversed(states):
            undo(database, now=NOON)
            assert state(database) == before
        with pytest.raises(UsageError):
            undo(database, now=NOON)
        with reading(database) as db:
            assert db.execute("pragma foreign_key_check").fetchall() == []


def test_what_an_erased_answer_stood_on_goes_too(catalogue: Catalogue, tmp_path: Path) -> None:
    """Where the earlier answer is gone for good, nothing can count again."""
    database = tmp_path / "network.db"
    later = experimenter(months="9", **{TIME: "2.10.2016 9:00"})
    for n, rows in enumerate(([experimenter()], [later])):
        import_files(database, [write(tmp_path / f"{n}.csv", rows)], catalogue, now=NOON)
    with writing(database) as session:
        session.db.execute("delete from version where id = 1")

    assert undo(database, now=NOON).removed == (1,)


IDS = st.frozensets(st.integers(0, 12))


@given(earlier=st.lists(IDS), present=IDS)
def test_gone_are_only_those_of_files_that_are_half_there(
    earlier: list[frozenset[int]], present: frozenset[int]
) -> None:
    """Nobody present is gone; whoever is stood in a file with half of its people still there."""
    gone = missing_now(earlier, present)

    assert not gone & present
    for each in set[int]().union(*earlier) - present:
        half = [len(held & present) >= len(held - present) for held in earlier if each in held]
        assert (each in gone) == any(half)
