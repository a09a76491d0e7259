"""A round of matching: who is paired with whom and why, who is left, and who are peers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from digikunta_cli.locale.reasons import Facts
from digikunta_cli.matching.assign import Assignment, assign
from digikunta_cli.matching.causes import Unmatched, cause_of, shortage_of
from digikunta_cli.matching.criteria import Scale, facts_of, points_of, scale_of
from digikunta_cli.matching.groups import Group, peer_groups
from digikunta_cli.matching.rules import Board, Places, first_forbidding, flags_of, forbidding
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pair with its score and what there is to say for it."""

    experimenter: int
    mentor: int
    topics: tuple[str, ...]
    score: int
    parts: Mapping[str, int]
    facts: Facts
    """What there is to say for it, by criterion, as keys."""
    flags: tuple[str, ...]
    settled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a round came to; `summary` as the JSON contract names it."""

    pairs: tuple[Match, ...]
    unmatched: tuple[Unmatched, ...]
    groups: tuple[Group, ...]
    summary: Mapping[str, int | bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A mentor looked at for one experimenter; `status` is paired, taken, free or a rule."""

    mentor: int
    score: int
    parts: Mapping[str, int]
    facts: Facts
    """What there is to say for it, by criterion, as keys."""
    status: str


def propose(
    experimenters: Iterable[Experimenter],
    mentors: Iterable[Mentor],
    *,
    settled: Iterable[Settled],
    declined: Iterable[Settled],
    weights: Weights,
    keywords: Mapping[str, str],
    topic_names: Mapping[str, str],
) -> Outcome:
    """Match both sides around the settled pairs; nothing depends on the order they come in.

    `keywords` gives the topic of a word's beginning, `topic_names` a topic's name by its key.
    Those who are not committed stay out, but settled pairs stay in, whatever the rules say now;
    a settled pair of which one side is not given is left aside.
    """
    board = Board.of(experimenters, mentors, declined=declined, weights=weights, keywords=keywords)
    solved = _solve(board, board.places(settled))
    return Outcome(
        pairs=tuple(_match(board, places, solved=solved) for places in solved.chosen),
        unmatched=_unmatched(board, solved, topic_names=topic_names),
        groups=peer_groups(board.experimenters, board.texts),
        summary=_summary(board, solved),
    )


def explain(
    experimenters: Iterable[Experimenter],
    mentors: Iterable[Mentor],
    *,
    experimenter: int,
    settled: Iterable[Settled],
    declined: Iterable[Settled],
    weights: Weights,
    keywords: Mapping[str, str],
) -> tuple[Choice, ...]:
    """How every mentor suits one experimenter (by id), the highest score first."""
    board = Board.of(experimenters, mentors, declined=declined, weights=weights, keywords=keywords)
    solved = _solve(board, board.places(settled))
    choices = [
        _choice(board, (one, other), solved=solved)
        for one, each in enumerate(board.experimenters)
        if each.id == experimenter
        for other in range(len(board.mentors))
    ]
    return tuple(sorted(choices, key=lambda choice: -choice.score))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Solved:
    """All allowed and settled pairs by their score, and those that were chosen among them."""

    scale: Scale
    scores: Mapping[Places, int]
    settled: frozenset[Places]
    rooms: tuple[int, ...]
    """Seats by mentor: never fewer than its settled pairs."""
    chosen: tuple[Places, ...]
    assignment: Assignment


def _solve(board: Board, settled: frozenset[Places]) -> _Solved:
    scale = scale_of(board.experimenters, board.mentors, weights=board.weights)
    scores = _scores(board, settled, scale=scale)
    pairs = list(scores)
    active = {one: place for place, one in enumerate(sorted({one for one, _other in pairs}))}
    held = Counter(one for one, _other in settled)
    kept = Counter(other for _one, other in settled)
    rooms = tuple(max(board.seats(other), kept[other]) for other in range(len(board.mentors)))
    assignment = assign(
        [active[one] for one, _other in pairs],
        [other for _one, other in pairs],
        list(scores.values()),
        capacity=rooms,
        wanted=[max(board.wishes(one), held[one]) for one in active],
        locked=[index for index, pair in enumerate(pairs) if pair in settled],
    )
    return _Solved(
        scale=scale,
        scores=scores,
        settled=settled,
        rooms=rooms,
        chosen=tuple(sorted(pairs[index] for index in assignment.pairs.tolist())),
        assignment=assignment,
    )


def _scores(board: Board, settled: frozenset[Places], *, scale: Scale) -> dict[Places, int]:
    """Scores of the pairs that are allowed or settled, in order of their places."""
    asking = frozenset(board.asking())
    scores = {}
    for one, other in product(range(len(board.experimenters)), range(len(board.mentors))):
        candidate = board.candidate((one, other))
        is_allowed = one in asking and first_forbidding(candidate) is None
        if is_allowed or (one, other) in settled:
            scores[one, other] = sum(points_of(candidate, scale).values())
    return scores


def _match(board: Board, places: Places, *, solved: _Solved) -> Match:
    candidate = board.candidate(places)
    parts = points_of(candidate, solved.scale)
    facts = facts_of(candidate, solved.scale, words=board.words(places))
    is_overbooked = solved.rooms[places[1]] > board.seats(places[1])
    return Match(
        experimenter=candidate.experimenter.id,
        mentor=candidate.mentor.id,
        topics=facts.get("topics", ()),
        score=solved.scores[places],
        parts=parts,
        facts=facts,
        flags=flags_of(candidate, is_overbooked=is_overbooked),
        settled=places in solved.settled,
    )


def _choice(board: Board, places: Places, *, solved: _Solved) -> Choice:
    candidate = board.candidate(places)
    parts = points_of(candidate, solved.scale)
    facts = facts_of(candidate, solved.scale, words=board.words(places))
    return Choice(
        mentor=candidate.mentor.id,
        score=sum(parts.values()),
        parts=parts,
        facts=facts,
        status=_status(places, first_forbidding(candidate), solved=solved),
    )


def _status(places: Places, rule: str | None, *, solved: _Solved) -> str:
    if places in solved.chosen:
        return "paired"
    used = sum(other == places[1] for _one, other in solved.chosen)
    return rule or ("taken" if used >= solved.rooms[places[1]] else "free")


def _unmatched(
    board: Board, solved: _Solved, *, topic_names: Mapping[str, str]
) -> tuple[Unmatched, ...]:
    covered = {one for one, _other in solved.chosen}
    suited: dict[int, set[int]] = {one: set() for one in board.asking() if one not in covered}
    for one, other in solved.scores:
        if one in suited:
            suited[one].add(other)
    seated = [other for _one, other in solved.chosen]
    return tuple(
        cause_of(
            board.experimenters[one],
            [forbidding(board.candidate((one, other))) for other in board.offering()],
            shortage=shortage_of(
                suited[one], rooms=solved.rooms, seated=seated, waiting=suited.values()
            ),
            topic_names=topic_names,
        )
        for one in suited
    )


def _summary(board: Board, solved: _Solved) -> dict[str, int | bool]:
    asking, offering = board.asking(), board.offering()
    covered = len({one for one, _other in solved.chosen}.intersection(asking))
    return {
        "experimenters": len(asking),
        "covered": covered,
        "unmatched": len(asking) - covered,
        "mentors": len(offering),
        "capacity": sum(board.seats(other) for other in offering),
        "used": len(solved.chosen),
        "total_score": solved.assignment.total,
        "bound": solved.assignment.bound,
        "optimal": solved.assignment.optimal,
    }
