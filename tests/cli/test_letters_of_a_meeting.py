"""Letters that invite to a meeting, or tell that it is changed or cancelled."""

from email import message_from_bytes, policy
from pathlib import Path

from digikunta_cli.model import Role
from tests.cli.letter_office import BORGA, LAHTI, MISSING, OULU, SALO, text, written
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write


def test_invitations_go_to_those_invited(office: Digikunta, tmp_path: Path) -> None:
    """One a contact, each alone, with the meeting for the calendar; your own note stays yours."""
    when = ("--date", "31.3.2090", "--start", "9", "--note", "salainen")
    office("meeting", "add", "Kevättapaaminen", *when, "--topic", "e-services")
    nobody = office("letters", "--meeting", "1")
    office("meeting", "invite", "1", "--role", "experimenter")
    letters = written(office, "--meeting", "1")
    mail = (tmp_path / "letters-out" / "002-invitation-1-porvoo.eml").read_bytes()
    message = message_from_bytes(mail, policy=policy.default)

    assert (nobody.code, "Nobody is invited to meeting 1" in nobody.err) == (2, True)
    assert [(e["registrations"], e["to_role"], e["meeting"]) for e in letters.values()] == [
        ([id], "experimenter", 1) for id in (SALO, BORGA, OULU, LAHTI)
    ]
    assert message["To"] == "bo@b.example"
    assert "fredagen den 31.3.2090 kl. 9.00–11.00" in text(tmp_path, "002-invitation-1-porvoo")
    assert b"text/calendar" in mail
    assert "salainen" not in text(tmp_path, "001-invitation-1-salo")
    assert MISSING in office("letters", "--meeting", "1", "--kind", "invitation").out


def test_a_changed_or_cancelled_meeting_has_new_letters(office: Digikunta, tmp_path: Path) -> None:
    """Beside the earlier ones, with what calendars must learn; what is no letter now is refused."""
    office("meeting", "add", "Tapaaminen", "--date", "31.3.2090", "--start", "9")
    office("meeting", "invite", "1", "Salo")
    stems = [*written(office, "--meeting", "1")]
    office("meeting", "change", "1", "--start", "10")
    stems += written(office, "--meeting", "1")
    early = office("letters", "--meeting", "1", "--kind", "cancellation")
    office("meeting", "cancel", "1")
    stems += written(office, "--meeting", "1", "--kind", "cancellation")
    late = office("letters", "--meeting", "1", "--kind", "invitation")
    mail = (tmp_path / "letters-out" / f"{stems[-1]}.eml").read_bytes()
    (calendar,) = message_from_bytes(mail, policy=policy.default).iter_attachments()
    content = calendar.get_content()

    assert stems == [
        "001-invitation-1-salo",
        "001-invitation-1-change-1-salo",
        "001-cancellation-1-change-2-salo",
    ]
    assert "korvaa aiemman" not in text(tmp_path, stems[0])
    assert "Tämä kutsu korvaa aiemman" in text(tmp_path, stems[1])
    assert "on peruttu." in text(tmp_path, stems[2])
    assert ("STATUS:CANCELLED" in content, "SEQUENCE:2" in content) == (True, True)
    assert (early.code, "Meeting 1 is not cancelled" in early.err) == (2, True)
    assert (late.code, "Meeting 1 is cancelled" in late.err) == (2, True)


def test_there_are_no_letters_about_a_meeting_that_is_over(office: Digikunta) -> None:
    """Nobody is invited to what has been."""
    office("meeting", "add", "Tapaaminen", "--date", "31.3.2017", "--start", "9")
    office("meeting", "invite", "1", "Salo")
    told = office("letters", "--meeting", "1")

    assert (told.code, "Meeting 1 is over" in told.err) == (2, True)


def test_one_contact_of_several_registrations_is_invited_once(digikunta: Digikunta) -> None:
    """Whatever it registered for."""
    shared = {"contact_email": "Aino@Salo.example"}
    write(Path("a.csv"), [experimenter("Salo", title="Yksi"), experimenter("Salo", title="Kaksi")])
    write(Path("b.csv"), [mentor("Salo", **shared), mentor("Kuopio")], role=Role.MENTOR)
    digikunta("import", "a.csv", "b.csv")
    digikunta("meeting", "add", "Tapaaminen", "--date", "31.3.2090", "--start", "9")
    digikunta("meeting", "invite", "1", "1", "2", "3", "4")
    letters = digikunta("letters", "--meeting", "1", "--format", "json").json

    assert [(each["registrations"], each["to_role"]) for each in letters] == [
        ([1, 2, 3], "both"),
        ([4], "mentor"),
    ]
