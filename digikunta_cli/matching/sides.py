"""The two sides of a match without names or addresses: keys, numbers and words only."""

from dataclasses import dataclass

OTHER = "other"
"""The topic of everything else: two that only have it in common need not be alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What both sides have; fields are empty or None where nothing was told."""

    id: int
    """Registration id: shown and stored, never used for ordering."""
    order: str
    """Content key that orders the sides, so that the order of import never matters."""
    bodies: frozenset[str]
    """Keys of every body that takes part, joint members included."""
    topics: frozenset[str]
    """Topic keys, `other` included."""
    languages: frozenset[str]
    """fi, sv, en."""
    region: str | None = None
    text: str = ""
    """The free texts that say what it is about, `other_topic` included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Experimenter(Side):
    """One experiment that may get a mentor."""

    population: int | None = None
    support: frozenset[str] = frozenset()
    """Keys of the support wanted."""
    important: frozenset[str] = frozenset()
    """Of size, language, region, system, savings: what matters to them in a mentor."""
    wanted: int = 1
    """Mentors wanted; 0 takes part in peer groups only."""
    committed: bool = True
    """False or not told (also False here) keeps it out of the pairing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentor(Side):
    """One mentor registration."""

    capacity: int | None = None
    sizes: frozenset[str] = frozenset()
    """Size classes that its experience suits: under-5000, 5000-20000, 20000-50000,
    50000-100000, over-100000, any."""
    support: frozenset[str] = frozenset()
    """Keys of the support offered."""
    stage: str | None = None
    """in-use, in-use-partly, piloted, started."""
    basis: str | None = None
    """What its saving rests on: measured, calculated, expert, not-assessed."""
    hours: str | None = None
    """1-2, 3-5, 6-10, over-10 hours a month."""
    type: str = "other"
    """Organisation type key."""
    committed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A pair that is already agreed on, or one that must not come back."""

    experimenter: int
    mentor: int
