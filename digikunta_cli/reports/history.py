"""What `log` and `undo` say: the imports with their files, and what was taken back."""

from collections.abc import Sequence

from digikunta_cli.document import Column, Document, Json, Part, Table, Text
from digikunta_cli.history import Batch, Round
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.reports.facts import Undone
from digikunta_cli.reports.rounds import moment, round_data, rounds_table


def build_log(batches: Sequence[Batch], rounds: Sequence[Round]) -> Document:
    """Every imported sheet and every round of matching, the newest first."""
    hint = (
        _("The last import can be taken back with: digikunta undo.")
        if batches
        else _("Nothing was imported yet. Import exports with: digikunta import FILE...")
    )
    return Document(
        title=_("Imports"),
        parts=(
            _table(batches),
            *([rounds_table(rounds)] if rounds else []),
            Text((hint,), "faint"),
        ),
        data=_together(batches, rounds),
    )


def _together(batches: Sequence[Batch], rounds: Sequence[Round]) -> Json:
    """Both kinds in one list by time; what is of the same second stays as it came."""
    entries: list[tuple[str, dict[str, Json]]] = [
        *((round.matched_at, {"kind": "round", **round_data(round)}) for round in rounds),
        *((batch.imported_at, {"kind": "import", **_data(batch)}) for batch in batches),
    ]
    return [data for _at, data in sorted(entries, key=lambda entry: entry[0], reverse=True)]


def _table(batches: Sequence[Batch]) -> Table:
    return Table(
        "imports",
        _("Imports"),
        (
            Column("when", _("when")),
            Column("file", _("file")),
            Column("hash", _("hash")),
            Column("tool", _("tool"), is_spare=True),
            Column("role", _("role")),
            Column("rows", _("rows"), "number", is_spare=True),
            Column("new", _("new"), "number"),
            Column("changed", _("changed"), "number"),
            Column("same", _("same"), "number", is_spare=True),
            Column("repeated", _("repeated"), "number", is_spare=True),
            Column("rejected", _("rejected"), "number", is_spare=True),
        ),
        tuple(
            (
                moment(batch.imported_at),
                batch.file if batch.sheet is None else f"{batch.file} ({batch.sheet})",
                batch.sha256[:12],
                batch.tool,
                label(batch.role.value),
                batch.rows,
                batch.new,
                batch.changed,
                batch.same,
                batch.repeated,
                batch.rejected,
            )
            for batch in batches
        ),
    )


def _data(batch: Batch) -> dict[str, Json]:
    return {
        "id": batch.id,
        "run": batch.run,
        "imported_at": batch.imported_at,
        "file": batch.file,
        "sheet": batch.sheet,
        "sha256": batch.sha256,
        "tool": batch.tool,
        "role": batch.role.value,
        "rows": batch.rows,
        "new": batch.new,
        "changed": batch.changed,
        "same": batch.same,
        "repeated": batch.repeated,
        "rejected": batch.rejected,
    }


def build_undone(undone: Undone) -> Document:
    """The files that were taken back, and what that came to."""
    said = [
        _("New registrations that went: {count}.").format(count=len(undone.removed)),
        _("Registrations with their earlier answer again: {count}.").format(
            count=len(undone.restored)
        ),
    ]
    if undone.pairs:
        said.append(_("Pairs that went with them: {count}.").format(count=len(undone.pairs)))
    parts: list[Part] = [_table(undone.batches), Text(tuple(said))]
    if undone.is_kept:
        parts.append(Text((_("Next: digikunta match."),), "faint"))
    else:
        parts.append(Text((_("This was a dry run: nothing was written."),), "warning"))
    return Document(
        title=_("Taken back"),
        parts=tuple(parts),
        data={
            "batches": [_data(batch) for batch in undone.batches],
            "removed": list(undone.removed),
            "restored": list(undone.restored),
            "pairs": list(undone.pairs),
        },
    )
