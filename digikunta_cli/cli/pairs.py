"""`digikunta pairs`, `accept`, `reject` and `pair ...`: what people decide about pairs."""

from typing import TYPE_CHECKING, Annotated

import typer

from digikunta_cli.cli.desk import Desk, Format, Output, desk_of
from digikunta_cli.cli.speech import Command, Group
from digikunta_cli.locale import _
from digikunta_cli.model import PairState

if TYPE_CHECKING:
    from digikunta_cli.reports.round_facts import PairList, Ruled

Id = Annotated[int, typer.Argument(metavar="ID", help=_("The pair's id."))]
Ids = Annotated[list[int], typer.Argument(metavar="ID...", help=_("Ids of pairs."))]
Experimenter = Annotated[int, typer.Argument(metavar="EXPERIMENTER", help=_("Its id."))]
Mentor = Annotated[int, typer.Argument(metavar="MENTOR", help=_("Its id."))]
Reason = Annotated[
    str | None, typer.Option("--reason", metavar="TEXT", help=_("Why, for the record."))
]


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("pairs", cls=Command, help=_("List the pairs."))(pairs)
    app.command("accept", cls=Command, help=_("Accept proposed pairs."))(accept)
    app.command("reject", cls=Command, help=_("Reject pairs; they do not come back."))(reject)
    group = typer.Typer(cls=Group, help=_("Make a pair by hand, rule one out, or move one on."))
    for name, command, said in (
        ("add", add, _("Make a pair by hand, accepted at once.")),
        ("move", move, _("Put pairs in another state.")),
        ("forbid", forbid, _("Rule a pair out for all rounds to come.")),
        ("allow", allow, _("Let a pair that was ruled out be proposed again.")),
        ("lock", lock, _("Let a proposal stay through the next rounds.")),
        ("unlock", unlock, _("Let a proposal go in the next round, if another is better.")),
        ("note", note, _("Keep a note with a pair.")),
    ):
        group.command(name, cls=Command, help=said)(command)
    app.add_typer(group, name="pair")


def pairs(ctx: typer.Context, format: Format = None, output: Output = None) -> None:
    """List the pairs, whatever their state, and those that are ruled out."""
    from digikunta_cli.services.pairing import list_pairs

    desk = desk_of(ctx, format, output)
    _show(desk, list_pairs(desk.workspace.database), format, output)


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
    ids: Ids,
    state: Annotated[
        PairState,
        typer.Argument(metavar="STATE", help=", ".join(state.value for state in PairState)),
    ],
    reason: Reason = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Put pairs in another state."""
    _move(desk_of(ctx, format, output), ids, state, reason, format, output)


def add(
    ctx: typer.Context,
    experimenter: Experimenter,
    mentor: Mentor,
    format: Format = None,
    output: Output = None,
) -> None:
    """Make a pair by hand, accepted at once, and say what it costs."""
    from digikunta_cli.services.deciding import add as add_pair

    desk = desk_of(ctx, format, output)
    made = add_pair(desk.workspace, experimenter, mentor, now=desk.now)
    _show(desk, made, format, output)


def forbid(
    ctx: typer.Context,
    experimenter: Experimenter,
    mentor: Mentor,
    reason: Reason = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Rule a pair out for all rounds to come, and say what that costs."""
    from digikunta_cli.services.deciding import forbid as rule_out

    desk = desk_of(ctx, format, output)
    ruled = rule_out(desk.workspace, experimenter, mentor, now=desk.now, reason=reason)
    _say(desk, ruled, format, output)


def allow(
    ctx: typer.Context,
    experimenter: Experimenter,
    mentor: Mentor,
    format: Format = None,
    output: Output = None,
) -> None:
    """Let a pair that was ruled out be proposed again."""
    from digikunta_cli.services.deciding import allow as let_in

    desk = desk_of(ctx, format, output)
    _say(desk, let_in(desk.workspace, experimenter, mentor, now=desk.now), format, output)


def lock(ctx: typer.Context, id: Id, format: Format = None, output: Output = None) -> None:
    """Let a proposal stay through the next rounds, and say what that costs."""
    _lock(desk_of(ctx, format, output), id, True, format, output)


def unlock(ctx: typer.Context, id: Id, format: Format = None, output: Output = None) -> None:
    """Let a proposal go in the next round, if another is better."""
    _lock(desk_of(ctx, format, output), id, False, format, output)


def note(
    ctx: typer.Context,
    id: Id,
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help=_("What to keep; an empty text takes it away."))
    ],
    format: Format = None,
    output: Output = None,
) -> None:
    """Keep a note with a pair."""
    from digikunta_cli.services.pairing import note as keep_note

    desk = desk_of(ctx, format, output)
    _show(desk, keep_note(desk.workspace.database, id, text, now=desk.now), format, output)


def _move(
    desk: Desk, ids: list[int], state: PairState, reason: Reason, format: Format, output: Output
) -> None:
    from digikunta_cli.services.deciding import move as move_pairs

    moved = move_pairs(desk.workspace, ids, state, now=desk.now, reason=reason)
    _show(desk, moved, format, output)


def _lock(desk: Desk, id: int, locked: bool, format: Format, output: Output) -> None:
    from digikunta_cli.services.deciding import lock as lock_pair

    _show(desk, lock_pair(desk.workspace, id, locked=locked, now=desk.now), format, output)


def _show(desk: Desk, found: "PairList", format: Format, output: Output) -> None:
    from digikunta_cli.reports.pairs import build_pairs

    desk.show(build_pairs(found, desk.workspace.names), format, output)


def _say(desk: Desk, ruled: "Ruled", format: Format, output: Output) -> None:
    from digikunta_cli.reports.costs import build_ruled

    desk.show(build_ruled(ruled, desk.workspace.names), format, output)
