"""`digikunta log` and `digikunta undo`."""

from typing import Annotated

import typer

from digikunta_cli.cli.desk import Desk, Format, Output, desk_of
from digikunta_cli.cli.speech import Command
from digikunta_cli.locale import _


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("log", cls=Command, help=_("List the imports and the rounds of matching."))(log)
    app.command("undo", cls=Command, help=_("Take back the last import."))(undo)


def log(ctx: typer.Context, format: Format = None, output: Output = None) -> None:
    """List the imports with their files and the rounds of matching, the newest first."""
    from digikunta_cli.reports.history import build_log
    from digikunta_cli.services.history import history

    desk = desk_of(ctx, format, output)
    desk.show(build_log(*history(desk.workspace.database)), format, output)


def undo(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show everything, write nothing."))
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help=_("Take the import back without asking."))
    ] = False,
    format: Format = None,
    output: Output = None,
) -> None:
    """Take back the last import that brought something: all its files, and nothing else."""
    from digikunta_cli.cli.asking import can_ask
    from digikunta_cli.reports.history import build_undone
    from digikunta_cli.services.undoing import undo as take_back

    desk = desk_of(ctx, format, output)
    if not (dry_run or yes) and can_ask() and not _is_meant(desk):
        return
    undone = take_back(desk.workspace.database, now=desk.now, dry_run=dry_run)
    desk.show(build_undone(undone), format, output)


def _is_meant(desk: Desk) -> bool:
    """Whether the coordinator means the import that is the last; it is shown first."""
    from digikunta_cli.cli.asking import confirm_undo, show_first
    from digikunta_cli.reports.history import build_undoing
    from digikunta_cli.services.undoing import undo as take_back

    show_first(build_undoing(take_back(desk.workspace.database, now=desk.now, dry_run=True)))
    return confirm_undo()
