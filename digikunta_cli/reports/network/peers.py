"""Peer groups: experimenters who try similar things, what they share, and who could host them."""

from collections.abc import Sequence
from dataclasses import replace

from digikunta_cli.document import (
    Cell,
    Cluster,
    Clusters,
    Column,
    Json,
    Line,
    Node,
    Part,
    Table,
)
from digikunta_cli.locale import _, mark
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Group, Participant
from digikunta_cli.reports.network.hosts import Host, hosts
from digikunta_cli.reports.network.section import Section, View

_Hosted = Sequence[tuple[Group, Host]]


def _parts(view: View) -> tuple[Part, ...]:
    hosted = _hosted(view)
    if not hosted:
        return ()
    clusters = tuple(_cluster(view, group, host) for group, host in hosted)
    return (Clusters(_table(view, hosted), clusters), _alone_table(view))


def _hosted(view: View) -> _Hosted:
    """The groups of which anybody is in the report, each in order and with its host."""
    found = hosts(view.facts.groups, view.people)
    here = (group for group in view.facts.groups if group.id in found)
    return [(_in_order(view, group), found[group.id]) for group in here]


def _in_order(view: View, group: Group) -> Group:
    """The group with the members who are in the report, in Finnish order."""
    here = (view.people[each] for each in group.members if each in view.people)
    ids = tuple(each.id for each in sorted(here, key=view.names.order))
    return replace(group, members=ids)


def _members(view: View, group: Group) -> list[Participant]:
    return [view.people[each] for each in group.members]


def _table(view: View, hosted: _Hosted) -> Table:
    return Table(
        "groups",
        _("Peer groups"),
        (
            Column("id", _("id"), "number", heads_row=True),
            Column("members", _("members"), "lines"),
            Column("topics", _("topics"), "list"),
            Column("shared", _("shared words"), "list"),
            Column("host", _("suggested host")),
            Column("why", _("why"), "list"),
        ),
        tuple(_row(view, group, host) for group, host in hosted),
        note=_(
            "Suggested to host the first meeting: whose experiment is furthest, then who works in"
            " the language of most, then who has others of its region; each organisation once"
            " before any hosts twice."
        ),
        brief=tuple(line for group, host in hosted for line in _lines(view, group, host)),
    )


def _row(view: View, group: Group, host: Host) -> tuple[Cell, ...]:
    return (
        group.id,
        tuple(map(view.names.who, _members(view, group))),
        view.names.topic_list(group.topics),
        group.shared,
        view.names.organisation(view.people[host.id]),
        _why(host),
    )


def _why(host: Host) -> tuple[str, ...]:
    return tuple(map(label, host.reasons or ("host:any",)))


def _lines(view: View, group: Group, host: Host) -> tuple[Line, ...]:
    """A group in a few lines: its members, and who could host them."""
    shared = "; ".join(_shared(view, group))
    title = _called(group)
    heading = Line(f"{title}: {shared}" if shared else title, is_heading=True)
    members = (
        Line(f"  {view.names.organisation(each)}", each.title or "")
        for each in _members(view, group)
    )
    name = view.names.organisation(view.people[host.id])
    said = f"{name} ({', '.join(_why(host))})"
    return (heading, *members, Line("  " + _("suggested host"), said))


def _called(group: Group) -> str:
    return _("Group {id}").format(id=group.id)


def _shared(view: View, group: Group) -> tuple[str, ...]:
    """Topics and words that the members share; words as they wrote them, so in quotation marks."""
    words = (_('"{word}"').format(word=word) for word in group.shared)
    return (*view.names.topic_list(group.topics), *words)


def _cluster(view: View, group: Group, host: Host) -> Cluster:
    return Cluster(
        _called(group),
        tuple(
            Node(each.id, view.names.organisation(each), each.title or "")
            for each in _members(view, group)
        ),
        shared=_shared(view, group),
        host=host.id,
    )


def _alone_table(view: View) -> Table:
    """Experimenters in no group, by name."""
    alone = (view.people[each] for each in view.facts.without_peer if each in view.people)
    return Table(
        "without_peer",
        _("Without a peer group"),
        (
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("topics", _("topics"), "list"),
        ),
        tuple(
            (view.names.who(each), view.names.topic_list(each.topics))
            for each in sorted(alone, key=view.names.order)
        ),
    )


def _data(view: View) -> dict[str, Json]:
    found = hosts(view.facts.groups, view.people)
    return {
        "groups": [
            {
                "id": group.id,
                "members": list(group.members),
                "topics": list(group.topics),
                "shared": list(group.shared),
                "host": found[group.id].id if group.id in found else None,
            }
            for group in view.facts.groups
        ],
        "without_peer": list(view.facts.without_peer),
    }


SECTION = Section("peers", _parts, _data, mark("There are no peer groups to show."))
