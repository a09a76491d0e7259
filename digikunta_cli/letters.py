"""The letters that bring people together: which are due, and what each says, by language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.meeting import Meeting
from digikunta_cli.model import PairState

INDEX = "index.html"
"""The name of the page of all letters in their folder."""


class Receiver(StrEnum):
    """Whom of a pair a letter goes to."""

    MENTOR = "mentor"
    EXPERIMENTER = "experimenter"
    BOTH = "both"


DUE = {
    PairState.PROPOSED: LetterKind.ASK_MENTOR,
    PairState.MENTOR_ASKED: LetterKind.ASK_EXPERIMENTER,
    PairState.ACCEPTED: LetterKind.INTRODUCTION,
    PairState.INTRODUCED: LetterKind.CHECK_IN,
    PairState.ACTIVE: LetterKind.CHECK_IN,
    PairState.ENDED: LetterKind.RESULTS,
}
"""The letter that the state of a pair asks for; one that did not come about asks for none."""

FITTING = {
    LetterKind.ASK_MENTOR: frozenset({PairState.PROPOSED, PairState.MENTOR_ASKED}),
    LetterKind.ASK_EXPERIMENTER: frozenset({PairState.PROPOSED, PairState.MENTOR_ASKED}),
    # Contacts are handed on only after both have agreed.
    LetterKind.INTRODUCTION: frozenset(
        {PairState.ACCEPTED, PairState.INTRODUCED, PairState.ACTIVE}
    ),
    LetterKind.CHECK_IN: frozenset({PairState.INTRODUCED, PairState.ACTIVE}),
    LetterKind.RESULTS: frozenset({PairState.INTRODUCED, PairState.ACTIVE, PairState.ENDED}),
}
"""In which states of a pair a letter makes sense when it is asked for by its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach somebody, given only where they agreed to share it."""

    name: str | None
    title: str | None
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a pair as a letter tells of it."""

    organisation: str
    title: str | None
    """The experiment's name; None for mentors."""
    words: str | None
    """The experimenter's need or the mentor's change, in their own words, shortened."""
    contact: Contact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pair as a letter tells of it; `reasons` are in words, the strongest first."""

    mentor: Side
    experimenter: Side
    reasons: tuple[str, ...]
    is_supplier: bool = False
    """Whether the mentor may want to sell what the experimenter needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The meeting that a letter invites to, as the letter tells of it; its times are Finland's."""

    title: str
    starts: datetime
    ends: datetime
    place: str | None
    topics: tuple[str, ...]
    """In words."""
    is_changed: bool = False
    """Whether an earlier letter may have told something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a letter says in one language."""

    names: tuple[str, ...]
    """Names of the receivers, as far as they were told."""
    receiver: Receiver
    matches: tuple[Match, ...] = ()
    meeting: Occasion | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A letter that is due: to whom, about which pairs, and what it says."""

    kind: LetterKind
    stem: str
    """The name of its files without a suffix; no personal data in it."""
    to: tuple[str, ...]
    receiver: Receiver
    organisations: tuple[str, ...]
    registrations: tuple[int, ...]
    """Ids of those it goes to."""
    unreachable: tuple[int, ...]
    """Ids of those among them of whom no address is known."""
    pairs: tuple[int, ...]
    pages: Mapping[str, Page]
    meeting: Meeting | None = None
    """What an invitation invites to."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that it speaks, in order."""
        return tuple(self.pages)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """All letters of one run, and the pairs that get none."""

    drafts: tuple[Draft, ...]
    without: Mapping[int, PairState]
    """Pairs that were asked for and get no letter, by id, with the state that is in the way."""
    apart: tuple[int, ...] = ()
    """Pairs introduced in two letters, as not both sides agreed to share their contacts."""


class Became(StrEnum):
    """What became of a draft: written, there already in the same words, or in other ones."""

    WRITTEN = "written"
    KEPT = "kept"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A draft with its files and what became of it."""

    draft: Draft
    files: tuple[str, ...]
    became: Became
