"""What a newer export brought, in words: consent and commitment first, then by organisation."""

from collections.abc import Iterable

from digikunta_cli.document import Cell, Column, Json, Table
from digikunta_cli.history import CONSENTS
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label, yes_no
from digikunta_cli.model import Answer
from digikunta_cli.reports.change import Change
from digikunta_cli.text import finnish_order


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Changes of consent and commitment first; fields of one registration stay as they are."""
    return sorted(
        changes,
        key=lambda change: (
            change.field not in CONSENTS,
            finnish_order(change.organisation),
            change.registration,
        ),
    )


def table(changes: Iterable[Change], *, dry_run: bool) -> Table:
    """One line a change that has a before and an after; the others in one line each.

    Those are personal answers, which are only named, and answers where there were none before.
    """
    return Table(
        "changes",
        _("What changed"),
        (
            Column("id", _("id"), "number"),
            Column("organisation", _("organisation")),
            Column("what", _("what")),
            Column("field", _("question"), "list"),
            Column("before", _("before")),
            Column("after", _("after")),
        ),
        tuple(_row(alike, dry_run=dry_run) for alike in _together(in_order(changes))),
    )


def _together(changes: Iterable[Change]) -> list[list[Change]]:
    """Changes of one registration that have nothing to put side by side, brought together."""
    rows: dict[tuple[object, ...], list[Change]] = {}
    for number, change in enumerate(changes):
        own = number if change.field in CONSENTS or change.old is not None else None
        key = (change.registration, change.kind, change.new is None, own)
        rows.setdefault(key, []).append(change)
    return list(rows.values())


def _row(alike: list[Change], *, dry_run: bool) -> tuple[Cell, ...]:
    first = alike[0]
    return (
        _id(first, dry_run=dry_run),
        first.organisation,
        _what(first),
        tuple(label(change.field) for change in alike if change.field),
        *(_sides(first) if len(alike) == 1 else (None, None)),
    )


def _what(change: Change) -> str:
    is_first_answer = change.kind == "changed" and change.old is None and change.new is not None
    if is_first_answer and change.field not in CONSENTS:
        return _("answered now")
    kind = change.kind if change.renamed is None else f"{change.kind}-renamed"
    return label(f"change:{kind}")


def _sides(change: Change) -> tuple[Cell, Cell]:
    """What it was and what it is; neither where the answer is personal."""
    if change.old is None and change.new is None:
        return None, None
    return _shown(change.field, change.old), _shown(change.field, change.new)


def _id(change: Change, *, dry_run: bool) -> int | None:
    """A dry run gives nobody an id."""
    return None if dry_run and change.kind == "new" else change.registration


def _shown(field: str | None, answer: Answer | None) -> Cell:
    """Yes and no and topics in words, the rest as it was written."""
    if answer is None:
        return _("not told")
    if isinstance(answer.value, bool):
        return yes_no(answer.value)
    if field == "topics" and isinstance(answer.value, tuple):
        return tuple(label(f"topic:{key}") for key in answer.value)
    return answer.text


def to_data(change: Change, *, dry_run: bool) -> dict[str, Json]:
    """One change as `import --format json` gives it."""
    return {
        "registration": _id(change, dry_run=dry_run),
        "organisation": change.organisation,
        "kind": change.kind,
        "field": change.field,
        "old": _plain(change.old),
        "new": _plain(change.new),
        "renamed": change.renamed is not None,
    }


def _plain(answer: Answer | None) -> Json:
    if answer is None:
        return None
    if isinstance(answer.value, tuple):
        return list(answer.value)
    return answer.text if answer.value is None else answer.value
