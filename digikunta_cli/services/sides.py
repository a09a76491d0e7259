"""From participants to the two sides of a match, leaving names and contacts behind."""

from digikunta_cli.matching.sides import Experimenter, Mentor
from digikunta_cli.model import Participant
from digikunta_cli.reference.tables import municipality

_MENTOR_TEXTS = ("solution", "other_topic", "other_benefits")
_EXPERIMENTER_TEXTS = ("title", "need", "plan", "expertise", "other_topic")


def mentor_side(participant: Participant) -> Mentor:
    """A mentor registration as matching sees it."""
    registration = participant.registration
    return Mentor(
        id=participant.id,
        order=participant.identity,
        bodies=participant.bodies,
        topics=frozenset(participant.topics),
        languages=frozenset(participant.languages),
        region=participant.organisation.region,
        text=_text(participant, _MENTOR_TEXTS),
        capacity=participant.capacity,
        sizes=frozenset(registration.keys("sizes")),
        support=frozenset(registration.keys("support")),
        stage=_key(participant, "stage"),
        basis=_key(participant, "saving_basis"),
        hours=_key(participant, "hours"),
        type=participant.organisation.type.value,
        committed=participant.commitment is True,
    )


def experimenter_side(participant: Participant) -> Experimenter:
    """An experimenter registration as matching sees it."""
    registration = participant.registration
    return Experimenter(
        id=participant.id,
        order=participant.identity,
        bodies=participant.bodies,
        topics=frozenset(participant.topics),
        languages=frozenset(participant.languages),
        region=participant.organisation.region,
        text=_text(participant, _EXPERIMENTER_TEXTS),
        population=_population(participant),
        support=frozenset(registration.keys("support")),
        important=frozenset(registration.keys("important")),
        wanted=participant.wanted or 0,
        committed=participant.commitment is True,
    )


def _text(participant: Participant, fields: tuple[str, ...]) -> str:
    texts = (participant.registration.text(field) for field in fields)
    return "\n".join(text for text in texts if text)


def _key(participant: Participant, field: str) -> str | None:
    value = participant.registration.value(field)
    return value if isinstance(value, str) else None


def _population(participant: Participant) -> int | None:
    """Inhabitants of the lead municipality: its size is what a mentor's experience must suit."""
    codes = participant.organisation.municipalities
    return municipality(codes[0]).population if codes else None
