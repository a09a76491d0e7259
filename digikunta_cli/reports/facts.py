"""What services hand to reports: results of commands, before they are put in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from digikunta_cli.model import Finding, Group, Left, Pair, Participant, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What one sheet brought; rows = new + changed + same + repeated + rejected."""

    file: str
    sheet: str | None
    tool: str | None
    role: Role
    language: str | None
    rows: int
    new: int
    changed: int
    same: int
    repeated: int
    rejected: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """What a round of matching came to; `summary` as in the JSON contract."""

    summary: Mapping[str, int | bool]
    pairs: tuple[Pair, ...]
    unmatched: tuple[Left, ...]
    groups: tuple[Group, ...]
    alone: tuple[int, ...]
    """Experimenters without a peer."""
    kept_out: tuple[int, ...]
    """Registrations that did not commit to sharing."""
    participants: Mapping[int, Participant]
    is_kept: bool
