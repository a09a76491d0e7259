"""A form export from end to end: a file becomes the registrations of its sheets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.importing.dates import Order
from digikunta_cli.importing.form import Form, heading_of
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.heading_rows import find_form
from digikunta_cli.importing.registrations import gather
from digikunta_cli.importing.source import Source, read
from digikunta_cli.importing.workbook import hidden_sheets
from digikunta_cli.model import Finding, Registration, Role
from digikunta_cli.topics import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of an export: `rows` = registrations + rejected; blank rows do not count."""

    sheet: str | None
    tool: str | None
    role: Role
    language: str | None
    registrations: tuple[Registration, ...]
    rejected: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    grid: Grid
    form: Form
    start: int
    """The index of the first row of the grid that holds answers."""

    def heading(self, field: str) -> str | None:
        """The question of a field as the file asks it; None where it does not ask it."""
        return heading_of(self.form, field)

    @property
    def rows(self) -> int:
        """How many filled rows stand below the headings."""
        return len(self.registrations) + len(self.rejected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One file: its name without folders, the hash of its bytes, and its sheets."""

    file_name: str
    sha256: str
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How one sheet is to be read: its form, the index of its first row of answers, and doubts."""

    form: Form
    start: int
    dates: Order = None
    findings: tuple[Finding, ...] = ()


Decide = Callable[[Path, Source], list[Reading | None]]
"""Says how each sheet of a file is to be read; None of one that holds no form."""


def read_export(
    path: Path,
    catalogue: Catalogue,
    *,
    role: Role | None = None,
    dates: Order = None,
    most_rows: int | None = None,
    decide: Decide | None = None,
) -> Export:
    """Read a form export; `dates` says dmy or mdy of times that do not tell themselves.

    `decide` wins over what the questions tell by themselves.
    Raises InputError where the file cannot be read, or holds no form that is known.
    """
    source = read(path, most_rows=most_rows)
    readings = (
        decide(path, source)
        if decide
        else [certain_reading(grid, catalogue, role=role) for grid in source.grids]
    )
    found = list(zip(source.grids, readings, strict=True))
    sheets = [
        _sheet(grid, reading, catalogue=catalogue, dates=dates)
        for grid, reading in found
        if reading is not None
    ]
    if not sheets:
        is_other = role is not None and any(
            find_form(grid.rows, catalogue, role=None)[0] for grid in source.grids
        )
        if is_other:
            raise InputError("form-other-role", file=source.file_name)
        hidden = hidden_sheets(source.notes)
        code = "form-hidden" if hidden else "form-unknown"
        raise InputError(code, file=source.file_name, sheets=hidden)
    # What is to be said of the file as a whole is said with its first sheet.
    skipped = [
        Finding(code="sheet-unknown", value=grid.sheet) for grid, reading in found if not reading
    ]
    sheets[0] = replace(sheets[0], findings=(*source.notes, *skipped, *sheets[0].findings))
    return Export(file_name=source.file_name, sha256=source.sha256, sheets=tuple(sheets))


def certain_reading(grid: Grid, catalogue: Catalogue, *, role: Role | None) -> Reading | None:
    """The reading that the questions tell by themselves."""
    form, start = find_form(grid.rows, catalogue, role=role)
    return Reading(form=form, start=start) if form else None


def _sheet(grid: Grid, reading: Reading, *, catalogue: Catalogue, dates: Order) -> Sheet:
    form, start = reading.form, reading.start
    gathered = gather(
        grid.rows[start:],
        form,
        catalogue,
        dates=dates or reading.dates,
        odd=grid.odd,
    )
    return Sheet(
        sheet=grid.sheet,
        tool=form.tool.tool,
        role=form.role,
        language=form.language,
        registrations=gathered.registrations,
        rejected=gathered.rejected,
        findings=(*reading.findings, *gathered.findings),
        grid=grid,
        form=form,
        start=start,
    )
