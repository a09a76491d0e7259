"""What services hand to reports: results of commands, before they are put in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from digikunta_cli.history import Batch, Evidence
from digikunta_cli.model import Finding, Left, Pair, Participant, Role
from digikunta_cli.outlook import Price
from digikunta_cli.reports.change import Change


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
    changes: tuple[Change, ...] = ()
    is_news: bool = False
    """Whether an answer was kept that was not here yet, if only as an earlier one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What taking back an import came to: ids of registrations and pairs."""

    batches: tuple[Batch, ...]
    removed: tuple[int, ...]
    restored: tuple[int, ...]
    """Those whose earlier answer counts again."""
    pairs: tuple[int, ...]
    """Proposed, declined and cancelled pairs of those removed."""
    is_kept: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolvedName:
    """What one organisation name means; `means` and `perhaps` are names of the codes."""

    text: str
    municipalities: tuple[str, ...]
    type: str | None
    how: str
    certain: bool
    suggestions: tuple[str, ...]
    means: tuple[str, ...]
    perhaps: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Registrations with all their versions, the latest last, their pairs and consents."""

    histories: tuple[tuple[Participant, ...], ...]
    pairs: tuple[Pair, ...]
    evidence: tuple[Evidence, ...]
    participants: Mapping[int, Participant]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where things stand: counts, and the key of the command that comes next."""

    database: str
    mentors: int
    experimenters: int
    imports: int
    last_import: str | None
    last_match: str | None
    last_report: str | None
    states: Mapping[str, int]
    unmatched: int
    kept_out: int
    missing: int
    undecided_topics: int
    changed_since_match: int
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A mentor looked at for one experimenter.

    `status` is paired, next where the next matching would propose it, taken, free, not-asked where
    the experimenter asks for no mentor, or the first rule that forbids the pair.
    """

    mentor: Participant
    score: int
    parts: Mapping[str, int]
    facts: Mapping[str, tuple[str, ...]]
    not_told: tuple[str, ...]
    """Criteria that count half because an answer is missing."""
    status: str
    rules: Mapping[str, str]
    """Every rule that forbids the pair: its label, and what it says."""
    seats: int
    taken_by: tuple[int, ...]
    """Experimenters on its seats, by id."""
    price: Price | None = None
    """What pairing them would change; None where it was not asked or cannot be."""
    is_shown: bool = False
    """Whether it is one of those that are looked at side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Every mentor for one experimenter, the best first."""

    experimenter: Participant
    candidates: tuple[Candidate, ...]
    left: Left | None
    """Why it would be left without, where it would."""
    participants: Mapping[int, Participant]
