"""`digikunta topics`: the list, suggestions, and decisions."""

from pathlib import Path
from typing import Annotated

import typer

from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.cli.speech import Command, Group
from digikunta_cli.cli.texts import gathered
from digikunta_cli.locale import _


def register(app: typer.Typer) -> None:
    """Add the group to the program."""
    group = typer.Typer(
        cls=Group,
        help=_("List the topics, and decide what a registration is about."),
        rich_markup_mode=None,
    )
    group.callback(invoke_without_command=True)(topics)
    group.command("suggest", cls=Command, help=_("Say which topic a text is about."))(suggest)
    group.command("set", cls=Command, help=_("Decide which topics a registration is about."))(set_)
    app.add_typer(group, name="topics")


def topics(ctx: typer.Context, format: Format = None, output: Output = None) -> None:
    """List the topics, and the open texts that wait for a decision."""
    if ctx.invoked_subcommand is not None:
        return
    from digikunta_cli.reports.topics import build_topics
    from digikunta_cli.services.topics import open_texts
    from digikunta_cli.suggest import suggest as suggest_topic

    desk = desk_of(ctx, format, output)
    catalogue = desk.workspace.catalogue
    undecided = [
        (each, suggest_topic(each.registration.text("other_topic") or "", catalogue))
        for each in open_texts(desk.workspace.database)
    ]
    desk.show(build_topics(catalogue, undecided, desk.workspace.names), format, output)


def suggest(
    ctx: typer.Context,
    text: Annotated[list[str] | None, typer.Argument(metavar="[TEXT]...", help=_("Texts."))] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            "--file",
            metavar="FILE",
            readable=False,
            help=_("One text a line; - reads what is piped."),
        ),
    ] = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Say which topic a text is about."""
    from digikunta_cli.reports.topics import build_suggestions
    from digikunta_cli.suggest import suggest as suggest_topic

    desk = desk_of(ctx, format, output)
    catalogue = desk.workspace.catalogue
    suggestions = [suggest_topic(each, catalogue) for each in gathered(text or [], file)]
    desk.show(build_suggestions(suggestions, desk.workspace.names), format, output)


def set_(
    ctx: typer.Context,
    id: Annotated[int, typer.Argument(metavar="ID", help=_("The registration's id."))],
    keys: Annotated[list[str], typer.Argument(metavar="KEY...", help=_("Topic keys."))],
    format: Format = None,
    output: Output = None,
) -> None:
    """Decide which topics a registration is about; kept over later imports."""
    from digikunta_cli.reports.topics import build_decision
    from digikunta_cli.services.listing import topic_keys
    from digikunta_cli.services.topics import set_topics

    desk = desk_of(ctx, format, output)
    topics = topic_keys(keys, desk.workspace.catalogue)
    participant = set_topics(desk.workspace.database, id, topics, now=desk.now)
    desk.show(build_decision(participant, desk.workspace.names), format, output)
