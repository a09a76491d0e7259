"""`digikunta match`, and what is done to pairs afterwards."""

from typing import Annotated

import typer

from digikunta_cli.cli.desk import Desk, Format, Output, desk_of
from digikunta_cli.cli.speech import Command, Group
from digikunta_cli.locale import _
from digikunta_cli.model import PairState

Ids = Annotated[list[int], typer.Argument(metavar="ID...", help=_("Ids of pairs."))]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=_("Why, for the record."))
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("match", cls=Command, help=_("Propose pairs, and say who is left without."))(match)
    app.command("pairs", cls=Command, help=_("List the pairs."))(pairs)
    app.command("accept", cls=Command, help=_("Accept proposed pairs."))(accept)
    app.command("reject", cls=Command, help=_("Reject pairs; they do not come back."))(reject)
    app.command("groups", cls=Command, help=_("List the peer groups."))(groups)
    group = typer.Typer(cls=Group, help=_("Add a pair by hand, or move one on."))
    group.command("add", cls=Command, help=_("Make a pair by hand, accepted at once."))(add)
    group.command("move", cls=Command, help=_("Put a pair in another state."))(move)
    app.add_typer(group, name="pair")


def match(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=_("Show everything, write nothing."))
    ] = False,
    explain: Annotated[
        int | None,
        typer.Option("--explain", metavar="ID", help=_("Every mentor for this experimenter.")),
    ] = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Propose pairs, keep them as proposals, and say who is left without and why."""
    desk = desk_of(ctx, format, output)
    if explain is not None:
        _explain(desk, explain, format, output)
        return
    from digikunta_cli.reports.pairs import build_match
    from digikunta_cli.services.matching import match as match_all

    matched = match_all(desk.workspace, now=desk.now, dry_run=dry_run)
    desk.show(build_match(matched, desk.workspace.names), format, output)


def _explain(desk: Desk, id: int, format: Format, output: Output) -> None:
    from digikunta_cli.reports.explaining import build
    from digikunta_cli.services.explaining import explain

    desk.show(build(explain(desk.workspace, id), desk.workspace.names), format, output)


def pairs(ctx: typer.Context, format: Format = None, output: Output = None) -> None:
    """List the pairs, whatever their state."""
    from digikunta_cli.reports.pairs import build_pairs
    from digikunta_cli.services.pairing import list_pairs

    desk = desk_of(ctx, format, output)
    desk.show(
        build_pairs(*list_pairs(desk.workspace.database), desk.workspace.names), format, output
    )


def groups(ctx: typer.Context, format: Format = None, output: Output = None) -> None:
    """List the peer groups of the last matching."""
    from digikunta_cli.reports.pairs import build_groups
    from digikunta_cli.services.pairing import list_groups

    desk = desk_of(ctx, format, output)
    found = list_groups(desk.workspace.database)
    desk.show(build_groups(*found, desk.workspace.names), format, output)


def accept(ctx: typer.Context, ids: Ids, format: Format = None, output: Output = None) -> None:
    """Accept proposed pairs; the next matching leaves them alone."""
    _move(desk_of(ctx, format, output), ids, PairState.ACCEPTED, None, format, output)


def reject(
    ctx: typer.Context,
    ids: Ids,
    reason: Reason = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Reject pairs; they are not proposed again."""
    _move(desk_of(ctx, format, output), ids, PairState.DECLINED, reason, format, output)


def move(
    ctx: typer.Context,
    id: Annotated[int, typer.Argument(metavar="ID", help=_("The pair's id."))],
    state: Annotated[
        PairState,
        typer.Argument(metavar="STATE", help=", ".join(state.value for state in PairState)),
    ],
    reason: Reason = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Put a pair in another state."""
    _move(desk_of(ctx, format, output), [id], state, reason, format, output)


def add(
    ctx: typer.Context,
    experimenter: Annotated[int, typer.Argument(metavar="EXPERIMENTER", help=_("Its id."))],
    mentor: Annotated[int, typer.Argument(metavar="MENTOR", help=_("Its id."))],
    format: Format = None,
    output: Output = None,
) -> None:
    """Make a pair by hand, accepted at once."""
    from digikunta_cli.reports.pairs import build_pairs
    from digikunta_cli.services.pairing import add as add_pair

    desk = desk_of(ctx, format, output)
    made = add_pair(desk.workspace.database, experimenter, mentor, now=desk.now)
    desk.show(build_pairs(*made, desk.workspace.names), format, output)


def _move(
    desk: Desk, ids: list[int], state: PairState, reason: Reason, format: Format, output: Output
) -> None:
    from digikunta_cli.reports.pairs import build_pairs
    from digikunta_cli.services.pairing import move as move_pairs

    moved = move_pairs(desk.workspace.database, ids, state, now=desk.now, reason=reason)
    desk.show(build_pairs(*moved, desk.workspace.names), format, output)
