"""How much each criterion of a match weighs, as topics.yaml tells, and the terms of a round."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Points at full marks for each criterion; 0 switches a criterion off."""

    topic: int = 100
    """A common topic of middling rarity; rare ones bring more, common ones less."""
    text: int = 100
    """Need and plan read like what the mentor did (full marks at likeness 1)."""
    language: int = 60
    """A language in which both can work."""
    support: int = 40
    """The share of the wanted support that the mentor offers."""
    stage: int = 20
    """The mentor's change is in use, or piloted with results."""
    size: int = 15
    """The mentor's experience suits the experimenter's size class."""
    region: int = 10
    """Same region."""
    municipality: int = 10
    """The mentor is a municipality, so that it comes before a company at a tie."""
    savings: int = 10
    """The mentor has measured or calculated its savings, or offers help with that."""
    system: int = 10
    """Both name the same information system or technique."""
    hours: int = 5
    """The mentor has more hours a month to give."""
    important: int = 3
    """A criterion that the experimenter marked as important counts so many times."""
    least_likeness: int = 15
    """Per cent of text likeness from which texts alone count as something in common."""
    capacity_not_told: int = 1
    """Experimenters that a mentor is taken to have room for who did not say."""


_LIMITS = {"important": (1, 1000), "least_likeness": (0, 100)}


def limits_of(weight: str) -> tuple[int, int]:
    """The least and the most that a weight may be told as."""
    # What is important never counts for less, and likeness is a share.
    return _LIMITS.get(weight, (0, 1000))


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a coordinator asks of a round beside the weights."""

    policy: str = "total"
    """Which goal comes first after coverage: total, fair or keep."""
    min_load: int = 0
    """Experimenters that every mentor with so many seats should get."""
