"""The top command: options for all commands, and the commands themselves."""

from pathlib import Path
from typing import Annotated, Any

import typer

from digikunta_cli import __version__
from digikunta_cli.cli import (
    demo,
    history,
    ideas,
    imports,
    letters,
    matching,
    meetings,
    pairs,
    participants,
    report,
    status,
    topics,
)
from digikunta_cli.cli.desk import make_desk
from digikunta_cli.cli.speech import Group, translate_help
from digikunta_cli.errors import UsageError
from digikunta_cli.locale import LANGUAGES, _

translate_help()

_ORDER = (
    "demo",
    "import",
    "log",
    "undo",
    "list",
    "show",
    "match",
    "pairs",
    "pair",
    "accept",
    "reject",
    "groups",
    "letters",
    "meeting",
    "report",
    "idea",
    "status",
    "topics",
    "resolve",
)
"""The commands as the help lists them, in the order of a coordinator's work."""


class _Commands(Group):
    """All commands; those with commands of their own stand where they belong."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names in order."""
        return sorted(super().list_commands(ctx), key=_ORDER.index)


app = typer.Typer(
    name="digikunta",
    cls=_Commands,
    help=_(
        "Registrations of a network of mentors and experimenters: import them, list them, match"
        " mentors with experimenters, and report before a network meeting."
    ),
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _say_version(asked: bool) -> None:
    if asked:
        typer.echo(f"digikunta {__version__}")
        raise typer.Exit


@app.callback()
def digikunta(
    ctx: typer.Context,
    db: Annotated[
        Path | None,
        typer.Option(
            "--db",
            metavar="FILE",
            readable=False,
            help=_("The database; else DIGIKUNTA_DB, else data/digikunta.db of the workspace."),
        ),
    ] = None,
    lang: Annotated[
        str | None,
        typer.Option("--lang", metavar="fi|sv|en", help=_("The language to speak.")),
    ] = None,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help=_("Say the version.")),
    ] = False,
) -> None:
    """Lay out the desk for the command that follows."""
    if lang is not None and lang not in LANGUAGES:
        raise UsageError("language-unknown", language=lang)
    ctx.obj = make_desk(db)


for room in (
    demo,
    imports,
    history,
    participants,
    matching,
    pairs,
    letters,
    meetings,
    report,
    ideas,
    status,
    topics,
):
    room.register(app)
