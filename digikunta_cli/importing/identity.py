"""Which registration an answered form belongs to, and which of two answers is the newer one."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from operator import itemgetter

from digikunta_cli.history import CONSENTS
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
    read: Callable[[], Registration]
    """Gives the whole form; most answers are told apart without it."""

    @cached_property
    def description(self) -> frozenset[str]:
        """The words that say what it is about: need and plan, or what the mentor did.

        Where none of these is told, what no field takes may say it.
        """
        form = self.read()
        told = [form.text(name) or "" for name in ("need", "plan", "solution")]
        return _words(told) or _words(form.extras.values())

    @cached_property
    def agreed(self) -> frozenset[str]:
        """The questions of consent and commitment that are answered with yes."""
        form = self.read()
        return frozenset(name for name in CONSENTS if form.value(name) in (True, "yes"))


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text))


def version_of(registration: Registration) -> Version:
    """What is compared of an answered form."""
    return Version(
        registration.content_hash(),
        registration.answered_at,
        email_of(registration.text("contact_email")),
        lambda: registration,
    )


def agrees_undated(version: Version, dated: Version | None) -> bool:
    """Whether an answer without a time says a yes that the latest one with a time does not say."""
    return version.answered_at is None and dated is not None and not version.agreed <= dated.agreed


def is_newer(version: Version, than: Version, dated: Version | None = None) -> bool:
    """Whether a later arrived version wins: by the answer's own time, else by arriving later.

    `dated` is the latest answer with a time. Nobody can tell that one without a time is later,
    so it wins only where it agrees to nothing that `dated` does not.
    """
    if version.answered_at is None:
        return not agrees_undated(version, dated)
    other = than if than.answered_at is not None else dated
    return other is None or other.answered_at is None or version.answered_at >= other.answered_at


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

    def latest_dated(self) -> Version | None:
        """The answer with the latest time; None where no answer has one."""
        # Backwards, so that the last one to come is taken of those with one time.
        dated = [(each.answered_at, each) for each in self.versions[::-1] if each.answered_at]
        return max(dated, key=itemgetter(0), default=(None, None))[1]

    def has_contact(self, version: Version) -> bool:
        """Whether the same contact answered before."""
        return bool(version.email) and any(each.email == version.email for each in self.versions)

    def has_content(self, version: Version) -> bool:
        """Whether an earlier answer describes the same thing."""
        return any(_is_alike(each.description, version.description) for each in self.versions)

    def cannot_tell(self, version: Version) -> bool:
        """Whether either side says nothing of its contact, or only one says its content.

        Where neither says its content, it is by their contacts that they differ.
        """
        return any(
            not (each.email and version.email)
            or bool(each.description) != bool(version.description)
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
