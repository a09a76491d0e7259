"""What `meeting invite`, `uninvite` and `attend` say: how many, and who is apart."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from digikunta_cli.addresses import usable_address
from digikunta_cli.document import Document, Json, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.meeting import Meeting
from digikunta_cli.names import Names
from digikunta_cli.reports.meeting_facts import Invited, Noted, People, Uninvited
from digikunta_cli.reports.meetings import clash_data, clash_lines, next_steps
from digikunta_cli.reports.pairs import called


def build_invited(done: Invited, names: Names, *, now: datetime) -> Document:
    """How many are invited now, how many were, and who has told no e-mail address."""
    unreachable = [each for each in done.fresh if not _has_email(done.people, each)]
    lines = list(_counts(len(done.fresh), len(done.already)))
    if unreachable:
        who = _names(unreachable, done.people, names)
        lines.append(_("Without an e-mail address: {who}.").format(who=who))
    lines += clash_lines(done.clashes)
    lines += next_steps(done.meeting, now=now)
    return _document(
        done.meeting,
        lines,
        {
            "invited": list(done.fresh),
            "already": list(done.already),
            "without_email": list(unreachable),
            "clashes": clash_data(done.clashes),
        },
    )


def _counts(fresh: int, already: int) -> Iterator[str]:
    if not fresh and not already:
        yield _("No registration is like that. Ask for less.")
        return
    said = plural("{count} registration invited.", "{count} registrations invited.", fresh)
    yield said.format(count=fresh)
    if already:
        said = plural("{count} was invited already.", "{count} were invited already.", already)
        yield said.format(count=already)


def _has_email(people: People, id: int) -> bool:
    return usable_address(people[id].registration.text("contact_email") or "") is not None


def build_uninvited(done: Uninvited, names: Names) -> Document:
    """How many invitations were taken back, and who had none."""
    count = len(done.gone)
    said = plural("{count} invitation taken back.", "{count} invitations taken back.", count)
    lines = [said.format(count=count)]
    if done.others:
        who = _names(done.others, done.people, names)
        lines.append(_("Not invited: {who}.").format(who=who))
    return _document(
        done.meeting, lines, {"uninvited": list(done.gone), "not_invited": list(done.others)}
    )


def build_noted(done: Noted, names: Names) -> Document:
    """Of how many is known that they came or did not, and who was not invited."""
    count = len(done.noted)
    said = (
        plural("{count} registration came.", "{count} registrations came.", count)
        if done.attended
        else plural(
            "{count} registration did not come.", "{count} registrations did not come.", count
        )
    )
    lines = [said.format(count=count)]
    if done.added:
        who = _names(done.added, done.people, names)
        lines.append(_("Not invited before, and added: {who}.").format(who=who))
    if done.others:
        who = _names(done.others, done.people, names)
        lines.append(_("Not invited: {who}.").format(who=who))
    return _document(
        done.meeting,
        lines,
        {
            "attended" if done.attended else "absent": list(done.noted),
            "added": list(done.added),
            "not_invited": list(done.others),
        },
    )


def _names(ids: Iterable[int], people: People, names: Names) -> str:
    return "; ".join(called((people[each] for each in ids), names))


def _document(meeting: Meeting, lines: Iterable[str], data: dict[str, Json]) -> Document:
    return Document(
        title=meeting.title, parts=(Text(tuple(lines)),), data={"meeting": meeting.id, **data}
    )
