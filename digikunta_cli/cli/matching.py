"""`digikunta match` and `digikunta groups`."""

import typer

from digikunta_cli.cli import rounds
from digikunta_cli.cli.desk import Desk, Format, Output, desk_of
from digikunta_cli.cli.match_options import (
    AddSeat,
    DryRun,
    Explain,
    MinLoad,
    Policy,
    PolicyOption,
    Repeat,
    WhatIf,
    WhyNot,
    Without,
    Yes,
)
from digikunta_cli.cli.rounds import Otherwise, check_ways
from digikunta_cli.cli.speech import Command
from digikunta_cli.locale import _
from digikunta_cli.weights import Terms


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("match", cls=Command, help=_("Propose pairs, and say who is left without."))(match)
    app.command("groups", cls=Command, help=_("List the peer groups."))(groups)


def match(
    ctx: typer.Context,
    dry_run: DryRun = False,
    yes: Yes = False,
    policy: PolicyOption = None,
    min_load: MinLoad = None,
    what_if: WhatIf = None,
    add_seat: AddSeat = None,
    without: Without = None,
    repeat: Repeat = None,
    explain: Explain = None,
    why_not: WhyNot = None,
    format: Format = None,
    output: Output = None,
) -> None:
    """Propose pairs, keep them as proposals, and say who is left without and why."""
    desk = desk_of(ctx, format, output)
    terms = Terms(policy=(policy or Policy.TOTAL).value, min_load=min_load or 0)
    otherwise = Otherwise(
        file=what_if,
        add_seat=tuple(add_seat or ()),
        without=tuple(without or ()),
        policy=policy.value if policy else None,
        min_load=min_load,
    )
    check_ways(
        {
            "--explain": explain is not None,
            "--repeat": repeat is not None,
            "--what-if": bool(otherwise),
        },
        {"--policy": policy is not None, "--min-load": min_load is not None},
    )
    if why_not is not None:
        _why_not(desk, explain, why_not, format, output)
    elif explain is not None:
        _explain(desk, explain, format, output)
    elif repeat is not None:
        rounds.repeat(desk, repeat, format=format, output=output)
    elif otherwise:
        rounds.what_if(desk, otherwise, format=format, output=output)
    else:
        rounds.propose(desk, terms, dry_run=dry_run, yes=yes, format=format, output=output)


def _explain(desk: Desk, id: int, format: Format, output: Output) -> None:
    from digikunta_cli.reports.explaining import build
    from digikunta_cli.services.explaining import explain

    desk.show(build(explain(desk.workspace, id), desk.workspace.names), format, output)


def _why_not(desk: Desk, id: int | None, mentor: int, format: Format, output: Output) -> None:
    from digikunta_cli.errors import UsageError
    from digikunta_cli.reports.explaining import build_why_not
    from digikunta_cli.services.explaining import why_not

    if id is None:
        raise UsageError("why-not-alone")
    found = why_not(desk.workspace, id, mentor)
    desk.show(build_why_not(found, desk.workspace.names), format, output)


def groups(ctx: typer.Context, format: Format = None, output: Output = None) -> None:
    """List the peer groups of the last matching."""
    from digikunta_cli.reports.pairs import build_groups
    from digikunta_cli.services.pairing import list_groups

    desk = desk_of(ctx, format, output)
    found = list_groups(desk.workspace.database)
    desk.show(build_groups(*found, desk.workspace.names), format, output)
