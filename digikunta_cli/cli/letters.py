"""`digikunta letters`: drafts of the letters that bring people together."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digikunta_cli.cli.desk import Desk, Format, desk_of
from digikunta_cli.cli.speech import Command
from digikunta_cli.errors import UsageError
from digikunta_cli.letter_kind import OF_MEETINGS, LetterKind
from digikunta_cli.locale import _

if TYPE_CHECKING:
    from digikunta_cli.letters import Drafts

_FORMATS = ("table", "plain", "json", "csv", "md")
_OWN, _OUT = "letters", "letters-out"
"""Folders: templates of the workspace, which win, and the drafts, beside the database."""


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("letters", cls=Command, help=_("Write drafts of letters; none is sent."))(letters)


def letters(
    ctx: typer.Context,
    pairs: Annotated[
        list[int] | None,
        typer.Argument(metavar="[PAIR]...", help=_("Ids of pairs; else all that wait for one.")),
    ] = None,
    kind: Annotated[
        LetterKind | None,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=_("Only this letter: {kinds}.").format(kinds=", ".join(LetterKind)),
        ),
    ] = None,
    meeting: Annotated[
        int | None,
        typer.Option("--meeting", metavar="ID", help=_("Write to those invited to this meeting.")),
    ] = None,
    templates: Annotated[
        bool,
        typer.Option("--templates", help=_("Write the templates of the letters, to change them.")),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            readable=False,
            help=_("Write to this folder; else to letters-out beside the database."),
        ),
    ] = None,
    format: Format = None,
) -> None:
    """Write drafts of letters as .eml, .txt and a page of links; none is sent."""
    if format is not None and format not in _FORMATS:
        raise UsageError("format-invalid", format=format, formats=", ".join(_FORMATS))
    desk = desk_of(ctx, format)
    _check(pairs or (), kind, meeting, output, templates=templates)
    folder = output or desk.workspace.database.parent / _OUT
    if templates:
        _write_templates(desk, format)
    elif meeting is not None:
        from digikunta_cli.services.invitation_letters import draft_invitations

        _write(desk, draft_invitations(desk.workspace, meeting, kind, now=desk.now), folder, format)
    else:
        from digikunta_cli.services.pair_letters import draft_letters

        _write(desk, draft_letters(desk.workspace, pairs or (), kind, now=desk.now), folder, format)


def _check(
    pairs: Sequence[int],
    kind: LetterKind | None,
    meeting: int | None,
    output: Path | None,
    *,
    templates: bool,
) -> None:
    """Refuse what cannot be asked for at once, and an invitation to no meeting."""
    is_other = kind not in (None, *OF_MEETINGS)
    given = {
        "--templates": templates,
        "--meeting": meeting is not None,
        "PAIR": bool(pairs),
        f"--kind {kind}": is_other or (templates and kind is not None),
        "--output": templates and output is not None,
    }
    asked = [name for name, is_given in given.items() if is_given]
    if len(asked) > 1 and asked[0] in ("--templates", "--meeting"):
        raise UsageError("options-mixed", one=asked[0], other=asked[1])
    if kind in OF_MEETINGS and meeting is None:
        raise UsageError("letters-meeting-missing")


def _home(desk: Desk) -> Path:
    return desk.workspace.folder or desk.workspace.database.parent


def _write(desk: Desk, drafts: "Drafts", folder: Path, format: str | None) -> None:
    from digikunta_cli.rendering.letters.drafting import LetterWriter
    from digikunta_cli.rendering.letters.index import check_index, write_index
    from digikunta_cli.reports.letters import build

    writer = LetterWriter(_home(desk) / _OWN, now=desk.now)
    if drafts.drafts:
        check_index(folder)
    drafted = writer.write(drafts.drafts, folder)
    if drafted:
        write_index(folder, due={draft.stem for draft in drafts.drafts})
    desk.show(build(drafts, drafted, folder), format, None)


def _write_templates(desk: Desk, format: str | None) -> None:
    from digikunta_cli.rendering.letters.drafting import write_templates
    from digikunta_cli.reports.letters import build_templates

    own = _home(desk) / _OWN
    written, kept = write_templates(own)
    desk.show(build_templates(own, written, kept), format, None)
