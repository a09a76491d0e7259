"""Whatever coordinators decide between rounds: each decision holds, and every round repeats."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.errors import UsageError
from digikunta_cli.model import SETTLED, Pair, PairState, Role
from digikunta_cli.services.deciding import add, allow, forbid, lock, move
from digikunta_cli.services.intake import import_files
from digikunta_cli.services.matching import match
from digikunta_cli.services.pairing import list_pairs
from digikunta_cli.services.rounds import repeat
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.weights import Terms
from tests.invented import experimenter, mentor, write

NOON = datetime(2016, 9, 1, 12, tzinfo=UTC)
SAME = "Neuvontaa kuvapuhelimella kirjastosta"
TOWNS = ("Salo", "Lohja", "Kemi")
MENTORS, EXPERIMENTERS = (1, 2), (3, 4, 5)

Decide = Callable[[Workspace, int, int], object]
DECISIONS: dict[str, Decide] = {
    "forbid": lambda place, one, other: forbid(place, one, other, now=NOON),
    "allow": lambda place, one, other: allow(place, one, other, now=NOON),
    "add": lambda place, one, other: add(place, one, other, now=NOON),
    "lock": lambda place, one, other: lock(place, _id(place, one, other), locked=True, now=NOON),
    "unlock": lambda place, one, other: lock(place, _id(place, one, other), locked=False, now=NOON),
    "accept": lambda place, one, other: _move(place, one, other, PairState.ACCEPTED),
    "reject": lambda place, one, other: _move(place, one, other, PairState.DECLINED),
    "total": lambda place, _one, _other: match(place, now=NOON),
    "fair": lambda place, _one, _other: match(place, now=NOON, terms=Terms(policy="fair")),
    "keep": lambda place, _one, load: match(
        place, now=NOON, terms=Terms(policy="keep", min_load=load)
    ),
}


def _id(place: Workspace, one: int, other: int) -> int:
    found = list_pairs(place.database).pairs
    ids = [pair.id for pair in found if (pair.experimenter, pair.mentor) == (one, other)]
    return ids[0] or 0 if ids else 0


def _move(place: Workspace, one: int, other: int, state: PairState) -> object:
    return move(place, [_id(place, one, other)], state, now=NOON)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database of three experimenters and two mentors, who are all alike."""
    folder = tmp_path_factory.mktemp("alike")
    place = Workspace(folder / "network.db", None)
    rows = [mentor(town, solution=SAME, capacity=n) for town, n in (("Vaasa", "1"), ("Oulu", "2"))]
    files = [write(folder / "m.csv", rows, role=Role.MENTOR)]
    files.append(write(folder / "e.csv", [experimenter(town, plan=SAME) for town in TOWNS]))
    import_files(place.database, files, place.catalogue, now=NOON)
    return place.database.read_bytes()


STEP = st.tuples(
    st.sampled_from(sorted(DECISIONS)), st.sampled_from(EXPERIMENTERS), st.sampled_from(MENTORS)
)


def held(pair: Pair) -> bool:
    """Whether people want a pair to stay."""
    return pair.is_locked or pair.state in SETTLED


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(STEP, min_size=1, max_size=6))
def test_decisions_hold_and_rounds_repeat(
    content: bytes, steps: list[tuple[str, int, int]]
) -> None:
    """No pair that is held is lost, none that is ruled out or declined comes, rounds are stable."""
    with TemporaryDirectory() as folder:
        place = Workspace(Path(folder, "network.db"), None)
        place.database.write_bytes(content)
        for name, one, other in steps:
            with suppress(UsageError):
                DECISIONS[name](place, one, other)
        before = list_pairs(place.database)
        matched = match(place, now=NOON)
        after = list_pairs(place.database)

        ends = {(pair.experimenter, pair.mentor) for pair in matched.pairs}
        assert {(p.experimenter, p.mentor) for p in before.pairs if held(p)} <= ends
        ruled_out = {(each.experimenter, each.mentor) for each in before.forbidden}
        declined = [p for p in before.pairs if p.state is PairState.DECLINED]
        assert ends.isdisjoint(ruled_out | {(p.experimenter, p.mentor) for p in declined})
        assert {p.id for p in after.pairs} == {p.id for p in (*matched.pairs, *declined)}
        again = match(place, now=NOON)
        assert again.pairs == matched.pairs
        assert (again.changes.gone, again.changes.new) == ((), ())
        assert again.round is not None
        for round in range(1, again.round + 1):
            assert repeat(place, round).is_same
