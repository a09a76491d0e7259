"""`digikunta import`."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from digikunta_cli.cli.asking import keep_answers, reader_for
from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.cli.mending import Wishes, check, fulfil
from digikunta_cli.cli.speech import Command
from digikunta_cli.locale import _
from digikunta_cli.model import Role

if TYPE_CHECKING:
    from digikunta_cli.services.mending import Exports


class DateOrder(StrEnum):
    """How dates with slashes are written."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


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
    dates: Annotated[
        DateOrder | None,
        typer.Option(
            "--dates",
            metavar="dmy|mdy",
            help=_("Order of day and month, where the times do not tell."),
        ),
    ] = None,
    max_rows: Annotated[
        int | None,
        typer.Option(
            "--max-rows",
            metavar="N",
            min=1,
            help=_("Read sheets of up to so many rows; usually 200,000."),
        ),
    ] = None,
    profile: Annotated[
        list[Path] | None,
        typer.Option(
            "--profile",
            metavar="FILE",
            readable=False,
            help=_("A profile that says what the columns answer; one for each form."),
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
    cells: Annotated[
        bool, typer.Option("--cells", help=_("Say what became of every cell."))
    ] = False,
    findings: Annotated[
        Path | None,
        typer.Option(
            "--findings",
            metavar="FILE",
            help=_("Write the rows to mend to this xlsx or csv file, with the reasons."),
        ),
    ] = None,
    ask: Annotated[
        Path | None,
        typer.Option(
            "--ask",
            metavar="DIR",
            help=_("Write a message to each contact whose answers are missing or unclear."),
        ),
    ] = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Read form exports into the database."""
    from digikunta_cli.reports.imports import build
    from digikunta_cli.services.intake import import_files

    desk = desk_of(ctx, format, output)
    wishes = Wishes(cells=cells, findings=findings, ask=ask, dry_run=dry_run)
    check(wishes, desk)
    exports: Exports = []
    reader = reader_for(
        desk,
        role=role,
        profiles=profile or (),
        yes=yes,
        dry_run=dry_run,
        has_order=dates is not None,
    )
    outcomes = import_files(
        desk.workspace.database,
        files,
        desk.workspace.catalogue,
        now=desk.now,
        role=role,
        dates=dates.value if dates else None,
        most_rows=max_rows,
        dry_run=dry_run,
        strict=strict,
        seen=exports.extend,
        decide=reader.read,
    )
    if not dry_run:
        keep_answers(reader)
    document = fulfil(wishes, desk, exports, outcomes, build(outcomes, dry_run=dry_run))
    desk.show(document, format, output)
