"""The notions of a form: questions with their wordings, and options with theirs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from digikunta_cli.model import Role
from digikunta_cli.text import plain, words

NUMBERING = re.compile(r"^\s*(?:q?\d+[a-z]?\s*[.):]\s*)+", re.IGNORECASE)
_DENIALS = frozenset({"ei", "eivät", "emme", "ej", "inte", "icke", "not", "no"})
"""Words that make the contrary of a text, however few they are."""
_REMARK = re.compile(r"\([^()]*\)")


class Kind(StrEnum):
    """How an answer is read."""

    TEXT = "text"
    LONG = "long"
    NUMBER = "number"
    CHOICE = "choice"
    MANY = "many"
    TOPICS = "topics"
    YES_NO = "yes-no"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that can be chosen, by its key, with every wording seen for it."""

    key: str
    wordings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of a form; wordings are in any language, official and seen."""

    field: str
    kind: Kind
    wordings: tuple[str, ...]
    roles: frozenset[Role] = frozenset(Role)
    options: tuple[Option, ...] = ()
    required: bool = False
    personal: bool = False
    """Whether its answers are personal data, never repeated in a finding."""

    @property
    def is_private(self) -> bool:
        """Whether a finding must not repeat the answer: a contact, or free text."""
        return self.personal or self.kind in (Kind.TEXT, Kind.LONG)


def bare(heading: str) -> str:
    """A heading or option without numbering, remarks in brackets, punctuation and case."""
    text = NUMBERING.sub("", plain(heading))
    return " ".join(words(_REMARK.sub(" ", text)) or words(text))


@dataclass(frozen=True)
class Wordings:
    """Finds what a text means among known wordings: the same words, a beginning, or near."""

    entries: Mapping[str, str] = field(default_factory=dict)
    """Bare wording -> key."""

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, Iterable[str]]]) -> "Wordings":
        """Gather the wordings of each key; the first key keeps a wording that two claim."""
        entries: dict[str, str] = {}
        for key, wordings in pairs:
            for wording in wordings:
                entries.setdefault(bare(wording), key)
        return cls(entries)

    def also(self, meanings: Mapping[str, str]) -> "Wordings":
        """These wordings and others by their key, which win."""
        mine = {bare(text): key for text, key in meanings.items()}
        return Wordings({**self.entries, **mine}) if mine else self

    def exact(self, text: str) -> str | None:
        """The key whose wording has the same words."""
        return self.entries.get(bare(text))

    def find(self, text: str) -> str | None:
        """The key of the same, a longer or shorter, or a nearly equal wording; None if unsure."""
        wanted = bare(text)
        if not wanted:
            return None
        return self.entries.get(wanted) or self._beginning(wanted) or self._near(wanted)

    def goes_on(self, text: str) -> bool:
        """Whether a text begins with a whole wording and says more."""
        wanted = bare(text)
        return any(len(each) >= 10 and wanted.startswith(f"{each} ") for each in self.entries)

    @cached_property
    def _word_sets(self) -> tuple[tuple[frozenset[str], str], ...]:
        return tuple((frozenset(wording.split()), key) for wording, key in self.entries.items())

    def _beginning(self, wanted: str) -> str | None:
        if len(wanted) < 10:
            return None
        keys = {
            key
            for wording, key in self.entries.items()
            if len(wording) >= 10 and (wording.startswith(wanted) or wanted.startswith(wording))
        }
        return keys.pop() if len(keys) == 1 else None

    def _near(self, wanted: str) -> str | None:
        mine = frozenset(wanted.split())
        keys = {
            key
            for theirs, key in self._word_sets
            if len(mine) >= 3
            and len(mine & theirs) / len(mine | theirs) >= 0.75
            and _DENIALS.isdisjoint(mine ^ theirs)
        }
        return keys.pop() if len(keys) == 1 else None
