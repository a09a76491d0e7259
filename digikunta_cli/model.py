"""The facts that cross the rooms of the house; frozen, and None means "not told"."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from digikunta_cli.outlook import Cure

Value = str | int | float | bool | tuple[str, ...] | None
"""An answer as understood: a key, a text, a number, yes or no, or several keys."""

_TEXT, _VALUE, _NEXT = "\x1d", "\x1e", "\x1f"
"""Signs that stand in no text that was read, to part what a hash is made of."""


class Role(StrEnum):
    """What a registration offers to be."""

    MENTOR = "mentor"
    EXPERIMENTER = "experimenter"


class Language(StrEnum):
    """A language in which participants work."""

    FINNISH = "fi"
    SWEDISH = "sv"
    ENGLISH = "en"


class OrganisationType(StrEnum):
    """What kind of body registered."""

    MUNICIPALITY = "municipality"
    GROUP = "group"
    JOINT_AUTHORITY = "joint-authority"
    REGION = "region"
    STATE = "state"
    UNIVERSITY = "university"
    COMPANY = "company"
    ASSOCIATION = "association"
    OTHER = "other"


class PairState(StrEnum):
    """How far a pair has come."""

    PROPOSED = "proposed"
    MENTOR_ASKED = "mentor-asked"
    ACCEPTED = "accepted"
    INTRODUCED = "introduced"
    ACTIVE = "active"
    ENDED = "ended"
    DECLINED = "declined"
    CANCELLED = "cancelled"


SETTLED = frozenset(
    {PairState.MENTOR_ASKED, PairState.ACCEPTED, PairState.INTRODUCED, PairState.ACTIVE}
)
"""States in which a pair takes a seat and stays through the next matching."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in the data that a person should look at; `value` is None for personal data."""

    code: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    facts: str = ""
    """Public names that belong to it, such as the municipality that was understood."""


class Answer(NamedTuple):
    """One answer: the original text, and what it was understood to mean.

    There are fifty to a registration, and a named tuple is made in half the time of a dataclass.
    """

    text: str
    value: Value = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """One answered form as it came from a file, mapped to the fields of its role."""

    role: Role
    row: int
    """Row number in the file, counted as a spreadsheet counts it (headings are row 1)."""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """By field key, as `importing.questions` names them; unanswered fields are absent."""
    extras: Mapping[str, str] = field(default_factory=dict)
    """Answers that no field takes, by their heading."""
    answered_at: datetime | None = None
    """Local time in Finland, whole seconds, without a zone."""
    response_id: str | None = None

    def text(self, name: str) -> str | None:
        """The original text of an answer, None where there is none."""
        answer = self.answers.get(name)
        return answer.text if answer else None

    def value(self, name: str) -> Value:
        """The understood value of an answer, None where there is none."""
        answer = self.answers.get(name)
        return answer.value if answer else None

    def keys(self, name: str) -> tuple[str, ...]:
        """The chosen keys of an answer that may have several."""
        value = self.value(name)
        return value if isinstance(value, tuple) else ()

    def content_hash(self) -> str:
        """The same for the same content, whatever file, order of columns or time it came with."""
        answers = sorted(
            [
                f"{name}{_TEXT}{answer.text}"
                if answer.value is None
                else f"{name}{_VALUE}{answer.value}"
                for name, answer in self.answers.items()
            ]
        )
        extras = sorted([f"{heading}{_TEXT}{text}" for heading, text in self.extras.items()])
        content = _NEXT.join((*answers, "", *extras))
        return hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body after its name was resolved; `municipalities` are codes, in order, lead first."""

    key: str
    name: str
    type: OrganisationType
    municipalities: tuple[str, ...] = ()
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """A registration as the database keeps it: its latest answer with its organisation."""

    id: int
    identity: str
    """Content key that does not depend on the order of import."""
    role: Role
    organisation: Organisation
    registration: Registration
    topics: tuple[str, ...]
    """Topic keys, a coordinator's decisions included."""
    languages: tuple[str, ...]
    bodies: frozenset[str]
    """Keys of all bodies taking part: the organisation, its municipalities, joint members."""
    both_roles: bool = False
    superseded: bool = False
    is_decided: bool = False
    """Whether a coordinator decided its topics."""
    wanted: int | None = None
    capacity: int | None = None
    first_seen: str = ""
    changed_at: str = ""

    @property
    def title(self) -> str | None:
        """The experiment's name; None for mentors."""
        return self.registration.text("title")

    @property
    def commitment(self) -> bool | None:
        """Whether they commit to share results."""
        value = self.registration.value("commitment")
        return value if isinstance(value, bool) else None

    @property
    def shares_contact(self) -> bool:
        """Whether the network may see the contact; not told counts as no."""
        return self.registration.value("sharing") is True

    @property
    def may_be_published(self) -> bool:
        """Whether anybody may read of it; "to be agreed" and not told count as no."""
        return self.registration.value("publish") == "yes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A pair as it is kept or proposed; `id` is None for one that is not kept."""

    id: int | None
    experimenter: int
    mentor: int
    state: PairState
    score: int
    topics: tuple[str, ...]
    parts: Mapping[str, int]
    facts: Mapping[str, tuple[str, ...]]
    """What there is to say for it, by criterion, as keys; words come with the reader's language."""
    flags: tuple[str, ...]
    changed_at: str = ""
    reason: str | None = None
    note: str | None = None
    is_locked: bool = False
    """Whether a coordinator wants the proposal to stay through the next rounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forbidden:
    """A pair that a coordinator ruled out."""

    experimenter: int
    mentor: int
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """An experimenter without a mentor; `text` is empty where only the cause was kept."""

    experimenter: int
    cause: str
    text: str = ""
    cure: Cure | None = None
    """The smallest change that could serve it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Experimenters who try similar things; `shared` holds the words that they share."""

    id: int | None
    name: str
    members: tuple[int, ...]
    topics: tuple[str, ...]
    shared: tuple[str, ...]
