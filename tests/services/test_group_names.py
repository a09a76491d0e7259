"""Names of peer groups stay with those who are in them."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.model import Group
from digikunta_cli.services.matching import named


def group(name: str, *members: int) -> Group:
    """A group with these members."""
    return Group(id=None, name=name, members=members, topics=(), shared=())


def test_a_name_goes_where_most_members_went() -> None:
    """The group with the name's digest by its first member alone gets another."""
    earlier = [group("a", 1, 2, 3, 4, 5, 6)]
    found = named([group("a", 1, 7, 8), group("b", 2, 3, 4, 5)], earlier)

    assert [each.name for each in found] == ["a-2", "a"]


def test_too_few_in_common_make_a_new_name() -> None:
    """Less than half of the smaller group carries no name on."""
    assert named([group("b", 1, 7, 8)], [group("a", 1, 2, 3)])[0].name == "b"


MEMBERS = st.lists(st.integers(0, 3), min_size=8, max_size=8)


def split(places: list[int], prefix: str) -> list[Group]:
    """Eight members in up to four groups."""
    parts = {at: [n for n, place in enumerate(places) if place == at] for at in sorted(places)}
    return [group(f"{prefix}{at}", *members) for at, members in parts.items()]


@given(before=MEMBERS, after=MEMBERS)
def test_every_name_is_given_once_and_stays(before: list[int], after: list[int]) -> None:
    """Whatever changes: no two groups share a name, and unchanged groups keep theirs."""
    earlier = split(before, "g")
    found = named(split(after, "g"), earlier)

    assert all(one.name != other.name for one, other in combinations(found, 2))
    names = {each.members: each.name for each in earlier}
    assert all(each.name == names.get(each.members, each.name) for each in found)
    assert named(found, found) == tuple(found)
