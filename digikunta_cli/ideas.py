"""Ideas and questions that people wrote on their forms, and whether somebody answered them."""

import hashlib
from dataclasses import dataclass

from digikunta_cli.model import Participant
from digikunta_cli.text import plain


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredIdea:
    """That the idea of a registration was answered: when, and how where that was noted."""

    sha256: str
    """What the idea was, as `fingerprint` tells it."""
    answered_at: str
    note: str | None = None

    def answers(self, idea: str) -> bool:
        """Whether it is this idea that was answered, not one that stood there before."""
        return self.sha256 == fingerprint(idea)


def idea_of(participant: Participant) -> str | None:
    """The ideas and questions that a registration tells; None where it tells none."""
    idea = participant.registration.text("ideas")
    return idea if idea and idea.strip() else None


def fingerprint(idea: str) -> str:
    """The same for the same idea, however its blanks and its case were exported."""
    return hashlib.sha256(plain(idea).encode("utf-8", "replace")).hexdigest()
