"""How alike texts are, in Finnish and Swedish, by the words that they share; rare words count more.

No model and no list of inflections: words are compared by their beginnings, compounds also by the
later parts that begin some other word of the same texts, and a few words across the languages.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.concepts import (
    BEGINNING,
    SUBJECTS,
    TECHNIQUES,
    Concepts,
    bare_words,
    by_beginning,
    keys_of,
)
from digikunta_cli.text import words

_SHORTEST_HEAD = 3
_LONE = 0.5
"""What a word weighs that no other text uses: it tells that a text has more to say, not what."""
_TOPIC = 0.5
"""What a topic's keywords weigh as such: the topics of a pair are counted by themselves."""
_CONCEPT = 2.0
"""What a technique or a subject weighs in likeness: it is known to tell what a text is about."""


@dataclass(frozen=True, slots=True, eq=False)
class Texts:
    """Texts taken apart; rows of `matrix` are at most 1 long (texts x terms of two or more)."""

    terms: tuple[Mapping[str, str], ...]
    """For each text its terms, with the word of the text that stands for each."""
    weights: Mapping[str, float]
    """How much a term says: what is shown first."""
    matrix: NDArray[np.float64]


def read_texts(texts: Sequence[str], keywords: Mapping[str, str]) -> Texts:
    """Take texts apart; `keywords` gives the topic of a word's beginning, in any language."""
    concepts = _concepts(keywords)
    spelled = [bare_words(text) for text in texts]
    heads = {bare[:BEGINNING] for each in spelled for bare in each.values()}
    terms = tuple(_terms(each, heads, concepts=concepts) for each in spelled)
    counts = Counter(term for each in terms for term in each)
    weights = {term: _weight(term, count=count, texts=len(texts)) for term, count in counts.items()}
    common = {term for term, count in counts.items() if count > 1}
    pulls = {term: weight * _pull(term) for term, weight in weights.items()}
    return Texts(terms, weights, _matrix(terms, pulls, common=common))


def likeness(
    texts: Texts, *, rows: Sequence[int] | slice, columns: Sequence[int] | slice
) -> NDArray[np.float64]:
    """How alike texts are, 0 to 1 (rows x columns): the cosine of their weighted terms."""
    return np.clip(texts.matrix[rows] @ texts.matrix[columns].T, 0.0, 1.0)


def shared_words(texts: Texts, *, one: int, other: int, most: int = 4) -> tuple[str, ...]:
    """The words that two texts share, the weightiest first, as the first text spells them."""
    mine, theirs = texts.terms[one], texts.terms[other]
    common = ranked((term for term in mine if term in theirs and not is_topic(term)), texts)
    shown: dict[str, str] = {}
    # Spelled alike first; what has no common spelling is shown in both: chattbot / chatti.
    for term in sorted(common, key=_is_concept):
        is_same = mine[term] == theirs[term] or not _is_concept(term)
        shown.setdefault(mine[term], mine[term] if is_same else f"{mine[term]} / {theirs[term]}")
    return tuple(shown.values())[:most]


def ranked(terms: Iterable[str], texts: Texts) -> list[str]:
    """Terms with the weightiest first, words before concepts."""
    return sorted(terms, key=lambda term: (-texts.weights[term], _is_concept(term), term))


def is_topic(term: str) -> bool:
    """Whether a term stands for a topic's keywords and so is no word to show."""
    return term.startswith("=topic ")


def _is_concept(term: str) -> bool:
    return term.startswith("=")


def _terms(spelled: Mapping[str, str], heads: set[str], *, concepts: Concepts) -> dict[str, str]:
    terms: dict[str, str] = {}
    for word, bare in spelled.items():
        for term in (bare[:BEGINNING], *_later_parts(bare, heads), *keys_of(bare, concepts)):
            terms.setdefault(term, word)
    return terms


def _later_parts(bare: str, heads: set[str]) -> Iterable[str]:
    """Later parts of a compound: those with which some word of the texts begins."""
    for start in range(_SHORTEST_HEAD, len(bare) - BEGINNING + 1):
        part = bare[start : start + BEGINNING]
        if part in heads:
            yield part


def _concepts(keywords: Mapping[str, str]) -> Concepts:
    known = [(word, f"={key}") for key, each in {**TECHNIQUES, **SUBJECTS}.items() for word in each]
    topics = [("".join(words(word)), f"=topic {topic}") for word, topic in keywords.items()]
    return by_beginning([*known, *topics])


def _weight(term: str, *, count: int, texts: int) -> float:
    """The rarer a term, the more it says (inverse document frequency)."""
    share = (_LONE if count == 1 else 1.0) * (_TOPIC if is_topic(term) else 1.0)
    return math.log((texts + 1) / count) * share


def _pull(term: str) -> float:
    return _CONCEPT if _is_concept(term) and not is_topic(term) else 1.0


def _matrix(
    terms: Sequence[Mapping[str, str]], weights: Mapping[str, float], *, common: set[str]
) -> NDArray[np.float64]:
    # Terms of one text alone add to its length only, so they need no column.
    columns = {term: column for column, term in enumerate(sorted(common))}
    matrix = np.zeros((len(terms), len(columns)))
    for row, each in enumerate(terms):
        length = math.sqrt(sum(weights[term] ** 2 for term in sorted(each)))
        for term in each.keys() & columns.keys():
            matrix[row, columns[term]] = weights[term] / length
    return matrix
