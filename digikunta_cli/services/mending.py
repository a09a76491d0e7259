"""`import --cells` and `--findings`: what became of every cell, and the rows to mend."""

from collections.abc import Iterator, Sequence

from digikunta_cli.importing.accounting import account
from digikunta_cli.importing.exports import Export, Sheet
from digikunta_cli.importing.mending import to_mend
from digikunta_cli.mending import Account, SheetToMend
from digikunta_cli.model import Finding
from digikunta_cli.reports.facts import Imported

Exports = list[Export]
"""The exports of one import, as they were read."""


def with_findings(
    exports: Exports, outcomes: Sequence[Imported]
) -> Iterator[tuple[Export, Sheet, tuple[Finding, ...]]]:
    """Every sheet with all that its import had to say of it."""
    sheets = [(export, sheet) for export in exports for sheet in export.sheets]
    for (export, sheet), outcome in zip(sheets, outcomes, strict=True):
        yield export, sheet, outcome.findings


def accounts(exports: Exports, outcomes: Sequence[Imported]) -> tuple[Account, ...]:
    """What became of the cells of every sheet, in the order of the import."""
    told = with_findings(exports, outcomes)
    return tuple(account(sheet, findings) for _export, sheet, findings in told)


def sheets_to_mend(exports: Exports, outcomes: Sequence[Imported]) -> tuple[SheetToMend, ...]:
    """The sheets that have rows to mend, with those rows."""
    told = with_findings(exports, outcomes)
    sheets = (to_mend(sheet, found, file=export.file_name) for export, sheet, found in told)
    return tuple(sheet for sheet in sheets if sheet.rows)
