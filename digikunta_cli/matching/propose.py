"""A round of matching: who is paired with whom and why, who is left, and who are peers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digikunta_cli.locale.reasons import Facts
from digikunta_cli.matching.auditing import audited
from digikunta_cli.matching.causes import Unmatched, unmatched
from digikunta_cli.matching.choice import Given
from digikunta_cli.matching.cures import cures_of
from digikunta_cli.matching.groups import Group, peer_groups
from digikunta_cli.matching.rules import Board, Places
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.matching.solving import Solved, solve, summary_of
from digikunta_cli.outlook import Cure
from digikunta_cli.weights import Terms, Weights


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
    cures: tuple[Cure, ...]
    """What would serve most of those left, the best first."""
    groups: tuple[Group, ...]
    summary: Mapping[str, int | bool]
    worst_off: int | None
    """The lowest of the best scores of those who get a mentor; None where nobody does."""
    shortfall: Mapping[int, int]
    """Experimenters that mentors lack to the load that they should have, by the mentor's id."""
    given: Given
    """What the choice rests on."""


def propose(
    experimenters: Iterable[Experimenter],
    mentors: Iterable[Mentor],
    *,
    settled: Iterable[Settled],
    declined: Iterable[Settled],
    forbidden: Iterable[Settled] = (),
    kept: Iterable[Settled] = (),
    terms: Terms | None = None,
    weights: Weights,
    keywords: Mapping[str, str],
    topic_names: Mapping[str, str],
) -> Outcome:
    """Match both sides around the settled pairs; nothing depends on the order they come in.

    `keywords` gives the topic of a word's beginning, `topic_names` a topic's name by its key.
    Those who are not committed stay out, but settled pairs stay in, whatever the rules say now;
    a settled pair of which one side is not given is left aside. Pairs that a coordinator ruled out
    are `forbidden`; those `kept` were proposed before, and how much that counts is in the terms.
    """
    board = Board.of(
        experimenters,
        mentors,
        declined=declined,
        forbidden=forbidden,
        weights=weights,
        keywords=keywords,
    )
    solved = solve(board, board.places(settled), kept=board.places(kept), terms=terms)
    cures = cures_of(board, solved)
    return Outcome(
        pairs=tuple(_match(board, places, solved=solved) for places in solved.chosen),
        unmatched=unmatched(board, solved, cures=cures, topic_names=topic_names),
        cures=cures.best,
        groups=peer_groups(board.experimenters, board.texts),
        summary=summary_of(board, solved),
        worst_off=solved.worst_off,
        shortfall=solved.shortfall,
        given=solved.given,
    )


def _match(board: Board, places: Places, *, solved: Solved) -> Match:
    is_overbooked = solved.rooms[places[1]] > board.seats(places[1])
    found = audited(board, places, scale=solved.scale, is_overbooked=is_overbooked)
    return Match(
        experimenter=found.experimenter,
        mentor=found.mentor,
        topics=found.topics,
        score=found.score,
        parts=found.parts,
        facts=found.facts,
        flags=found.flags,
        settled=places in solved.settled,
    )
