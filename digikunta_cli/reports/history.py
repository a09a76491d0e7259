"""What `log` and `undo` say: the imports with their files, and what was taken back."""

from collections.abc import Sequence

from digikunta_cli.document import Column, Document, Json, Part, Table, Text
from digikunta_cli.history import Batch, Round
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.reports.facts import Undone
from digikunta_cli.reports.rounds import moment, round_data, rounds_table
from digikunta_cli.text import one_line


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


def build_undoing(undone: Undone) -> Document:
    """The import that may be taken back, shown before that is asked."""
    return Document(title=_("Taking back"), parts=_undone_parts(undone), data=_undone_data(undone))


def _undone_parts(undone: Undone) -> tuple[Part, ...]:
    """Which import it is, what that comes to, and why it may not be the one that ran last."""
    files = dict.fromkeys(one_line(batch.file) for batch in undone.batches)
    which = _("The import of {time}: {files}.").format(
        time=moment(undone.batches[0].imported_at), files=", ".join(files)
    )
    said = [
        _("New registrations that went: {count}.").format(count=len(undone.removed)),
        _("Registrations with their earlier answer again: {count}.").format(
            count=len(undone.restored)
        ),
    ]
    if undone.pairs:
        said.append(_("Pairs that went with them: {count}.").format(count=len(undone.pairs)))
    why = _("It is the last one that brought something; one that brought nothing left no trace.")
    return Text((which, why)), _table(undone.batches), Text(tuple(said))


def _undone_data(undone: Undone) -> dict[str, Json]:
    return {
        "batches": [_data(batch) for batch in undone.batches],
        "removed": list(undone.removed),
        "restored": list(undone.restored),
        "pairs": list(undone.pairs),
    }


def build_undone(undone: Undone) -> Document:
    """The files that were taken back, and what that came to."""
    if undone.is_kept:
        last = Text((_("Next: digikunta match."),), "faint")
    else:
        last = Text((_("This was a dry run: nothing was written."),), "warning")
    return Document(
        title=_("Taken back"),
        parts=(*_undone_parts(undone), last),
        data=_undone_data(undone),
    )
