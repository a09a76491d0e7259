"""The network at a glance: its figures, and what keeps a report from saying more."""

from collections.abc import Iterable

from digikunta_cli.document import Cell, Column, Json, Part, Record, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Role
from digikunta_cli.reports.network.counting import CountRow, by_language, by_region, by_type
from digikunta_cli.reports.network.permitted import known, left_out
from digikunta_cli.reports.network.section import Section, View


def title(view: View) -> str:
    """What the report is called: for which meeting it is, where it is for one."""
    if view.facts.meeting:
        return _("Before the meeting: {title}").format(title=view.facts.meeting.title)
    return _("The network before the meeting")


def openings(view: View) -> tuple[Part, ...]:
    """Which meeting it is for, what to do first, and what is left out."""
    meeting = view.facts.meeting
    if meeting is None:
        return _remarks(view)
    # Loaded only for a meeting.
    from digikunta_cli.reports.meetings import meeting_fields

    fields = meeting_fields(meeting, view.people, view.names)
    record = Record(_("The meeting"), _counted(view, fields))
    if meeting.invited:
        return (record, *_remarks(view))
    hint = _("Nobody is invited yet. Invite with: digikunta meeting invite {id}.")
    return (record, Text((hint.format(id=meeting.id),), "warning"))


def _remarks(view: View) -> tuple[Part, ...]:
    """What to do first, where nothing was imported or matched yet; and what is left out."""
    facts = view.facts
    if not facts.everyone and not facts.left_out:
        return (Text((_("Nothing has been imported yet. Begin with: digikunta import FILE."),)),)
    said = (left_out(view) if view.wish.is_public else "", _first_to_do(view))
    lines = tuple(filter(None, said))
    return (Text(lines, "warning"),) if lines else ()


def _first_to_do(view: View) -> str:
    """What must be done before a report can say all; nothing where all was done."""
    facts = view.facts
    if not facts.left_out and not facts.of_role(Role.MENTOR):
        return _("No mentors have been imported yet. Import their form: digikunta import FILE.")
    if not facts.left_out and not facts.of_role(Role.EXPERIMENTER):
        return _(
            "No experimenters have been imported yet. Import their form: digikunta import FILE."
        )
    if facts.was_matched:
        return ""
    if facts.pairs:
        return _("No matching has been run yet: the pairs were made by hand. Run: digikunta match.")
    return _("No matching has been run yet, so nobody has a pair. Run: digikunta match.")


def _counted(view: View, facts: Iterable[tuple[str, Cell]]) -> tuple[tuple[str, Cell], ...]:
    """The facts without numbers that would be none only because some are left out."""
    return tuple(each for each in facts if each[1] != 0 or not view.facts.is_partial)


def _parts(view: View) -> tuple[Part, ...]:
    return (_figures(view),)


def _figures(view: View) -> Table:
    facts = view.facts
    experimenters, mentors = facts.of_role(Role.EXPERIMENTER), facts.of_role(Role.MENTOR)
    paired, finished = {pair.experimenter for pair in facts.pairs}, len(facts.finished())
    asking_none = len(facts.asking_none())
    away = len(facts.paired_away() & {each.id for each in experimenters})
    rows: list[tuple[str, Cell]] = [
        (_("experimenters"), len(experimenters)),
        (_("mentors"), len(mentors)),
        (_("organisations"), _organisations(view)),
        (_("organisations in both roles"), len(facts.both_roles())),
        (_("seats offered"), sum(each.capacity or 0 for each in mentors)),
        (_("mentors wanted"), sum(each.wanted or 0 for each in experimenters)),
        (_("experimenters with a pair"), sum(each.id in paired for each in experimenters)),
        *(((_("of them with a mentor left out of this report"), away),) if away else ()),
        (_("experimenters left without"), len(facts.left_without())),
        *(((_("experimenters finished"), finished),) if finished else ()),
        *(((_("experimenters who ask for no mentor"), asking_none),) if asking_none else ()),
        (_("peer groups"), len(facts.groups)),
        (_("registrations not committed to share"), len(facts.kept_out())),
        *((_("pairs {state}").format(state=label(s)), n) for s, n in facts.states().items()),
    ]
    columns = (Column("what", _("what")), Column("count", _("count"), "number"))
    told = _counted(view, rows) if facts.everyone else ()
    return Table("glance", _("At a glance"), columns, told)


def _organisations(view: View) -> int:
    return len({each.organisation.key for each in view.facts.everyone})


def _data(view: View) -> dict[str, Json]:
    """Counts are null where all that there would be to count are left out."""
    facts = view.facts
    organisations = _organisations(view)
    counts: dict[str, Json] = {
        "mentors": len(facts.of_role(Role.MENTOR)),
        "experimenters": len(facts.of_role(Role.EXPERIMENTER)),
        "organisations": organisations if organisations or not facts.is_partial else None,
        "types": _counts(view, by_type(facts)),
        "regions": _counts(view, by_region(facts)),
        "languages": _counts(view, by_language(facts)),
    }
    return {"participants": known(view, counts)}


def _counts(view: View, rows: tuple[CountRow, ...]) -> Json:
    return [
        known(view, {"key": row.key, "mentors": row.mentors, "experimenters": row.experimenters})
        for row in rows
    ]


SECTION = Section("glance", _parts, _data)
