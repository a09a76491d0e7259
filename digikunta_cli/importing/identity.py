"""Which registration an answered form belongs to, and which of two answers is the newer one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from digikunta_cli.model import Registration, Role
from digikunta_cli.text import key, words

_ALIKE = 0.5
"""Two descriptions with this share of common words are of the same thing."""


def identity(registration: Registration, organisation_key: str) -> str:
    """Organisation and role, and for experimenters the experiment's title."""
    parts = [registration.role.value, organisation_key]
    if registration.role is Role.EXPERIMENTER:
        parts.append(key(registration.text("title") or ""))
    return "|".join(parts)


def email_of(answer: str | None) -> str:
    """The form's own e-mail answer, without case; never the form service's account."""
    return (answer or "").strip().casefold()


@dataclass(frozen=True)
class Version:
    """One answer in the history of a registration."""

    content_hash: str
    answered_at: datetime | None
    email: str
    text: Callable[[str], str | None]
    """Tells the text of a field; most answers are told apart without it."""

    @cached_property
    def description(self) -> frozenset[str]:
        """The words that say what it is about: need and plan, or what the mentor did."""
        texts = (self.text(name) or "" for name in ("need", "plan", "solution"))
        return frozenset(word for text in texts for word in words(text))


def version_of(registration: Registration) -> Version:
    """What is compared of an answered form."""
    return Version(
        registration.content_hash(),
        registration.answered_at,
        email_of(registration.text("contact_email")),
        registration.text,
    )


def is_newer(version: Version, than: Version) -> bool:
    """Whether a later arrived version wins: by the answer's own time, else by arriving later."""
    if version.answered_at is not None and than.answered_at is not None:
        return version.answered_at >= than.answered_at
    return True


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) / len(one | other) >= _ALIKE


@dataclass(slots=True)
class History:
    """A registration while a file is compared with it: `id` is None for one not kept yet."""

    id: int | None
    variant: int
    current: Version | None = None
    known: set[tuple[str, datetime | None]] = field(default_factory=set)
    versions: list[Version] = field(default_factory=list)
    """Every answer so far."""

    def remember(self, version: Version) -> None:
        """Let later rows be compared with this answer too."""
        self.versions.append(version)

    def has_contact(self, version: Version) -> bool:
        """Whether the same contact answered before."""
        return bool(version.email) and any(each.email == version.email for each in self.versions)

    def has_content(self, version: Version) -> bool:
        """Whether an earlier answer describes the same thing."""
        return any(_is_alike(each.description, version.description) for each in self.versions)

    def cannot_tell(self, version: Version) -> bool:
        """Whether either side says nothing of its contact, or nothing of its content."""
        return any(
            not (each.email and version.email) or not (each.description and version.description)
            for each in self.versions
        )


def belongs_to(version: Version, histories: Sequence[History]) -> History | None:
    """The registration among those of one identity that an answer belongs to.

    The contact decides first, then the content, then that nothing tells them apart. None where
    both contact and content differ from all: then it is a registration of its own.
    """
    for decides in (History.has_contact, History.has_content, History.cannot_tell):
        for history in histories:
            if decides(history, version):
                return history
    return None
