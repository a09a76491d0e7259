"""How every mentor suits one experimenter, what became of each, and what another choice costs."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from digikunta_cli.locale.reasons import Facts
from digikunta_cli.matching.auditing import audited
from digikunta_cli.matching.choice import Given, choose
from digikunta_cli.matching.rules import Board, Places
from digikunta_cli.matching.solving import Solved
from digikunta_cli.outlook import Move, Price

_SHOWN = 4
"""Mentors that are looked at side by side: its own, and the next best."""
_FEWEST = 2
"""Next best mentors beside however many it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A mentor looked at for one experimenter.

    `status` is paired, taken, free, not-asked where it asks for no mentor, or the first rule that
    forbids the pair.
    """

    mentor: int
    score: int
    parts: Mapping[str, int]
    facts: Facts
    """What there is to say for it, by criterion, as keys."""
    not_told: tuple[str, ...]
    """Criteria that count half because an answer is missing."""
    status: str
    rules: tuple[str, ...]
    """Labels of all rules that forbid the pair."""
    seats: int
    taken_by: tuple[int, ...]
    """The experimenters on its seats, by id."""


def explain(board: Board, solved: Solved, *, experimenter: int) -> tuple[Choice, ...]:
    """How every mentor suits one experimenter (by id), the highest score first."""
    choices = [
        _choice(board, (one, other), solved=solved)
        for one, each in enumerate(board.experimenters)
        if each.id == experimenter
        for other in range(len(board.mentors))
    ]
    return tuple(sorted(choices, key=lambda choice: -choice.score))


def side_by_side(choices: Sequence[Choice], *, paired: Collection[int] = ()) -> tuple[Choice, ...]:
    """The mentors that it has, `paired` (by id) too, and the next best; strangers come last."""
    has = {each.mentor for each in choices if each.status == "paired"}.union(paired)
    ordered = sorted(
        choices, key=lambda each: (each.mentor not in has, each.status == "nothing-in-common")
    )
    return tuple(ordered[: max(_SHOWN, len(has) + _FEWEST)])


def price(board: Board, solved: Solved, *, experimenter: int, mentor: int) -> Price | None:
    """What changes in the best choice of pairs where these two must be one.

    None where they are one already or cannot be: a rule forbids it, the experimenter asks for no
    mentor, or settled pairs hold all that one of them has room for.
    """
    given = solved.given
    ends = [given.ends(index) for index in range(len(given.score))]
    chosen = frozenset(solved.assignment.pairs.tolist())
    if (experimenter, mentor) not in ends:
        return None
    index = ends.index((experimenter, mentor))
    if index in chosen or _is_full(given, index):
        return None
    # What need not move stays, where the policy does not say already what should.
    kept = given.kept if given.order == "keep" else tuple(sorted(chosen))
    after = choose(replace(given, locked=(*given.locked, index), kept=kept))
    return Price(
        covered=after.covered - solved.assignment.covered,
        total=after.total - solved.assignment.total,
        moves=_moves(given, chosen, frozenset(after.pairs.tolist())),
    )


def _is_full(given: Given, index: int) -> bool:
    """Whether settled pairs alone use up what the experimenter wants or the mentor can take."""
    one, other = given.experimenter[index], given.mentor[index]
    wishes = sum(given.experimenter[each] == one for each in given.locked)
    seats = sum(given.mentor[each] == other for each in given.locked)
    return wishes >= given.wanted[one] or seats >= given.capacity[other]


def _moves(given: Given, before: frozenset[int], after: frozenset[int]) -> tuple[Move, ...]:
    changed = sorted({given.experimenter[index] for index in before ^ after})
    return tuple(
        Move(
            experimenter=given.experimenters[one],
            before=_mentors(given, one, before),
            after=_mentors(given, one, after),
        )
        for one in changed
    )


def _mentors(given: Given, one: int, chosen: frozenset[int]) -> tuple[int, ...]:
    return tuple(
        given.mentors[given.mentor[index]]
        for index in sorted(chosen)
        if given.experimenter[index] == one
    )


def _choice(board: Board, places: Places, *, solved: Solved) -> Choice:
    found = audited(board, places, scale=solved.scale)
    holders = [one for one, other in solved.chosen if other == places[1]]
    return Choice(
        mentor=found.mentor,
        score=found.score,
        parts=found.parts,
        facts=found.facts,
        not_told=found.not_told,
        status=_status(board, places, found.rules, solved=solved),
        rules=found.rules,
        seats=board.seats(places[1]),
        taken_by=tuple(board.experimenters[one].id for one in holders),
    )


def _status(board: Board, places: Places, rules: tuple[str, ...], *, solved: Solved) -> str:
    if places in solved.chosen:
        return "paired"
    if rules:
        return rules[0]
    if not board.wishes(places[0]):
        return "not-asked"
    used = Counter(other for _one, other in solved.chosen)
    return "taken" if used[places[1]] >= solved.rooms[places[1]] else "free"
