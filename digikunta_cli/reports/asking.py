"""What `import --ask` says: how many letters were written, and who has no e-mail."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

from digikunta_cli.document import Column, Document, Json, Part, Table, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.mending import Unreachable


def with_asked(
    document: Document,
    *,
    written: int,
    kept: int,
    folder: Path,
    unreachable: Sequence[Unreachable],
    packaged: Path,
    own: Path,
) -> Document:
    """The document of an import with a summary of its letters; no person is named in it.

    `packaged` is where the texts of the letters come from, `own` where changed ones would be.
    """
    parts: list[Part] = [*document.parts, Text(_sentences(written, kept, folder))]
    if unreachable:
        parts.append(_table(unreachable))
    hint = _("To change the words of the messages, copy the texts in {packaged} to {own} first.")
    parts.append(Text((hint.format(packaged=packaged, own=own),), "faint"))
    data = {
        **cast("dict[str, Json]", document.data),
        "asked": _data(written, kept, folder, unreachable),
    }
    return replace(document, parts=tuple(parts), data=data)


def _sentences(written: int, kept: int, folder: Path) -> tuple[str, ...]:
    new = plural(
        "{count} message was written to {folder}; nothing was sent.",
        "{count} messages were written to {folder}; nothing was sent.",
        written,
    )
    old = plural(
        "{count} message was there already and was left as it is.",
        "{count} messages were there already and were left as they are.",
        kept,
    )
    said = new.format(count=written, folder=folder)
    return (said, old.format(count=kept)) if kept else (said,)


def _table(unreachable: Sequence[Unreachable]) -> Table:
    return Table(
        "without_email",
        _("Without an e-mail address that can be used"),
        (
            Column("file", _("file")),
            Column("row", _("row"), "number"),
            Column("organisation", _("organisation")),
        ),
        tuple((each.file, each.row, each.organisation) for each in unreachable),
    )


def _data(
    written: int, kept: int, folder: Path, unreachable: Sequence[Unreachable]
) -> dict[str, Json]:
    return {
        "written": written,
        "kept": kept,
        "folder": str(folder),
        "without_email": [
            {"file": each.file, "row": each.row, "organisation": each.organisation}
            for each in unreachable
        ],
    }
