"""Letters about pairs and meetings for tests, and the way that a mail program reads them."""

from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.letters import Contact, Draft, Match, Occasion, Page, Receiver, Side
from digikunta_cli.meeting import Meeting
from digikunta_cli.rendering.letters.drafting import LetterWriter

NOW = datetime(2017, 3, 1, 9, 0, tzinfo=UTC)
STARTS, ENDS = datetime(2017, 3, 31, 9, 0), datetime(2017, 3, 31, 15, 30)
MEETING = Meeting(id=2, uid="u@x", title="Kevättapaaminen", starts=STARTS, ends=ENDS, place="Oulu")
OCCASION = Occasion(title="Kevättapaaminen", starts=STARTS, ends=ENDS, place="Oulu", topics=("a",))
AINO = Contact(name="Aino", title=None, email="aino@salo.example", phone="040 1")
EERO = Contact(name="Eero", title="johtaja", email="eero@vaasa.example", phone=None)


def match(
    title: str | None = "Etäneuvonta",
    *,
    experimenter: Contact | None = None,
    mentor: Contact | None = None,
    is_told: bool = True,
) -> Match:
    """A pair of Salo and Vaasa; of one that is not told only the organisations are known."""
    return Match(
        mentor=Side(
            organisation="Vaasa",
            title=None,
            words="Neuvonta & verkko" if is_told else None,
            contact=mentor,
        ),
        experimenter=Side(
            organisation="Salo",
            title=title if is_told else None,
            words="Matka on <pitkä>" if is_told else None,
            contact=experimenter,
        ),
        reasons=("Yhteinen aihe", "Sama kieli") if is_told else (),
    )


def draft(
    kind: LetterKind = LetterKind.ASK_MENTOR,
    *languages: str,
    receiver: Receiver = Receiver.MENTOR,
    matches: tuple[Match, ...] = (),
    names: tuple[str, ...] = ("Eero",),
    to: tuple[str, ...] = ("eero@vaasa.example",),
    stem: str = "001-ask-mentor-vaasa",
) -> Draft:
    """A letter about one pair, or about a meeting."""
    is_about_meeting = kind in (LetterKind.INVITATION, LetterKind.CANCELLATION)
    page = Page(
        names=names,
        receiver=receiver,
        matches=matches or (match(),),
        meeting=OCCASION if is_about_meeting else None,
    )
    return Draft(
        kind=kind,
        stem=stem,
        to=to,
        receiver=receiver,
        organisations=("Vaasa",),
        registrations=(2,),
        unreachable=(),
        pairs=(1,),
        pages=dict.fromkeys(languages or ("fi",), page),
        meeting=MEETING if is_about_meeting else None,
    )


def writer(own: Path = Path("nowhere")) -> LetterWriter:
    """A writer with the templates of a folder, else with the packaged ones."""
    return LetterWriter(own, now=NOW)


def read(file: Path) -> EmailMessage:
    """A draft as a mail program reads it."""
    return message_from_bytes(file.read_bytes(), policy=policy.default)
