"""The ways of `digikunta match`: a round, what it would be otherwise, one that was, one mentor."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from digikunta_cli.cli.desk import Desk, Format, Output
from digikunta_cli.errors import UsageError
from digikunta_cli.weights import Terms

if TYPE_CHECKING:
    from digikunta_cli.reports.match_facts import Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Otherwise:
    """What would be otherwise, as the options say it."""

    file: Path | None
    add_seat: tuple[int, ...]
    without: tuple[int, ...]
    policy: str | None
    min_load: int | None

    def __bool__(self) -> bool:
        return bool(self.file or self.add_seat or self.without)


def check_ways(ways: dict[str, bool], terms: dict[str, bool]) -> None:
    """Raise UsageError where two ways are asked for at once; by option, whether it is.

    What explains or repeats a round goes by the terms of that round, so no `terms` go with it.
    """
    asked = [option for option, is_asked in ways.items() if is_asked]
    if asked and asked[0] != "--what-if":
        asked += [option for option, is_asked in terms.items() if is_asked]
    if len(asked) > 1:
        raise UsageError("options-mixed", one=asked[0], other=asked[1])


def propose(
    desk: Desk, terms: Terms, *, dry_run: bool, yes: bool, format: Format, output: Output
) -> None:
    """Propose pairs, and keep them; at a terminal only once it was agreed which ones go."""
    from digikunta_cli.cli.asking import can_ask, confirm
    from digikunta_cli.reports.matching import build_match
    from digikunta_cli.services.matching import match

    shown = None if dry_run or yes or not can_ask() else _shown_first(desk, terms)
    if shown is not None and not confirm():
        return
    matched = match(desk.workspace, now=desk.now, dry_run=dry_run, terms=terms, agreed=shown)
    desk.show(build_match(matched, desk.workspace.names), format, output)


def _shown_first(desk: Desk, terms: Terms) -> "Changes | None":
    """The changes that are shown before they are kept; None where no earlier proposal goes."""
    from digikunta_cli.cli.asking import show_first
    from digikunta_cli.reports.rounds import build_changes
    from digikunta_cli.services.matching import preview

    matched = preview(desk.workspace, now=desk.now, terms=terms)
    if matched is None:
        return None
    show_first(build_changes(matched, desk.workspace.names))
    return matched.changes


def what_if(desk: Desk, otherwise: Otherwise, *, format: Format, output: Output) -> None:
    """Show the outcome as it stands beside the one as it would be; writes nothing."""
    from digikunta_cli.reports.whatif import build
    from digikunta_cli.services.whatif import compare, wish_of

    wish = wish_of(
        otherwise.file,
        add_seat=otherwise.add_seat,
        without=otherwise.without,
        policy=otherwise.policy,
        min_load=otherwise.min_load,
    )
    compared = compare(desk.workspace, wish)
    desk.show(build(compared, desk.workspace.names), format, output)


def repeat(desk: Desk, id: int, *, format: Format, output: Output) -> None:
    """Choose again from what a round rested on, and say whether the pairs are the same."""
    from digikunta_cli.reports.rounds import build_repeated
    from digikunta_cli.services.rounds import repeat as choose_again

    repeated = choose_again(desk.workspace, id)
    desk.show(build_repeated(repeated, desk.workspace.names), format, output)
