"""`digikunta meeting invite`, `uninvite` and `attend`."""

from typing import Annotated

import typer

from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.locale import _
from digikunta_cli.model import Role

Id = Annotated[int, typer.Argument(metavar="ID", help=_("The meeting's id."))]
Who = Annotated[
    list[str], typer.Argument(metavar="WHO...", help=_("Ids, or names of organisations."))
]


def invite(
    ctx: typer.Context,
    id: Id,
    who: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WHO]...",
            help=_("Ids, or names of organisations; else who has a topic of the meeting."),
        ),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", metavar="KEY", help=_("Who has this topic; may be repeated.")),
    ] = None,
    role: Annotated[
        Role | None,
        typer.Option("--role", metavar="mentor|experimenter", help=_("Only this role of them.")),
    ] = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help=_("Also those whom they have a settled pair with."))
    ] = False,
    everyone: Annotated[bool, typer.Option("--everyone", help=_("Everyone there is."))] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Invite to a meeting: those named, those of a topic, or everyone."""
    from digikunta_cli.reports.invitations import build_invited
    from digikunta_cli.services.invitations import Guests
    from digikunta_cli.services.invitations import invite as invite_guests
    from digikunta_cli.services.listing import topic_keys

    desk = desk_of(ctx, format, output)
    guests = Guests(
        who=tuple(who or ()),
        topics=topic_keys(topic, desk.workspace.catalogue) if topic else (),
        everyone=everyone,
        role=role,
        pairs=pairs,
    )
    done = invite_guests(desk.workspace.database, id, guests, now=desk.now)
    desk.show(build_invited(done, desk.workspace.names, now=desk.now), format, output)


def uninvite(
    ctx: typer.Context, id: Id, who: Who, format: Format = None, output: Output = None
) -> None:
    """Take invitations back."""
    from digikunta_cli.reports.invitations import build_uninvited
    from digikunta_cli.services.invitations import uninvite as take_back

    desk = desk_of(ctx, format, output)
    done = take_back(desk.workspace.database, id, who, now=desk.now)
    desk.show(build_uninvited(done, desk.workspace.names), format, output)


def attend(
    ctx: typer.Context,
    id: Id,
    who: Who,
    absent: Annotated[bool, typer.Option("--absent", help=_("They did not come."))] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Note who came; who was not invited is added."""
    from digikunta_cli.reports.invitations import build_noted
    from digikunta_cli.services.invitations import attend as note_attendance

    desk = desk_of(ctx, format, output)
    done = note_attendance(desk.workspace.database, id, who, now=desk.now, attended=not absent)
    desk.show(build_noted(done, desk.workspace.names), format, output)
