"""Pairs looked at with the rules and criteria that choose them, whoever made the pairs."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digikunta_cli.locale.reasons import Facts
from digikunta_cli.matching.criteria import Scale, facts_of, not_told, points_of, scale_of
from digikunta_cli.matching.rules import Board, Places, flags_of, forbidding
from digikunta_cli.matching.sides import Settled


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """What the rules and criteria say of a pair; it is allowed where `rules` is empty."""

    experimenter: int
    mentor: int
    rules: tuple[str, ...]
    """Labels of all rules that forbid it."""
    topics: tuple[str, ...]
    score: int
    parts: Mapping[str, int]
    facts: Facts
    """What there is to say for it, by criterion, as keys."""
    not_told: tuple[str, ...]
    """Criteria that count half because an answer is missing."""
    flags: tuple[str, ...]


def audit(board: Board, pairs: Iterable[Settled]) -> tuple[Audited, ...]:
    """Look at pairs, made by hand or otherwise, as they would stand together.

    They come in the order of the board; a pair of which one side is not on it is left out.
    """
    places = sorted(board.places(pairs))
    scale = scale_of(board.experimenters, board.mentors, weights=board.weights)
    used = Counter(other for _one, other in places)
    return tuple(
        audited(board, each, scale=scale, is_overbooked=used[each[1]] > board.seats(each[1]))
        for each in places
    )


def audited(board: Board, places: Places, *, scale: Scale, is_overbooked: bool = False) -> Audited:
    """Look at one pair on the board."""
    candidate = board.candidate(places)
    parts = points_of(candidate, scale)
    facts = facts_of(candidate, scale, words=board.words(places))
    return Audited(
        experimenter=candidate.experimenter.id,
        mentor=candidate.mentor.id,
        rules=forbidding(candidate),
        topics=facts.get("topics", ()),
        score=sum(parts.values()),
        parts=parts,
        facts=facts,
        not_told=not_told(candidate, scale),
        flags=flags_of(candidate, is_overbooked=is_overbooked),
    )
