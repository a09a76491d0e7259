"""What an import hands on to be mended: every cell accounted for, rows to mend, and letters."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from digikunta_cli.model import Finding


class Fate(StrEnum):
    """What became of a filled cell."""

    HEADING = "headings"
    IMPORTED = "imported"
    EXTRA = "extra"
    IGNORED = "ignored"
    UNCLEAR = "not_understood"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """A cell that was not understood, by its place as a spreadsheet names it, such as C17."""

    cell: str
    heading: str
    code: str
    """Of the sentence that says why, as a finding has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnAccount:
    """What became of the filled cells of one column; `field` is None where no field takes it."""

    letters: str
    heading: str
    field: str | None
    counts: Mapping[Fate, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Every filled cell of a sheet, counted once; `blank` cells stand under a heading."""

    columns: tuple[ColumnAccount, ...]
    unclear: tuple[Unclear, ...]
    blank: int

    def count(self, fate: Fate) -> int:
        """How many filled cells of the sheet came to this."""
        return sum(column.counts.get(fate, 0) for column in self.columns)

    @property
    def filled(self) -> int:
        """How many cells of the sheet have something in them."""
        return sum(map(self.count, Fate))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowToMend:
    """A row as it stands in the file, with what asks for mending and the cells it is about."""

    row: int
    cells: tuple[str, ...]
    findings: tuple[Finding, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetToMend:
    """The rows of one sheet that ask for mending, under the sheet's own headings."""

    file: str
    sheet: str | None
    headings: tuple[str, ...]
    rows: tuple[RowToMend, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question to ask again: `answer` is None where there was none, `kind` says how to answer."""

    question: str
    answer: str | None
    kind: str
    """text, number, yes-no, choice or many."""
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """One registration that a letter is about; `title` is None for mentors."""

    organisation: str | None
    title: str | None
    questions: tuple[Asked, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message to one contact: the same matters in each of its languages, by language."""

    stem: str
    """The name of its files without a suffix; no personal data in it."""
    to: str
    name: str | None
    pages: Mapping[str, tuple[Matter, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """A row with questions to ask, but without an e-mail address that can be used."""

    file: str
    row: int
    organisation: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The letters to write, and who cannot be written to."""

    letters: tuple[Letter, ...]
    unreachable: tuple[Unreachable, ...]
