"""What `match` says in one line a fact: who goes with whom and why, and who is left."""

from collections.abc import Iterable, Sequence

from digikunta_cli.document import Line
from digikunta_cli.locale import _, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Group, Left, Pair, PairState
from digikunta_cli.names import Names
from digikunta_cli.reports.cures import cure_named
from digikunta_cli.reports.pairs import People, in_order

_OF_MENTOR = ("possible-supplier", "capacity-not-told", "overbooked")
"""What is to be looked at in a mentor, not in one of its pairs."""
_REASONS = 3
_SHORT = 30
"""Letters of a cause that leave room for what could help in a narrow line."""


def pair_lines(pairs: Iterable[Pair], people: People, names: Names) -> tuple[Line, ...]:
    """A heading for each mentor, and a line for each experimenter with it."""
    by_mentor: dict[int, list[Pair]] = {}
    for pair in in_order(pairs, people, names):
        by_mentor.setdefault(pair.mentor, []).append(pair)
    return tuple(
        line
        for mentor, mine in by_mentor.items()
        for line in (
            _mentor(mentor, mine, people, names),
            *(_pair(pair, people, names) for pair in mine),
        )
    )


def _mentor(mentor: int, pairs: Sequence[Pair], people: People, names: Names) -> Line:
    seats = people[mentor].capacity
    used = (
        plural("{used} pair", "{used} pairs", len(pairs))
        if seats is None
        else plural("{used} of {seats} seat", "{used} of {seats} seats", seats)
    ).format(used=len(pairs), seats=seats)
    flags = {flag for pair in pairs for flag in pair.flags}
    remarks = [used, *(label(flag) for flag in _OF_MENTOR if flag in flags)]
    return Line(f"{names.organisation(people[mentor])}: {', '.join(remarks)}", is_heading=True)


def _pair(pair: Pair, people: People, names: Names) -> Line:
    states = [] if pair.state is PairState.PROPOSED else [pair.state.value]
    state = map(label, [*states, *(["locked"] if pair.is_locked else [])])
    flags = [label(flag) for flag in pair.flags if flag not in _OF_MENTOR]
    why = names.briefly(pair.parts, pair.facts)[:_REASONS]
    number = "" if pair.id is None else pair.id
    return Line(
        f"{number:>4} {names.who(people[pair.experimenter])}", "; ".join((*state, *flags, *why))
    )


def left_lines(left: Iterable[Left], people: People, names: Names) -> tuple[Line, ...]:
    """A line for each of those left without, with the cause and what could help."""
    return tuple(
        Line(
            f"{each.experimenter:>4} {names.who(people[each.experimenter])}",
            _left(each, people, names),
        )
        for each in left
    )


def _left(left: Left, people: People, names: Names) -> str:
    """The cause, then what could help; a long cause comes last, where it may be cut."""
    cause = (left.text or label(left.cause)).rstrip(".")
    if left.cure is None:
        return cause
    cure = _("could help: {cure}").format(cure=cure_named(left.cure, people, names))
    return "; ".join((cause, cure) if len(cause) <= _SHORT else (cure, cause))


def group_lines(groups: Sequence[Group]) -> tuple[Line, ...]:
    """How many groups there are, and where they are shown."""
    grouped = len({member for group in groups for member in group.members})
    said = plural(
        "{count} group of {grouped} experimenters; see them with: digikunta groups",
        "{count} groups of {grouped} experimenters; see them with: digikunta groups",
        len(groups),
    )
    return (Line(said.format(count=len(groups), grouped=grouped)),)
