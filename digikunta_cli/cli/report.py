"""`digikunta report`."""

from typing import Annotated

import typer

from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.cli.speech import Command
from digikunta_cli.errors import UsageError
from digikunta_cli.locale import _
from digikunta_cli.reports.network.wish import SECTIONS, STALE_DAYS


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command("report", cls=Command, help=_("Report on the network before a meeting."))(report)


def report(
    ctx: typer.Context,
    sections: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SECTION]...",
            help=_("Only these: {sections}.").format(sections=", ".join(SECTIONS)),
        ),
    ] = None,
    meeting: Annotated[
        int | None,
        typer.Option("--meeting", metavar="ID", help=_("About a meeting and those invited to it.")),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help=_("New since then; else since the last one.")),
    ] = None,
    frame: Annotated[
        str | None,
        typer.Option("--frame", metavar="EUROS", help=_("What there is to give for experiments.")),
    ] = None,
    stale_days: Annotated[
        int,
        typer.Option(
            "--stale-days", metavar="N", min=1, help=_("A pair is stale after so many days.")
        ),
    ] = STALE_DAYS,
    public: Annotated[
        bool,
        typer.Option("--public", help=_("Leave out all that nobody permitted to publish.")),
    ] = False,
    contacts: Annotated[
        bool,
        typer.Option("--contacts", help=_("Also the contacts of those who agreed to share them.")),
    ] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Report on the network before a meeting."""
    from digikunta_cli.rendering.formats import is_for_programs
    from digikunta_cli.reports.network.report import build, check_sections
    from digikunta_cli.reports.network.wish import ReportWish
    from digikunta_cli.services.listing import parse_date
    from digikunta_cli.services.reporting import network_facts

    desk = desk_of(ctx, format, output)
    check_sections(sections or ())
    if public and contacts:
        raise UsageError("options-mixed", one="--public", other="--contacts")
    wish = ReportWish(
        sections=tuple(sections or ()),
        since=parse_date(since) if since else None,
        is_public=public,
        shows_contacts=contacts,
        meeting=meeting,
        frame=None if frame is None else _euros(frame),
        stale_days=stale_days,
    )
    facts = network_facts(desk.workspace, wish, now=desk.now)
    document = build(
        facts,
        desk.workspace.names,
        desk.workspace.topic_names,
        wish,
        for_programs=is_for_programs(format, output),
    )
    desk.show(document, format, output)


def _euros(told: str) -> float:
    # Loaded only for a frame, as it reads numbers as the forms do.
    from digikunta_cli.services.money import parse_euros

    return parse_euros(told)
