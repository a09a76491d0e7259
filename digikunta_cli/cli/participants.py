"""`digikunta list` and `digikunta show`."""

from typing import Annotated

import typer

from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.cli.speech import Command
from digikunta_cli.locale import _
from digikunta_cli.model import OrganisationType, Role


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("list", cls=Command, help=_("List participants."))(list_)
    app.command("show", cls=Command, help=_("Show all about one registration or organisation."))(
        show
    )


def list_(
    ctx: typer.Context,
    role: Annotated[
        Role | None,
        typer.Option("--role", metavar="mentor|experimenter", help=_("Only this role.")),
    ] = None,
    topic: Annotated[
        list[str] | None,
        typer.Option("--topic", metavar="KEY", help=_("Only this topic; may be repeated.")),
    ] = None,
    region: Annotated[
        str | None,
        typer.Option("--region", metavar="REGION", help=_("Only this region, by name or code.")),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", metavar="fi|sv|en", help=_("Only who can work in it.")),
    ] = None,
    type: Annotated[
        OrganisationType | None,
        typer.Option("--type", metavar="TYPE", help=_("Only this type of organisation.")),
    ] = None,
    search: Annotated[
        str | None,
        typer.Option("--search", metavar="WORDS", help=_("Only where these words occur.")),
    ] = None,
    both_roles: Annotated[
        bool, typer.Option("--both-roles", help=_("Only organisations in both roles."))
    ] = False,
    missing: Annotated[
        bool, typer.Option("--missing", help=_("Only who left something required unanswered."))
    ] = False,
    changed_since: Annotated[
        str | None,
        typer.Option("--changed-since", metavar="DATE", help=_("Only new or changed since.")),
    ] = None,
    contacts: Annotated[
        bool,
        typer.Option("--contacts", help=_("Contacts too, of those who agreed to share them.")),
    ] = False,
    all: Annotated[bool, typer.Option("--all", help=_("Earlier answers too."))] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """List participants."""
    from digikunta_cli.reports.participants import build
    from digikunta_cli.services.listing import Wish, list_participants, parse_date, topic_keys

    desk = desk_of(ctx)
    wish = Wish(
        role=role,
        topics=topic_keys(topic, desk.workspace.catalogue) if topic else (),
        region=region,
        language=language,
        type=type.value if type else None,
        search=search,
        both_roles=both_roles,
        missing=missing,
        changed_since=parse_date(changed_since) if changed_since else None,
    )
    names = desk.workspace.names
    found = list_participants(desk.workspace.database, wish, superseded=all)
    desk.show(build(found, names, contacts=contacts), format, output)


def show(
    ctx: typer.Context,
    who: Annotated[str, typer.Argument(metavar="WHO", help=_("An id, or an organisation's name."))],
    format: Format = None,
    output: Output = None,
) -> None:
    """Show all about one registration or organisation, earlier answers included."""
    from digikunta_cli.reports.showing import build
    from digikunta_cli.services.history import consent_of
    from digikunta_cli.services.showing import find

    desk = desk_of(ctx)
    histories = find(desk.workspace.database, who)
    evidence = consent_of(desk.workspace.database, (each[-1].id for each in histories))
    desk.show(build(histories, desk.workspace.names, evidence=evidence), format, output)
