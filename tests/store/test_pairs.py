"""Peer groups in the store."""

from pathlib import Path

from digikunta_cli.model import Group
from digikunta_cli.store.database import writing
from digikunta_cli.store.pairs import groups, keep_groups


def group(name: str) -> Group:
    """A group without members."""
    return Group(id=None, name=name, members=(), topics=("other",), shared=("sana",))


def test_a_group_that_stays_keeps_its_id_and_new_ones_get_others(tmp_path: Path) -> None:
    """Ids follow names, whatever comes before them in the next matching."""
    with writing(tmp_path / "network.db") as session:
        keep_groups(session.db, [group("a"), group("b"), group("c")])
        keep_groups(session.db, [group("d"), group("e"), group("c"), group("a")])
        kept = {each.name: each.id for each in groups(session.db)}

    assert kept == {"a": 1, "c": 3, "d": 4, "e": 5}
