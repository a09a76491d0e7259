"""What every command works with: the workspace, the clock, and the way results are shown."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from digikunta_cli.document import Document
from digikunta_cli.locale import _
from digikunta_cli.services.workspace import Workspace, find_workspace

Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FORMAT",
        help=_("How to show it: table, plain, json, csv, md, xlsx or html."),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        readable=False,
        help=_("Write to this file; its suffix tells the format."),
    ),
]


@dataclass(frozen=True)
class Desk:
    """One run of the program: where the files are and what time it is."""

    workspace: Workspace
    now: datetime

    def show(self, document: Document, format: str | None, output: Path | None) -> None:
        """Show a result in the format asked for."""
        # Loaded only when there is something to show.
        from digikunta_cli.rendering.output import show

        show(document, format=format, output=output)


def make_desk(database: Path | None) -> Desk:
    """The desk of this run, from the folder and environment that the program was started in."""
    return Desk(
        workspace=find_workspace(_here(), os.environ, database),
        now=datetime.now(UTC).replace(microsecond=0),
    )


def _here() -> Path:
    """The folder that the program was started in; the topmost one where that is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path(os.sep)


def desk_of(ctx: typer.Context, format: str | None = None, output: Path | None = None) -> Desk:
    """The desk that the top command laid out.

    What cannot be shown as asked is refused here, before anything has been done. Raises
    UsageError for a format that does not fit, InputError for a folder that is not there.
    """
    if format is not None or output is not None:
        # Loaded only where a format was asked for.
        from digikunta_cli.rendering.output import check

        check(format, output)
    desk: Desk = ctx.obj
    return desk
