"""`digikunta meeting`: meetings, who is invited to them and came, and what is printed for them."""

from typing import TYPE_CHECKING, Annotated

import typer

from digikunta_cli.cli import invitations, meeting_files
from digikunta_cli.cli.desk import Desk, Format, Output, desk_of
from digikunta_cli.cli.speech import Command, Group
from digikunta_cli.locale import _

if TYPE_CHECKING:
    from digikunta_cli.reports.meeting_facts import Planned

Id = Annotated[int, typer.Argument(metavar="ID", help=_("The meeting's id."))]
Place = Annotated[str | None, typer.Option("--place", metavar="TEXT", help=_("Where it is."))]
Topics = Annotated[
    list[str] | None,
    typer.Option("--topic", metavar="KEY", help=_("What it is about; may be repeated.")),
]
Note = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help=_("A note that only you see."))
]
End = Annotated[
    str | None,
    typer.Option("--end", metavar="HH:MM", help=_("When it ends; else two hours later.")),
]


def register(app: typer.Typer) -> None:
    """Add the group to the program."""
    group = typer.Typer(cls=Group, help=_("Meetings, who is invited to them, and who came."))
    for name, command, said in (
        ("add", add, _("Plan a meeting.")),
        ("change", change, _("Change a meeting; what is not told stays.")),
        ("cancel", cancel, _("Say that a meeting does not take place.")),
        ("list", list_, _("List the meetings, the next first.")),
        ("show", show, _("Show a meeting and who is invited.")),
        ("invite", invitations.invite, _("Invite to a meeting.")),
        ("uninvite", invitations.uninvite, _("Take invitations back.")),
        ("attend", invitations.attend, _("Note who came.")),
        ("calendar", meeting_files.calendar, _("Write a meeting for calendars.")),
        ("sign-in", meeting_files.sign_in, _("Write the list to sign, the seating and badges.")),
    ):
        group.command(name, cls=Command, help=said)(command)
    app.add_typer(group, name="meeting")


def add(
    ctx: typer.Context,
    title: Annotated[str, typer.Argument(metavar="TITLE", help=_("What it is called."))],
    date: Annotated[str, typer.Option("--date", metavar="DATE", help=_("The day."))],
    start: Annotated[str, typer.Option("--start", metavar="HH:MM", help=_("When it begins."))],
    end: End = None,
    place: Place = None,
    topic: Topics = None,
    note: Note = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Plan a meeting; times are Finland's."""
    from digikunta_cli.services.meetings import Plan
    from digikunta_cli.services.meetings import add as plan_meeting

    desk = desk_of(ctx, format, output)
    plan = Plan(
        title=title,
        date=date,
        start=start,
        end=end,
        place=place,
        note=note,
        topics=_keys(desk, topic),
    )
    planned = plan_meeting(desk.workspace.database, plan, now=desk.now)
    _show(desk, planned, format, output)


def change(
    ctx: typer.Context,
    id: Id,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help=_("What it is called."))
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="DATE", help=_("The day."))] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="HH:MM", help=_("When it begins."))
    ] = None,
    end: Annotated[
        str | None,
        typer.Option("--end", metavar="HH:MM", help=_("When it ends; else it lasts as long.")),
    ] = None,
    place: Place = None,
    topic: Topics = None,
    note: Note = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Change a meeting; what is not told stays, and an empty text takes away what was."""
    from digikunta_cli.services.meetings import Plan
    from digikunta_cli.services.meetings import change as change_meeting

    desk = desk_of(ctx, format, output)
    plan = Plan(
        title=title,
        date=date,
        start=start,
        end=end,
        place=place,
        note=note,
        topics=_keys(desk, topic),
    )
    planned = change_meeting(desk.workspace.database, id, plan, now=desk.now)
    _show(desk, planned, format, output)


def cancel(
    ctx: typer.Context,
    id: Id,
    take_back: Annotated[
        bool, typer.Option("--take-back", help=_("It takes place after all."))
    ] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Say that a meeting does not take place; who is invited stays, to be told."""
    from digikunta_cli.services.meetings import cancel as cancel_meeting

    desk = desk_of(ctx, format, output)
    planned = cancel_meeting(desk.workspace.database, id, now=desk.now, is_held=take_back)
    _show(desk, planned, format, output)


def list_(ctx: typer.Context, format: Format = None, output: Output = None) -> None:
    """List the meetings: the next first, then those past."""
    from digikunta_cli.reports.meetings import build_list
    from digikunta_cli.services.meetings import list_meetings

    desk = desk_of(ctx, format, output)
    found = list_meetings(desk.workspace.database, now=desk.now)
    desk.show(build_list(found, desk.workspace.names), format, output)


def show(
    ctx: typer.Context,
    id: Id,
    contacts: Annotated[
        bool,
        typer.Option("--contacts", help=_("Contacts too, of those who agreed to share them.")),
    ] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Show a meeting: its facts, who is invited, and who came."""
    from digikunta_cli.services.meetings import find_meeting

    desk = desk_of(ctx, format, output)
    planned = find_meeting(desk.workspace.database, id)
    _show(desk, planned, format, output, contacts=contacts)


def _keys(desk: Desk, told: list[str] | None) -> tuple[str, ...] | None:
    """Keys of the topics that were told; none where an empty text was, None where nothing."""
    from digikunta_cli.services.listing import topic_keys

    return None if told is None else topic_keys(filter(None, told), desk.workspace.catalogue)


def _show(
    desk: Desk, planned: "Planned", format: Format, output: Output, *, contacts: bool = False
) -> None:
    from digikunta_cli.reports.meetings import build_planned

    document = build_planned(planned, desk.workspace.names, now=desk.now, contacts=contacts)
    desk.show(document, format, output)
