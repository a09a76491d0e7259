"""The options of `digikunta match`."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from digikunta_cli.locale import _


class Policy(StrEnum):
    """Which goal of a round comes first after coverage."""

    TOTAL = "total"
    FAIR = "fair"
    KEEP = "keep"


DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Show everything, write nothing."))]
Yes = Annotated[bool, typer.Option("--yes", help=_("Keep the round without asking."))]
PolicyOption = Annotated[
    Policy | None,
    typer.Option(
        "--policy",
        metavar="total|fair|keep",
        help=_("What comes first: points, the worst-off, or the earlier proposals."),
    ),
]
MinLoad = Annotated[
    int | None,
    typer.Option(
        "--min-load",
        metavar="N",
        min=0,
        help=_("Give every mentor so many experimenters, as far as its seats go."),
    ),
]
WhatIf = Annotated[
    Path | None,
    typer.Option(
        "--what-if",
        metavar="FILE",
        readable=False,
        help=_("Compare with what would be by this file; writes nothing."),
    ),
]
AddSeat = Annotated[
    list[int] | None,
    typer.Option("--add-seat", metavar="ID", help=_("What if this mentor had one seat more?")),
]
Without = Annotated[
    list[int] | None,
    typer.Option("--without", metavar="ID", help=_("What if this registration were not here?")),
]
Repeat = Annotated[
    int | None,
    typer.Option(
        "--repeat", metavar="ROUND", help=_("Choose again as in this round, and compare.")
    ),
]
Explain = Annotated[
    int | None,
    typer.Option(
        "--explain", metavar="ID", help=_("This experimenter's pair beside the next best.")
    ),
]
WhyNot = Annotated[
    int | None,
    typer.Option(
        "--why-not", metavar="MENTOR", help=_("With --explain: why not this mentor (its id).")
    ),
]
