"""`digikunta meeting calendar` and `sign-in`: files for calendars and for the printer."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from digikunta_cli.cli.desk import desk_of
from digikunta_cli.errors import UsageError
from digikunta_cli.locale import _

Id = Annotated[int, typer.Argument(metavar="ID", help=_("The meeting's id."))]


def calendar(
    ctx: typer.Context,
    id: Id,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE.ics", readable=False, help=_("Write to this file.")
        ),
    ] = None,
) -> None:
    """Write a meeting as an .ics file, without any participants."""
    from digikunta_cli.rendering.calendar import render
    from digikunta_cli.rendering.output import write_file
    from digikunta_cli.services.meetings import find_meeting

    desk = desk_of(ctx)
    if output is not None:
        _check(output, ".ics")
    meeting = find_meeting(desk.workspace.database, id).meeting
    topic_names = [desk.workspace.topic_names[key] for key in meeting.topics]
    content = render(meeting, now=desk.now, topic_names=topic_names)
    if output is not None:
        write_file(output, content)
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(content)


def sign_in(
    ctx: typer.Context,
    id: Id,
    output: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="FILE.xlsx", readable=False, help=_("Write to this file.")
        ),
    ],
    contacts: Annotated[
        bool,
        typer.Option("--contacts", help=_("Contacts' names too, of those who agreed to share.")),
    ] = False,
) -> None:
    """Write a workbook to print: the list to sign, the seating by topic, and name badges."""
    from digikunta_cli.rendering.output import write_file
    from digikunta_cli.rendering.sign_in import render
    from digikunta_cli.reports.sign_in import build
    from digikunta_cli.services.meetings import sign_in as seated

    desk = desk_of(ctx)
    _check(output, ".xlsx")
    printed = seated(desk.workspace.database, id)
    write_file(output, render(build(printed, desk.workspace.names, contacts=contacts)))


def _check(output: Path, suffix: str) -> None:
    """Refuse a file of another kind, or in a folder that is not there."""
    from digikunta_cli.rendering.output import check

    if output.suffix.lower() != suffix:
        raise UsageError("output-suffix", file=output.name, suffix=suffix)
    check("plain", output)
