"""What every command works with: the workspace, the clock, and the way results are shown."""

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from digikunta_cli.document import Document
from digikunta_cli.errors import UsageError
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
        help=_("Write to this file; its suffix tells the format."),
    ),
]
ALL_FORMATS = ("table", "plain", "json", "csv", "md", "xlsx", "html")


@dataclass(frozen=True)
class Desk:
    """One run of the program: where the files are and what time it is."""

    workspace: Workspace
    now: datetime

    def show(self, document: Document, format: str | None, output: Path | None) -> None:
        """Show a result in the format asked for; raises UsageError for an unknown one."""
        if format is not None and format not in ALL_FORMATS:
            raise UsageError("format-invalid", format=format, formats=", ".join(ALL_FORMATS))
        # Loaded only when there is something to show.
        from digikunta_cli.rendering.output import show

        show(document, format=format, output=output)


def make_desk(database: Path | None) -> Desk:
    """The desk of this run, from the folder and environment that the program was started in."""
    return Desk(
        workspace=find_workspace(Path.cwd(), os.environ, database),
        now=datetime.now(UTC).replace(microsecond=0),
    )


def desk_of(ctx: typer.Context) -> Desk:
    """The desk that the top command laid out."""
    desk: Desk = ctx.obj
    return desk
