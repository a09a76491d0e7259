"""What is asked of the matching of many, and what every way of it answers."""

from dataclasses import dataclass

from digikunta_cli.matching.exact.flow import Whole


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aims:
    """What both sides can take, and how far to go."""

    wanted: Whole
    capacity: Whole
    is_fair: bool
    """Leximin comes before the total."""
    levels: int | None
    """Bands of the score that leximin goes by; 0 leaves it out, None goes by every score."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """The chosen pairs with their scores, the proven limit of their total, and the work."""

    experimenter: Whole
    mentor: Whole
    score: Whole
    bound: int
    rounds: int
    looked_at: int
