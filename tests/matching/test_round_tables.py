"""Who sits at which table."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.matching.round_tables import SEATS, Guest, RoundTable, seat
from digikunta_cli.topics import TOPIC_KEYS


def guest(id: int, *topics: str) -> Guest:
    """A guest with these topics."""
    return Guest(id=id, topics=topics)


def table(topic: str | None, *members: int) -> RoundTable:
    """A table."""
    return RoundTable(topic=topic, members=members)


def test_nobody_needs_no_table() -> None:
    """An empty meeting."""
    assert seat([]) == ()


def test_topics_of_most_are_seated_first() -> None:
    """So that whoever can sits with others; "other" shares nothing and comes last."""
    guests = [
        guest(1, "e-services", "participation"),
        guest(2, "participation"),
        guest(3, "participation", "other"),
        guest(4, "other"),
        guest(5, "other"),
        guest(6, "other"),
        guest(7, "other"),
    ]

    assert seat(guests) == (table("participation", 1, 2, 3), table("other", 4, 5, 6, 7))


def test_topics_of_the_meeting_come_before_others() -> None:
    """Even where more share another one."""
    guests = [guest(1, "e-services", "participation"), guest(2, "e-services", "participation")]
    more = [guest(3, "participation"), guest(4, "participation")]

    assert seat([*guests, *more], first=["e-services"]) == (
        table("e-services", 1, 2),
        table("participation", 3, 4),
    )


def test_many_of_a_topic_sit_at_tables_of_about_one_size() -> None:
    """Ten are five and five, not eight and two."""
    tables = seat([guest(id, "participation") for id in range(10)])

    assert [len(each.members) for each in tables] == [5, 5]


def test_peers_sit_together_where_there_is_room() -> None:
    """Everyone knows somebody at the table."""
    guests = [guest(id, "participation") for id in range(10)]
    tables = seat(guests, near=[(0, 9), (1, 8)])

    assert any({0, 9} <= set(each.members) for each in tables)
    assert any({1, 8} <= set(each.members) for each in tables)


def test_a_pair_without_a_common_topic_still_sits_together() -> None:
    """At a table of a topic that one of them has."""
    guests = [guest(1, "e-services"), guest(2, "innovations"), guest(3, "innovations")]

    assert seat(guests, together=[(1, 2), (1, 99)]) == (table("innovations", 1, 2, 3),)


def test_more_than_a_table_holds_need_not_sit_together() -> None:
    """A mentor of nine sits with some of them."""
    guests = [guest(id, "participation") for id in range(10)]
    tables = seat(guests, together=[(0, other) for other in range(1, 10)])

    assert sum(len(each.members) for each in tables) == 10


def test_what_no_table_has_room_for_gets_one_more() -> None:
    """Two of five and one of six do not go into two tables of eight."""
    circles = [range(5), range(5, 10), range(10, 16)]
    together = [(circle[0], other) for circle in circles for other in circle[1:]]
    tables = seat([guest(id, "participation") for id in range(16)], together=together)

    assert sorted(len(each.members) for each in tables) == [5, 5, 6]


def test_who_would_sit_alone_sits_with_others() -> None:
    """Several of them with each other, a single one at the smallest table that has room."""
    three = [guest(id, "participation") for id in (1, 2, 3)]
    full = [guest(id, "participation") for id in range(1, 9)]
    one, other = guest(10, "e-services"), guest(11)

    assert seat([*three, one, other]) == (table("participation", 1, 2, 3), table(None, 10, 11))
    assert seat([*three, one]) == (table("participation", 1, 2, 3, 10),)
    assert seat([*full, one]) == (table("participation", *range(1, 9)), table(None, 10))
    assert seat([one]) == (table(None, 10),)


TOPICS = st.lists(st.sampled_from(TOPIC_KEYS), unique=True, max_size=3)


@given(
    topics=st.lists(TOPICS, max_size=40),
    links=st.lists(st.tuples(st.integers(0, 39), st.integers(0, 39)), max_size=15),
)
def test_everyone_sits_at_one_table_of_at_most_eight(
    topics: list[list[str]], links: list[tuple[int, int]]
) -> None:
    """Whatever the topics and pairs are; and who is told in another order sits the same."""
    guests = [guest(id, *told) for id, told in enumerate(topics)]
    tables = seat(guests, together=links[:8], near=links[8:])

    assert Counter(id for each in tables for id in each.members) == Counter(range(len(topics)))
    assert all(0 < len(each.members) <= SEATS for each in tables)
    assert seat(reversed(guests), together=links[:8], near=links[8:]) == tables
