"""What `match` came to, before it is words; apart, so that it loads little else."""

from collections.abc import Mapping
from dataclasses import dataclass

from digikunta_cli.model import Group, Left, Pair, Participant
from digikunta_cli.outlook import Cure

BY_HAND = "by-hand"
"""The flag of a pair that a coordinator made."""

Ends = tuple[int, int]
"""A pair by the ids of its experimenter and its mentor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What becomes of the proposals of the round before: some stay, some go, some are new."""

    kept: int
    gone: tuple[Ends, ...]
    new: tuple[Ends, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What a round of matching came to; `summary` as in the JSON contract."""

    summary: Mapping[str, int | bool]
    pairs: tuple[Pair, ...]
    unmatched: tuple[Left, ...]
    cures: tuple[Cure, ...]
    """What would serve most of those left, the best first."""
    groups: tuple[Group, ...]
    alone: tuple[int, ...]
    """Experimenters without a peer."""
    kept_out: tuple[int, ...]
    """Registrations that did not commit to sharing."""
    participants: Mapping[int, Participant]
    is_kept: bool
    policy: str
    min_load: int
    shortfall: Mapping[int, int]
    """Experimenters that mentors lack to the load asked for, by the mentor's id."""
    changes: Changes
    round: int | None = None
    """The id of the round, where it was kept."""
