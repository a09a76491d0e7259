"""`digikunta import`."""

from pathlib import Path
from typing import Annotated

import typer

from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.cli.speech import Command
from digikunta_cli.locale import _
from digikunta_cli.model import Role


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("import", cls=Command, help=_("Read form exports into the database."))(import_)


def import_(
    ctx: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", readable=False, help=_("Form exports."))
    ],
    role: Annotated[
        Role | None,
        typer.Option(
            "--role",
            metavar="mentor|experimenter",
            help=_("Whose form it is, where the questions do not tell."),
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show everything, write nothing."))
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help=_("Ask nothing; refuse what would be asked."))
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help=_("Write nothing if any row is rejected."))
    ] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Read form exports into the database."""
    from digikunta_cli.reports.imports import build
    from digikunta_cli.services.intake import import_files

    desk = desk_of(ctx, format, output)
    outcomes = import_files(
        desk.workspace.database,
        files,
        desk.workspace.catalogue,
        now=desk.now,
        role=role,
        dry_run=dry_run,
        strict=strict,
    )
    desk.show(build(outcomes, dry_run=dry_run), format, output)
