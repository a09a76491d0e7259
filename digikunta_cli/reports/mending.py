"""What `import --findings` writes: the rows to mend with the reason beside each."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from digikunta_cli.document import Cell, Column, Document, Json, Table, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.mending import RowToMend, SheetToMend
from digikunta_cli.reports.imports import sentence


def build(sheets: Sequence[SheetToMend]) -> Document:
    """The rows to mend, a table a sheet, whole: it is for the coordinators' own eyes."""
    parts = tuple(_table(sheet) for sheet in sheets) or (_empty(),)
    return Document(title=_("Rows to mend"), parts=parts, data=None)


def _first_columns() -> tuple[Column, ...]:
    return (
        Column("row", _("row"), "number"),
        Column("cells", _("cells"), "list"),
        Column("reason", _("what to look at"), "list"),
    )


def _empty() -> Table:
    return Table("to_mend", _("Rows to mend"), _first_columns(), ())


def _table(sheet: SheetToMend) -> Table:
    title = sheet.file if sheet.sheet is None else f"{sheet.file} ({sheet.sheet})"
    headings = (
        Column(f"column_{index}", heading) for index, heading in enumerate(sheet.headings, 1)
    )
    rows = tuple(_row(row) for row in sheet.rows)
    return Table("to_mend", title, (*_first_columns(), *headings), rows)


def _row(row: RowToMend) -> tuple[Cell, ...]:
    reasons = tuple(sentence(finding, with_column=True) for finding in row.findings)
    return (row.row, row.cells, reasons, *row.answers)


def with_mended(document: Document, sheets: Sequence[SheetToMend], file: Path) -> Document:
    """The document of an import with a sentence on the rows that were written to a file."""
    count = sum(len(sheet.rows) for sheet in sheets)
    said = plural(
        "{count} row to mend was written to {file}; it holds personal data.",
        "{count} rows to mend were written to {file}; they hold personal data.",
        count,
    )
    line = Text((said.format(count=count, file=file),))
    mended: dict[str, Json] = {"rows": count, "file": str(file)}
    data = {**cast("dict[str, Json]", document.data), "to_mend": mended}
    return replace(document, parts=(*document.parts, line), data=data)


def with_nothing_written(document: Document, places: Sequence[Path]) -> Document:
    """The document of a dry run with a sentence on the files that were not written."""
    said = _("A dry run writes no files: nothing was written to {places}.")
    names = [str(place) for place in places]
    data = {**cast("dict[str, Json]", document.data), "not_written": cast("Json", names)}
    line = Text((said.format(places=", ".join(names)),))
    return replace(document, parts=(*document.parts, line), data=data)
