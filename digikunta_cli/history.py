"""What is remembered: imported files with their counts, consents, and rounds of matching."""

from collections.abc import Mapping
from dataclasses import dataclass

from digikunta_cli.model import Role

CONSENTS = ("commitment", "sharing", "publish")
"""The fields whose answers are evidence of what somebody agreed to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """One imported sheet; sheets of one `import` have the same `run`."""

    id: int
    run: int
    imported_at: str
    file: str
    sheet: str | None
    sha256: str
    tool: str | None
    role: Role
    rows: int
    new: int
    changed: int
    same: int
    repeated: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of matching that was kept; `id` is None for one that is not yet."""

    id: int | None
    matched_at: str
    version: str
    """The program's."""
    policy: str
    min_load: int
    weights: Mapping[str, int]
    topics_sha256: str
    """What the topics file was."""
    input_sha256: str
    """What both sides were, and what people had decided about pairs."""
    experimenters: int
    covered: int
    total_score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What somebody answered to a question of consent, and where that stands."""

    registration: int
    field: str
    question: str | None
    """The sentence as the file asks it."""
    answer: str
    answered_at: str | None
    file: str
    sheet: str | None
    sha256: str
    row: int
    superseded: bool
