"""What is remembered of the imports: files with their counts, and what people agreed to."""

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
