"""`digikunta demo`: the main job on invented exports, in a workspace of its own."""

from typing import Any

import typer

from digikunta_cli.cli.speech import Command
from digikunta_cli.locale import _


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(
        "demo", cls=Command, help=_("Try everything on invented exports, in a fresh folder.")
    )(demo)


def demo(ctx: typer.Context) -> None:
    """Import the sample exports, list, match and report, showing each command as it runs."""
    from digikunta_cli.cli.tour import run_tour

    program: Any = ctx.find_root().command
    run_tour(lambda typed: program(typed, prog_name="digikunta", standalone_mode=False))
