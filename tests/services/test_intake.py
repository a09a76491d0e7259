"""What makes an import quick changes nothing of what it brings."""

import gc
from datetime import datetime
from pathlib import Path

import pytest

from digikunta_cli.reports.facts import Imported
from digikunta_cli.services.intake import import_files
from digikunta_cli.store.database import reading
from digikunta_cli.store.known import answered_version, known_versions
from digikunta_cli.store.participants import participants
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
        form = answered_version(db, version.id)
        assert form.text("need") == "Neuvonta on kaukana"
        assert form.text("solution") is None


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


DATED = {TIME: "20.5.2016 9:00"}
UNDATED = {TIME: "", "months": "9"}


def consents(database: Path) -> dict[str, object]:
    """What the one registration that is kept agreed to, and its duration."""
    with reading(database) as db:
        (one,) = participants(db)
    return {name: one.registration.value(name) for name in ("commitment", "sharing", "months")}


@pytest.mark.parametrize(
    "earlier", [{"commitment": "ei", "sharing": "vain koordinaattorille"}, {"commitment": ""}]
)
def test_an_answer_without_a_time_never_agrees_to_more(
    tmp_path: Path, catalogue: Catalogue, earlier: dict[str, str]
) -> None:
    """Nobody can tell that it is later, so it is an earlier version; that is said each time."""
    database = tmp_path / "d.db"
    imported(database, write(tmp_path / "a.csv", [experimenter(**DATED, **earlier)]), catalogue)
    before = consents(database)
    other = write(tmp_path / "b.csv", [experimenter(Muuta="Jotain", **UNDATED)])

    for _time in range(2):
        outcome = imported(database, other, catalogue)

        assert (outcome.changed, outcome.same) == (0, 1)
        assert ("consent-undated", 2) in [(each.code, each.row) for each in outcome.findings]
        assert "answer-older" not in [each.code for each in outcome.findings]
        assert consents(database) == before


def test_an_answer_without_a_time_may_change_all_else_and_agree_to_less(
    tmp_path: Path, catalogue: Catalogue
) -> None:
    """A no is safe to take, and what is no consent comes with it."""
    database = tmp_path / "d.db"
    imported(database, write(tmp_path / "a.csv", [experimenter(**DATED)]), catalogue)
    outcome = imported(
        database, write(tmp_path / "b.csv", [experimenter(sharing="ei", **UNDATED)]), catalogue
    )

    assert outcome.changed == 1
    assert consents(database) == {"commitment": True, "sharing": False, "months": 9}


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("last", [{}, {TIME: "1.5.2016 9:00"}])
def test_no_answer_in_between_lets_an_older_yes_in(
    tmp_path: Path, catalogue: Catalogue, together: bool, last: dict[str, str]
) -> None:
    """The latest answer with a time binds, though one without a time counts since."""
    database = tmp_path / "d.db"
    rows = [
        experimenter(commitment="ei", **DATED),
        experimenter(commitment="ei", **UNDATED),
        experimenter(**{**UNDATED, **last}, need="Neuvonta on kaukana nyt"),
    ]
    for n, some in enumerate([rows] if together else [[row] for row in rows]):
        imported(database, write(tmp_path / f"{n}.csv", some), catalogue)

    assert consents(database) == {"commitment": False, "sharing": True, "months": 9}


@pytest.mark.parametrize("together", [True, False])
def test_people_that_differ_only_in_what_no_field_takes_are_both_kept(
    tmp_path: Path, catalogue: Catalogue, together: bool
) -> None:
    """Such answers are content too; the same person again is one registration."""
    database = tmp_path / "d.db"
    blank = {"need": "", "plan": ""}
    aino = experimenter(**blank, Kuvaus="Varaukset puhelimella")
    liisa = experimenter(**blank, contact_email="liisa@salo.example", Kuvaus="Robotti tiliöi")
    again = {**aino, "Kuvaus": "Varaukset verkossa", TIME: "2.10.2016 9:00"}
    outcomes = [
        imported(database, write(tmp_path / f"{n}.csv", some), catalogue)
        for n, some in enumerate([[aino, liisa, again]] if together else [[aino], [liisa], [again]])
    ]

    assert sum(each.new for each in outcomes) == 2
    found = [each.code for outcome in outcomes for each in outcome.findings]
    assert found.count("identity-shared") == 1
