"""What follows from the answers of a registration: topics, languages, seats."""

from collections.abc import Iterable

from digikunta_cli.model import Participant, Registration, Role

_BOTH = ("fi", "sv")
_ALL = ("contact_name", "contact_email", "topics", "support", "commitment", "sharing")
_REQUIRED = {
    Role.MENTOR: (*_ALL, "solution", "capacity", "languages"),
    Role.EXPERIMENTER: (*_ALL, "title", "need", "plan"),
}
"""Questions that the forms mark as required, and without which little can be done."""


def missing_fields(registration: Registration) -> tuple[str, ...]:
    """The required questions that were left blank; a refusal is an answer."""
    return tuple(f for f in _REQUIRED[registration.role] if f not in registration.answers)


def waits_for_decision(participant: Participant) -> bool:
    """Whether it has a topic in its own words of which no coordinator said what it means."""
    has_words = bool(participant.registration.text("other_topic"))
    return has_words and "other" in participant.topics and not participant.is_decided


def topics_of(registration: Registration, decided: Iterable[str]) -> tuple[str, ...]:
    """Topic keys: as chosen, a coordinator's decisions standing in for "other"."""
    decisions = tuple(decided)
    chosen = registration.keys("topics")
    if not decisions:
        return chosen
    return tuple(dict.fromkeys((*(key for key in chosen if key != "other"), *decisions)))


def languages_of(registration: Registration) -> tuple[str, ...]:
    """Languages in which they can work: a mentor's own list, else the contact's language."""
    if registration.role is Role.MENTOR and registration.keys("languages"):
        return registration.keys("languages")
    language = registration.value("contact_language")
    if language == "both":
        return _BOTH
    return (language,) if isinstance(language, str) else ()


def capacity_of(registration: Registration) -> int | None:
    """How many experimenters a mentor takes at a time; None for experimenters or if not told."""
    value = registration.value("capacity")
    is_told = registration.role is Role.MENTOR and isinstance(value, int)
    return value if is_told and isinstance(value, int) else None


def wanted_of(registration: Registration, decided: int | None) -> int | None:
    """How many mentors an experimenter wants; None for mentors.

    One where a mentor was asked for or the question left blank, none where other support was
    chosen without it; a coordinator's own number comes before both.
    """
    if registration.role is Role.MENTOR:
        return None
    if decided is not None:
        return decided
    support = registration.keys("support")
    return 1 if not support or "mentor" in support else 0
