"""Which topic a free text is about, told by beginnings of words from topics.yaml."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from digikunta_cli.text import plain, words
from digikunta_cli.topics import TOPIC_KEYS, Catalogue, Topic

KEYWORD_POINTS = 2
HINT_POINTS = 1
CLEAR_SCORE = 2
"""The least score of a suggestion; with the lead, measured to be nearly always right."""
CLEAR_LEAD = 1
SHOWN = 2
"""Candidates that are shown at most."""

_ABBREVIATION = 2
"""Letters up to which a word counts only as a whole: AI, BI, the e of e-service."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text with the topic that it is about, None where a person has to decide."""

    text: str
    topic: str | None
    candidates: tuple[tuple[str, int], ...]
    """Up to two topic keys with their scores, the best first; none for a text without words."""


@dataclass(frozen=True, slots=True)
class _Clue:
    pieces: tuple[str, ...]
    """All of them must be found in the text, which stands as " word word "."""
    points: int


def suggest(text: str, catalogue: Catalogue) -> Suggestion:
    """The topic of a text if its clues are clear, and the two best candidates.

    A text in which nothing is recognised stays with `other`, at score 0 and not clear.
    """
    told = words(text)
    if not told:
        return Suggestion(text, None, ())
    scores = _scores(f" {' '.join(told)} ", catalogue)
    best = sorted(scores, key=lambda key: (-scores[key], TOPIC_KEYS.index(key)))[:SHOWN]
    if not best:
        return Suggestion(text, None, (("other", 0),))
    second = scores[best[1]] if len(best) > 1 else 0
    is_clear = scores[best[0]] >= CLEAR_SCORE and scores[best[0]] - second >= CLEAR_LEAD
    candidates = tuple((key, scores[key]) for key in best)
    return Suggestion(text, best[0] if is_clear else None, candidates)


def _scores(line: str, catalogue: Catalogue) -> dict[str, int]:
    """Points of each topic that has any."""
    scores = {
        key: sum(clue.points for clue in clues if all(map(line.__contains__, clue.pieces)))
        for key, clues in _clues(catalogue)
    }
    return {key: score for key, score in scores.items() if score}


@cache
def _clues(catalogue: Catalogue) -> tuple[tuple[str, tuple[_Clue, ...]], ...]:
    return tuple((topic.key, tuple(_clues_of(topic))) for topic in catalogue.topics)


def _clues_of(topic: Topic) -> Iterator[_Clue]:
    for texts, points in ((topic.keywords, KEYWORD_POINTS), (topic.hints, HINT_POINTS)):
        # A keyword that two languages share must not count twice.
        different = {_pieces(text) for each in texts.values() for text in each}
        yield from (_Clue(pieces, points) for pieces in sorted(different) if pieces)


def _pieces(keyword: str) -> tuple[str, ...]:
    """What to look for: word beginnings, or with a hyphen before it a part of a word."""
    return tuple(
        piece for part in plain(keyword).split() for piece in _pieces_of(part, words(part))
    )


def _pieces_of(part: str, found: Iterable[str]) -> Iterator[str]:
    for word in found:
        if len(word) <= _ABBREVIATION:
            yield f" {word} "
        else:
            yield word if part.startswith("-") else f" {word}"
