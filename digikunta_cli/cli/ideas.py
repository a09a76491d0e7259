"""`digikunta idea answer` and `idea reopen`: ideas and questions that were answered."""

from typing import Annotated

import typer

from digikunta_cli.cli.desk import Format, Output, desk_of
from digikunta_cli.cli.speech import Command, Group
from digikunta_cli.locale import _

Id = Annotated[int, typer.Argument(metavar="ID", help=_("The registration's id."))]


def register(app: typer.Typer) -> None:
    """Add the group to the program."""
    group = typer.Typer(cls=Group, help=_("Say which ideas and questions were answered."))
    group.command("answer", cls=Command, help=_("Keep that an idea was answered."))(answer)
    group.command("reopen", cls=Command, help=_("Let an idea wait for an answer again."))(reopen)
    app.add_typer(group, name="idea")


def answer(
    ctx: typer.Context,
    id: Id,
    note: Annotated[
        str | None, typer.Option("--note", metavar="TEXT", help=_("What was answered."))
    ] = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Keep that the idea or question of a registration was answered."""
    from digikunta_cli.reports.network.ideas import build_idea
    from digikunta_cli.services.ideas import answer as keep_answer

    desk = desk_of(ctx, format, output)
    idea = keep_answer(desk.workspace.database, id, now=desk.now, note=note)
    desk.show(build_idea(idea, desk.workspace.names), format, output)


def reopen(ctx: typer.Context, id: Id, format: Format = None, output: Output = None) -> None:
    """Let the idea or question of a registration wait for an answer again."""
    from digikunta_cli.reports.network.ideas import build_idea
    from digikunta_cli.services.ideas import reopen as let_wait

    desk = desk_of(ctx, format, output)
    idea = let_wait(desk.workspace.database, id, now=desk.now)
    desk.show(build_idea(idea, desk.workspace.names), format, output)
