"""What `report` says before a network meeting: its sections, all of them or those asked for."""

from collections.abc import Iterable, Mapping

from digikunta_cli.document import Document, Json, Part, Table, Text
from digikunta_cli.errors import UsageError
from digikunta_cli.locale import _, mark
from digikunta_cli.memory import without_collection
from digikunta_cli.names import Names
from digikunta_cli.reports.network import (
    both_roles,
    changes,
    contacts,
    coverage,
    events,
    glance,
    ideas,
    needs,
    pairs,
    peers,
    picture,
    support,
    topics,
)
from digikunta_cli.reports.network.facts import NetworkFacts
from digikunta_cli.reports.network.permitted import left_out_data, shown
from digikunta_cli.reports.network.section import Section, View
from digikunta_cli.reports.network.wish import SECTIONS, ReportWish

_SECTIONS: tuple[Section, ...] = (
    glance.SECTION,
    topics.SECTION,
    picture.SECTION,
    pairs.SECTION,
    needs.SECTION,
    peers.SECTION,
    events.SECTION,
    support.SECTION,
    coverage.SECTION,
    both_roles.SECTION,
    changes.SECTION,
    ideas.SECTION,
)


def check_sections(keys: Iterable[str]) -> None:
    """Raise UsageError for a section that there is none of."""
    for key in keys:
        if key not in SECTIONS:
            raise UsageError("section-unknown", section=key, sections=", ".join(SECTIONS))


@without_collection()
def build(
    facts: NetworkFacts,
    names: Names,
    topic_names: Mapping[str, str],
    wish: ReportWish,
    *,
    for_programs: bool = False,
) -> Document:
    """The report as it was asked for; it names no contact persons unless asked to.

    Either what people read, or `for_programs` only the data.
    """
    view = View(facts, wish, names, topic_names, people=facts.by_id())
    chosen = [each for each in _SECTIONS if wish.tells(each.key)]
    if wish.shows_contacts:
        chosen.append(contacts.SECTION)
    # Making both takes half as long again in a large network.
    if for_programs:
        return Document(title=glance.title(view), parts=(), data=_data(view, chosen))
    parts = [*glance.openings(view), *(part for each in chosen for part in _parts(each, view))]
    return Document(glance.title(view), tuple(parts), data=None, subtitle=facts.date)


def _parts(section: Section, view: View) -> tuple[Part, ...]:
    """What a section says; where it was asked for and has nothing to say, that."""
    told = tuple(part for part in section.parts(view) if _says_something(part))
    if told or not view.wish.sections or not view.facts.everyone:
        return shown(view, told)
    # Of the whole network it may not be true that there is nothing.
    unsaid = mark("There is nothing to tell here of those who permitted publishing.")
    nothing = unsaid if view.facts.is_partial else section.nothing
    return (Text((_(nothing),), "faint"),) if nothing else ()


def _says_something(part: Part) -> bool:
    return bool(part.rows) if isinstance(part, Table) else True


def _data(view: View, chosen: Iterable[Section]) -> dict[str, Json]:
    data: dict[str, Json] = {
        "date": view.facts.date,
        "since": view.facts.since and view.facts.since[: len("2017-03-31")],
        "left_out": left_out_data(view),
    }
    if view.facts.meeting:
        # Loaded only for a meeting.
        from digikunta_cli.reports.meetings import meeting_data

        data["meeting"] = meeting_data(view.facts.meeting, view.people)
    for section in chosen:
        data.update(section.data(view))
    return data
