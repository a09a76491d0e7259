"""Meetings in the store."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from digikunta_cli.meeting import Invitation, Meeting
from digikunta_cli.services.intake import import_files
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.meetings import (
    change_meeting,
    invite,
    keep_meeting,
    meetings,
    note_attendance,
    uninvite,
)
from digikunta_cli.topics import find_file, load
from tests.invented import experimenter, write

NOW = "2017-03-01T09:00:00+00:00"
MEETING = Meeting(
    id=None,
    uid="3f0c",
    title="Verkosto tapaa",
    starts=datetime(2017, 3, 31, 9),
    ends=datetime(2017, 3, 31, 11),
    place="Helsinki",
    note="kahvit",
    topics=("e-services", "participation"),
)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with two registrations."""
    file = write(tmp_path / "form.csv", [experimenter("Salo"), experimenter("Lohja")])
    now = datetime(2017, 3, 1, tzinfo=UTC)
    import_files(tmp_path / "network.db", [file], load(find_file(None)), now=now)
    return tmp_path / "network.db"


def test_a_meeting_is_read_back_as_it_was_kept(database: Path) -> None:
    """Topics in their official order, and the time to the minute."""
    with writing(database) as session:
        id = keep_meeting(session.db, MEETING, NOW)
        (kept,) = meetings(session.db)

    assert kept == replace(MEETING, id=id)


def test_a_changed_meeting_keeps_its_uid_and_invitations(database: Path) -> None:
    """What it is now takes the place of what it was."""
    with writing(database) as session:
        id = keep_meeting(session.db, MEETING, NOW)
        invite(session.db, id, [2], NOW)
        changed = replace(MEETING, id=id, title="Uusi", topics=("other",), place=None, changes=1)
        changed = replace(changed, cancelled_at=NOW)
        change_meeting(session.db, replace(changed, uid="another"), NOW)
        (kept,) = meetings(session.db)

    invitation = Invitation(registration=2, invited_at=NOW)
    assert kept == replace(changed, invitations=(invitation,))


def test_invitations_tell_who_came_and_can_be_taken_back(database: Path) -> None:
    """Whether somebody came is not told until it was noted."""
    with writing(database) as session:
        id = keep_meeting(session.db, MEETING, NOW)
        invite(session.db, id, [1, 2], NOW)
        note_attendance(session.db, id, [2], attended=True)
        (before,) = meetings(session.db)
        note_attendance(session.db, id, [2], attended=False)
        uninvite(session.db, id, [1])
        (after,) = meetings(session.db)

    assert [each.attended for each in before.invitations] == [None, True]
    assert (before.invited, before.attended) == ((1, 2), (2,))
    assert after.invitations == (Invitation(registration=2, invited_at=NOW, attended=False),)


def test_an_erased_registration_leaves_its_invitations(database: Path) -> None:
    """Nothing of it stays behind in a meeting."""
    with writing(database) as session:
        id = keep_meeting(session.db, MEETING, NOW)
        invite(session.db, id, [1, 2], NOW)
        session.db.execute("delete from version where registration_id = 1")
        session.db.execute("delete from registration where id = 1")
    with reading(database) as db:
        (kept,) = meetings(db)

    assert kept.invited == (2,)
