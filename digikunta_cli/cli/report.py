"""`digikunta report`."""

from typing import Annotated

import typer

from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.cli.speech import Command
from digikunta_cli.locale import _


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("report", cls=Command, help=_("Report on the network before a meeting."))(report)


def report(
    ctx: typer.Context,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help=_("New since then; else since the last one.")),
    ] = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Report on the network before a meeting."""
    from digikunta_cli.reports.network import build
    from digikunta_cli.services.listing import parse_date
    from digikunta_cli.services.reporting import network_facts

    desk = desk_of(ctx, format, output)
    day = parse_date(since) if since else None
    facts = network_facts(desk.workspace, now=desk.now, since=day)
    desk.show(build(facts, desk.workspace.names, desk.workspace.topic_names), format, output)
