"""What people type that is personal: told where it is missing, never shown where it is not."""

from collections.abc import Mapping
from dataclasses import replace

from digikunta_cli.model import Answer, Finding

_CHOICES = frozenset({"answer-unclear", "choice-unknown"})
_MOST_DIGITS = 5
"""More are a phone number or a personal identity code; no answer that chooses has so many."""


def has_address(text: str) -> bool:
    """Whether an e-mail address stands anywhere in a text."""
    for word in text.split():
        name, _at, place = word.rpartition("@")
        if name and "." in place:
            return True
    return False


def email_findings(
    number: int, answers: Mapping[str, Answer], heading: str | None
) -> list[Finding]:
    """A finding where the answer that should be an e-mail address is none."""
    told = answers.get("contact_email")
    if told is None or has_address(told.text):
        return []
    return [Finding(code="email-missing", row=number, column=heading)]


def discreet(finding: Finding) -> Finding:
    """The finding, without an answer that was to be a choice and looks personal."""
    if finding.code in _CHOICES and finding.value and _looks_personal(finding.value):
        return replace(finding, value=None)
    return finding


def _looks_personal(text: str) -> bool:
    return "@" in text or sum(map(str.isdigit, text)) > _MOST_DIGITS
