"""What `import` tells and writes beside what it keeps: cells, rows to mend, letters."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from digikunta_cli.cli.desk import Desk
from digikunta_cli.document import Document
from digikunta_cli.errors import InputError, UsageError
from digikunta_cli.locale import _

if TYPE_CHECKING:
    from digikunta_cli.rendering.letters.composing import Templates
    from digikunta_cli.reports.facts import Imported
    from digikunta_cli.services.mending import Exports

_FORMATS = (".xlsx", ".csv")
_LETTERS = "letters"
"""The folder of the workspace whose letters win over the packaged ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What was asked for beside the import itself."""

    cells: bool
    findings: Path | None
    ask: Path | None
    dry_run: bool = False

    @property
    def places(self) -> tuple[Path, ...]:
        """Where files were asked for."""
        return tuple(place for place in (self.findings, self.ask) if place)


def check(wishes: Wishes, desk: Desk) -> None:
    """Refuse what cannot be done before anything is imported.

    Raises UsageError for a file of another kind, InputError for a bad folder or letter, and for
    a file that is there already.
    """
    if wishes.findings:
        _check_findings(wishes.findings)
    if wishes.ask:
        folder = wishes.ask.resolve()
        _check_folder(next(each for each in (folder, *folder.parents) if each.exists()), wishes.ask)
        _templates(desk)


def _check_findings(file: Path) -> None:
    if file.suffix.lower() not in _FORMATS:
        raise UsageError("findings-format", file=file.name)
    if file.exists() or file.is_symlink():
        raise InputError("findings-there", file=str(file))
    _check_folder(file.resolve().parent, file)


def _check_folder(folder: Path, wanted: Path) -> None:
    """Refuse a folder in which no file can be made, whatever its permissions say."""
    if not folder.is_dir():
        is_there = folder.exists()
        reason = _("it is no folder") if is_there else _("there is no such folder")
        raise InputError("output-unwritable", file=str(wanted), reason=reason)
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError("output-unwritable", file=str(wanted), reason=reason) from error


def fulfil(
    wishes: Wishes,
    desk: Desk,
    exports: "Exports",
    outcomes: "Sequence[Imported]",
    document: Document,
) -> Document:
    """The document of an import with what was asked for, whose files are written here."""
    if wishes.cells:
        document = _with_cells(exports, outcomes, document)
    if wishes.dry_run:
        return _with_nothing_written(wishes, document)
    if wishes.findings:
        document = _with_mended(wishes.findings, desk, exports, outcomes, document)
    if wishes.ask:
        document = _with_asked(wishes.ask, desk, exports, outcomes, document)
    return document


def _with_cells(exports: "Exports", outcomes: "Sequence[Imported]", document: Document) -> Document:
    from digikunta_cli.reports.accounting import with_cells
    from digikunta_cli.services.mending import accounts

    return with_cells(document, outcomes, accounts(exports, outcomes))


def _with_nothing_written(wishes: Wishes, document: Document) -> Document:
    from digikunta_cli.reports.mending import with_nothing_written

    return with_nothing_written(document, wishes.places) if wishes.places else document


def _with_mended(
    file: Path,
    desk: Desk,
    exports: "Exports",
    outcomes: "Sequence[Imported]",
    document: Document,
) -> Document:
    from digikunta_cli.reports.mending import build, with_mended
    from digikunta_cli.services.mending import sheets_to_mend

    sheets = sheets_to_mend(exports, outcomes)
    desk.show(build(sheets), None, file)
    return with_mended(document, sheets, file)


def _with_asked(
    folder: Path,
    desk: Desk,
    exports: "Exports",
    outcomes: "Sequence[Imported]",
    document: Document,
) -> Document:
    from digikunta_cli.rendering.letters.composing import PACKAGED
    from digikunta_cli.rendering.letters.writing import write
    from digikunta_cli.reports.asking import with_asked
    from digikunta_cli.services.asking import ask

    asking = ask(exports, outcomes, desk.workspace.catalogue)
    done = write(asking.letters, _templates(desk), folder)
    return with_asked(
        document,
        written=done.written,
        kept=done.kept,
        folder=folder,
        unreachable=asking.unreachable,
        packaged=PACKAGED,
        own=_own_letters(desk),
    )


def _templates(desk: Desk) -> "Templates":
    from digikunta_cli.rendering.letters.composing import Templates

    return Templates(_own_letters(desk))


def _own_letters(desk: Desk) -> Path:
    return (desk.workspace.folder or desk.workspace.database.parent) / _LETTERS
