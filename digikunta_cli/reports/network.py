"""What `report` says before a network meeting: the network at a glance, section by section."""

from collections.abc import Callable, Mapping

from digikunta_cli.document import (
    Cell,
    Column,
    Document,
    Link,
    Network,
    Node,
    Part,
    Table,
    Text,
)
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import SETTLED, Participant, Role
from digikunta_cli.names import Names
from digikunta_cli.reports.cures import cures_text
from digikunta_cli.reports.events import events_table
from digikunta_cli.reports.network_data import cause_said, to_data
from digikunta_cli.reports.network_facts import (
    CountRow,
    NetworkFacts,
    by_language,
    by_region,
    by_type,
    may_be_paired,
    topic_rows,
)
from digikunta_cli.reports.pairs import groups_table, pairs_table
from digikunta_cli.text import finnish_order


def build(facts: NetworkFacts, names: Names, topic_names: Mapping[str, str]) -> Document:
    """The whole report; it names organisations and experiments, never contact persons."""
    parts: list[Part] = [
        *_openings(facts),
        _glance(facts),
        _topics(facts, topic_names),
        _network(facts, names),
        _counts("types", (_("By type of organisation"), _("type")), by_type(facts), _label),
        _counts("regions", (_("By region"), _("region")), by_region(facts), names.region),
        _counts("languages", (_("By language"), _("language")), by_language(facts), _label),
        pairs_table(facts.pairs, facts.by_id(), names),
        _needs(facts, names),
        *_helps(facts, names),
        groups_table(facts.groups, facts.by_id(), names),
        events_table(facts.themes, facts.by_id(), names),
        _both_roles(facts, names),
        _new(facts, names),
    ]
    return Document(
        title=_("The network before the meeting"),
        subtitle=facts.date,
        parts=tuple(part for part in parts if not isinstance(part, Table) or part.rows),
        data=to_data(facts, names),
    )


def _openings(facts: NetworkFacts) -> list[Part]:
    if not facts.everyone:
        return [Text((_("Nothing has been imported yet. Begin with: digikunta import FILE."),))]
    if not facts.was_matched:
        said = _("No matching has been run yet, so nobody has a pair. Run: digikunta match.")
        return [Text((said,), "warning")]
    return []


def _label(key: str | None) -> str | None:
    return label(key) if key else None


def _glance(facts: NetworkFacts) -> Table:
    experimenters, mentors = facts.of_role(Role.EXPERIMENTER), facts.of_role(Role.MENTOR)
    organisations = {each.organisation.key for each in facts.everyone}
    rows: list[tuple[Cell, ...]] = [
        (_("experimenters"), len(experimenters)),
        (_("mentors"), len(mentors)),
        (_("organisations"), len(organisations)),
        (_("organisations in both roles"), len(facts.both_roles())),
        (_("seats offered"), sum(each.capacity or 0 for each in mentors)),
        (_("mentors wanted"), sum(each.wanted or 0 for each in experimenters)),
        (_("experimenters with a pair"), len({pair.experimenter for pair in facts.pairs})),
        (_("experimenters left without"), len(facts.left_without())),
        (_("peer groups"), len(facts.groups)),
        (_("not committed to share"), len(facts.kept_out())),
        *((_("pairs {state}").format(state=label(s)), n) for s, n in facts.states().items()),
    ]
    columns = (Column("what", _("what")), Column("count", _("count"), "number"))
    return Table("glance", _("At a glance"), columns, tuple(rows) if facts.everyone else ())


def _topics(facts: NetworkFacts, topic_names: Mapping[str, str]) -> Table:
    return Table(
        "topics",
        _("Topics"),
        (
            Column("topic", _("topic")),
            Column("mentors", _("mentors"), "number"),
            Column("experimenters", _("experimenters"), "number"),
            Column("capacity", _("seats offered"), "number"),
            Column("wanted", _("mentors wanted"), "number"),
            Column("matched", _("matched"), "number"),
            Column("unmatched", _("unmatched"), "number"),
        ),
        tuple(
            (
                topic_names.get(row.topic, _("everyone once")),
                row.mentors,
                row.experimenters,
                row.capacity,
                row.wanted,
                row.matched,
                row.unmatched,
            )
            for row in topic_rows(facts)
        )
        if facts.everyone
        else (),
        note=_("Who has several topics counts in each of them; the last row counts everyone once."),
        total=True,
    )


def _counts(
    key: str,
    titles: tuple[str, str],
    rows: tuple[CountRow, ...],
    name: Callable[[str | None], str | None],
) -> Table:
    columns = (
        Column("name", titles[1]),
        Column("mentors", _("mentors"), "number"),
        Column("experimenters", _("experimenters"), "number"),
    )
    cells = tuple((name(row.key) or _("not told"), row.mentors, row.experimenters) for row in rows)
    return Table(key, titles[0], columns, cells)


def _needs(facts: NetworkFacts, names: Names) -> Table:
    rows = [
        (names.who(each), cause_said(cause), names.topic_list(each.topics), _languages(each))
        for each, cause in facts.left_without()
    ]
    rows.extend(
        (
            names.who(each),
            _("not committed to share"),
            names.topic_list(each.topics),
            _languages(each),
        )
        for each in facts.kept_out()
        if each.role is Role.EXPERIMENTER
    )
    return Table(
        "needs",
        _("Unmet needs"),
        (
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("cause", _("why")),
            Column("topics", _("topics"), "list"),
            Column("languages", _("languages"), "list"),
        ),
        tuple(sorted(rows, key=lambda row: (row[1], finnish_order(str(row[0]))))),
    )


def _helps(facts: NetworkFacts, names: Names) -> list[Part]:
    text = cures_text(facts.cures_at_hand(), facts.by_id(), names)
    return [text] if text.lines else []


def _languages(participant: Participant) -> tuple[str, ...]:
    return tuple(label(language) for language in participant.languages)


def _both_roles(facts: NetworkFacts, names: Names) -> Table:
    columns = (Column("organisation", _("organisation")),)
    both = {names.organisation(each) for each in facts.everyone if each.both_roles}
    rows = tuple((name,) for name in sorted(both, key=finnish_order))
    return Table("both-roles", _("In both roles"), columns, rows)


def _new(facts: NetworkFacts, names: Names) -> Table:
    title = _("New or changed since the last report")
    columns = (
        Column("role", _("role")),
        Column("who", _("who"), heads_row=True),
        Column("changed", _("came or changed"), "date"),
    )
    rows = [
        (label(each.role.value), names.who(each), each.changed_at[:10])
        for each in sorted(facts.new(), key=names.order)
    ]
    return Table("new", title, columns, tuple(rows) if facts.since else ())


def _network(facts: NetworkFacts, names: Names) -> Network:
    """Who has a pair or could have one; the others are in the list of unmet needs."""
    paired = {pair.experimenter for pair in facts.pairs}

    def node(each: Participant) -> Node:
        return Node(each.id, names.organisation(each), each.title or "")

    return Network(
        title=_("The network"),
        left_title=_("Experimenters"),
        right_title=_("Mentors"),
        left=tuple(
            node(each)
            for each in facts.of_role(Role.EXPERIMENTER)
            if each.id in paired or may_be_paired(each)
        ),
        right=tuple(node(each) for each in facts.of_role(Role.MENTOR)),
        links=tuple(
            Link(p.experimenter, p.mentor, "settled" if p.state in SETTLED else "proposed")
            for p in facts.pairs
        ),
    )
