"""`digikunta status` and `digikunta resolve`."""

from pathlib import Path
from typing import Annotated

import typer

from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.cli.speech import Command
from digikunta_cli.cli.texts import gathered
from digikunta_cli.locale import _


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command(
        "status", cls=Command, help=_("Show where things stand and which command comes next.")
    )(status)
    app.command("resolve", cls=Command, help=_("Say what organisation names mean."))(resolve)


def status(ctx: typer.Context, format: Format = None, output: Output = None) -> None:
    """Show where things stand and which command comes next."""
    from digikunta_cli.reports.standing import build
    from digikunta_cli.services.standing import standing

    desk = desk_of(ctx, format, output)
    desk.show(build(standing(desk.workspace.database)), format, output)


def resolve(
    ctx: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="[TEXT]...", help=_("Names."))] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="FILE",
            readable=False,
            help=_("One name a line; - reads what is piped."),
        ),
    ] = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Say what organisation names mean: municipality codes, how sure, suggestions."""
    from digikunta_cli.reports.resolving import build
    from digikunta_cli.services.resolving import resolve_names

    desk_of(ctx, format, output).show(
        build(resolve_names(gathered(text or [], file))), format, output
    )
