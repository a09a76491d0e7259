"""What `import --cells` says: every cell of a file, counted once, and the ones not understood."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from digikunta_cli.document import Cell, Column, Document, Json, Part, Table
from digikunta_cli.locale import _
from digikunta_cli.locale.finding_sentences import finding_sentence
from digikunta_cli.locale.labels import label
from digikunta_cli.mending import Account, ColumnAccount, Fate, Unclear
from digikunta_cli.reports.facts import Imported

_Told = Sequence[tuple[str, Account]]
"""The name of every sheet with what became of its cells."""


def with_cells(
    document: Document, outcomes: Sequence[Imported], accounts: Sequence[Account]
) -> Document:
    """The document of an import with a report of all cells; its data gets a key `cells` a file."""
    told = [(_name(each), account) for each, account in zip(outcomes, accounts, strict=True)]
    parts: list[Part] = [*document.parts, _sums(told), _columns(told)]
    if any(account.unclear for _sheet, account in told):
        parts.append(_unclear(told))
    return replace(document, parts=tuple(parts), data=_with_data(document.data, accounts))


def _name(outcome: Imported) -> str:
    return outcome.file if outcome.sheet is None else f"{outcome.file} ({outcome.sheet})"


def _fates() -> tuple[Column, ...]:
    return (
        Column("imported", _("imported"), "number"),
        Column("extra", _("kept as extra"), "number"),
        Column("ignored", _("ignored"), "number"),
        Column("not_understood", _("not understood"), "number"),
        Column("headings", _("headings"), "number"),
        Column("filled", _("filled cells"), "number"),
    )


_ORDER = (Fate.IMPORTED, Fate.EXTRA, Fate.IGNORED, Fate.UNCLEAR, Fate.HEADING)


def _sums(told: _Told) -> Table:
    rows: Iterator[tuple[Cell, ...]] = (
        (sheet, *(account.count(fate) for fate in _ORDER), account.filled)
        for sheet, account in told
    )
    note = _("Ignored are the tool's own columns, and rows that are no registration.")
    return Table(
        "cells", _("Cells"), (Column("file", _("file")), *_fates()), tuple(rows), note=note
    )


def _columns(told: _Told) -> Table:
    columns = (
        *_file_column(told),
        Column("column", _("column")),
        Column("heading", _("heading")),
        Column("field", _("becomes")),
        *_fates(),
    )
    rows: Iterator[tuple[Cell, ...]] = (
        (
            *_file_cell(told, sheet),
            column.letters,
            column.heading,
            _becomes(column),
            *(column.counts.get(fate, 0) for fate in _ORDER),
            sum(column.counts.values()),
        )
        for sheet, account in told
        for column in account.columns
    )
    return Table("columns", _("Columns"), columns, tuple(rows))


def _file_column(told: _Told) -> tuple[Column, ...]:
    return (Column("file", _("file")),) if len(told) > 1 else ()


def _file_cell(told: _Told, sheet: str) -> tuple[str, ...]:
    return (sheet,) if len(told) > 1 else ()


def _becomes(column: ColumnAccount) -> str | None:
    if column.field:
        return label(column.field)
    return _("extra") if column.counts.get(Fate.EXTRA) else None


def _unclear(told: _Told) -> Table:
    columns = (
        *_file_column(told),
        Column("cell", _("cell")),
        Column("heading", _("heading")),
        Column("text", _("what to look at")),
    )
    rows: Iterator[tuple[Cell, ...]] = (
        (*_file_cell(told, sheet), each.cell, each.heading, _sentence(each))
        for sheet, account in told
        for each in account.unclear
    )
    return Table("not_understood", _("Not understood"), columns, tuple(rows))


def _sentence(unclear: Unclear) -> str:
    """Without the answer itself, which stands in the file and may be personal."""
    return finding_sentence(unclear.code, {"facts": "", "column": unclear.heading, "value": ""})


def _with_data(data: Json, accounts: Sequence[Account]) -> Json:
    whole = cast("dict[str, Json]", data)
    files = cast("list[dict[str, Json]]", whole["files"])
    told: list[Json] = [
        {**file, "cells": _data(account)} for file, account in zip(files, accounts, strict=True)
    ]
    return {**whole, "files": told}


def _data(account: Account) -> dict[str, Json]:
    return {
        "filled": account.filled,
        **{fate.value: account.count(fate) for fate in _ORDER},
        "blank": account.blank,
        "columns": [
            {
                "column": column.letters,
                "heading": column.heading,
                "field": column.field,
                **{fate.value: column.counts.get(fate, 0) for fate in _ORDER},
            }
            for column in account.columns
        ],
        "unclear": [
            {"cell": each.cell, "heading": each.heading, "code": each.code}
            for each in account.unclear
        ],
    }
