"""Who could host a peer group's first meeting."""

from digikunta_cli.model import (
    Answer,
    Group,
    Organisation,
    OrganisationType,
    Participant,
    Registration,
    Role,
)
from digikunta_cli.reports.network.hosts import Host, hosts


def member(
    id: int,
    stage: str | None = None,
    *,
    languages: tuple[str, ...] = ("fi",),
    region: str | None = None,
    organisation: str = "",
) -> Participant:
    """An invented experimenter; its organisation is one of its own unless told."""
    key = organisation or f"organisation-{id}"
    answers = {} if stage is None else {"stage": Answer(stage, stage)}
    return Participant(
        id=id,
        identity=f"identity-{id:03}",
        role=Role.EXPERIMENTER,
        organisation=Organisation(
            key=key, name=key, type=OrganisationType.MUNICIPALITY, region=region
        ),
        registration=Registration(role=Role.EXPERIMENTER, row=id, answers=answers),
        topics=(),
        languages=languages,
        bodies=frozenset({key}),
    )


def group(id: int, *members: Participant) -> Group:
    """A group of these members."""
    ids = tuple(each.id for each in members)
    return Group(id=id, name=f"group-{id}", members=ids, topics=(), shared=())


def host_of(*members: Participant) -> Host:
    """The host of one group of these members."""
    return hosts([group(1, *members)], {each.id: each for each in members})[1]


def test_whose_experiment_is_furthest_hosts() -> None:
    """Expanding comes before running, running before planned, planned before an idea."""
    stages = ("idea", "planned", "running", "growing")
    members = [member(1), *(member(n, stage) for n, stage in enumerate(stages, start=2))]

    chosen = [host_of(*members[:count]) for count in (5, 4, 3, 2)]
    assert chosen == [
        Host(5, ("host:growing",)),
        Host(4, ("host:running",)),
        Host(3, ("host:planned",)),
        Host(2, ()),
    ]


def test_then_who_works_in_the_language_of_most() -> None:
    """It is a reason only where it sets somebody apart."""
    untold = member(1, "running", languages=())
    others = [member(n, "running", languages=("fi",)) for n in (2, 3)]

    assert host_of(untold, *others) == Host(2, ("host:running", "host:language"))
    assert host_of(*others) == Host(2, ("host:running",))


def test_then_who_has_others_of_its_region() -> None:
    """Few have far to travel."""
    members = [member(1, region="01"), member(2), member(3, region="02"), member(4, region="02")]

    assert host_of(*members) == Host(3, ("host:region",))


def test_an_organisation_hosts_once_where_others_can() -> None:
    """Whose turn it is instead is told, and nobody is left without a host for it."""
    first, again = (
        member(1, "running", organisation="a"),
        member(2, "growing", organisation="a"),
    )
    other = member(3, "idea")
    people = {each.id: each for each in (first, again, other)}
    groups = [group(1, first), group(2, again, other), group(3, again)]

    assert hosts(groups, people) == {
        1: Host(1, ("host:running",)),
        2: Host(3, ("host:no-other",)),
        3: Host(2, ("host:growing",)),
    }


def test_who_is_not_in_the_report_hosts_nothing() -> None:
    """A host is named only out of those who are; a group of nobody has none."""
    first, second = member(1, "growing"), member(2)
    groups = [group(1, first, second), group(2, first)]

    assert hosts(groups, {2: second}) == {1: Host(2, ())}


def test_equal_members_are_told_apart_by_content() -> None:
    """The order in which they came does not matter."""
    assert host_of(member(2), member(1)).id == 1
