"""`letters --meeting`: a letter to each of those invited to a meeting; nothing is sent."""

from collections.abc import Sequence
from datetime import datetime

from digikunta_cli.errors import UsageError
from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.letters import Draft, Drafts, Occasion, Page, Receiver
from digikunta_cli.locale import speaking
from digikunta_cli.meeting import Meeting, in_finland
from digikunta_cli.model import Participant, Role
from digikunta_cli.services.meetings import find_meeting
from digikunta_cli.services.pair_pages import (
    address_of,
    common_languages,
    contact_key,
    names_in,
    names_of,
    stem_of,
)
from digikunta_cli.services.workspace import Workspace

Guests = Sequence[Participant]
"""Registrations of one contact."""


def draft_invitations(
    workspace: Workspace, meeting_id: int, asked: LetterKind | None = None, *, now: datetime
) -> Drafts:
    """One letter a contact, whatever it registered for; of a cancelled meeting, that it is so.

    Raises UsageError where there is no such meeting, it is over, nobody is invited, or it is no
    time for the letter that is asked for.
    """
    found = find_meeting(workspace.database, meeting_id)
    _check(found.meeting, asked, now)
    by_contact: dict[str, list[Participant]] = {}
    for id in found.meeting.invited:
        guest = found.people[id]
        by_contact.setdefault(contact_key(guest), []).append(guest)
    taken: set[str] = set()
    return Drafts(
        drafts=tuple(
            _draft(guests, found.meeting, workspace, taken) for guests in by_contact.values()
        ),
        without={},
    )


def _check(meeting: Meeting, asked: LetterKind | None, now: datetime) -> None:
    if asked not in (None, _kind(meeting)):
        is_cancelled = meeting.cancelled_at is not None
        code = "meeting-cancelled" if is_cancelled else "meeting-not-cancelled"
        raise UsageError(code, id=meeting.id)
    if meeting.ends <= in_finland(now):
        raise UsageError("meeting-over", id=meeting.id)
    if not meeting.invited:
        raise UsageError("meeting-nobody", id=meeting.id)


def _kind(meeting: Meeting) -> LetterKind:
    return LetterKind.INVITATION if meeting.cancelled_at is None else LetterKind.CANCELLATION


def _told(meeting: Meeting) -> str:
    """What tells the letters apart: of a changed meeting they are new ones."""
    change = f"-change-{meeting.changes}" if meeting.changes else ""
    return f"{_kind(meeting).value}-{meeting.id}{change}"


def _draft(guests: Guests, meeting: Meeting, workspace: Workspace, taken: set[str]) -> Draft:
    first = guests[0]
    address = address_of(first)
    ids = tuple(each.id for each in guests)
    return Draft(
        kind=_kind(meeting),
        stem=stem_of((first.id, _told(meeting)), first, taken),
        to=(address,) if address else (),
        receiver=_receiver(guests),
        organisations=tuple(dict.fromkeys(each.organisation.name for each in guests)),
        registrations=ids,
        unreachable=() if address else ids,
        pairs=(),
        pages={
            language: _page(guests, meeting, workspace, language)
            for language in common_languages(guests)
        },
        meeting=meeting,
    )


def _receiver(guests: Guests) -> Receiver:
    roles = {each.role for each in guests}
    if len(roles) > 1:
        return Receiver.BOTH
    return Receiver.MENTOR if Role.MENTOR in roles else Receiver.EXPERIMENTER


def _page(guests: Guests, meeting: Meeting, workspace: Workspace, language: str) -> Page:
    with speaking(language):
        topics = names_in(workspace, language).topic_list(meeting.topics)
    return Page(
        names=names_of(guests[:1]),
        receiver=_receiver(guests),
        meeting=Occasion(
            title=meeting.title,
            starts=meeting.starts,
            ends=meeting.ends,
            place=meeting.place,
            topics=topics,
            is_changed=meeting.changes > 0,
        ),
    )
