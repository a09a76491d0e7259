"""Invented programmes of any size in the proportions of real ones; the same seed, the same people.

Seven topics with skewed demand, nineteen regions, Finnish, Swedish or both, mentors who take one to
five, three in ten experimenters who want two, organisations that take part on both sides.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.many.tables import Part, SideTable, SparseRows, by_table

DEMAND = (42, 20, 14, 10, 7, 4, 3)
"""Experimenters by topic."""
SUPPLY = (30, 20, 15, 12, 10, 7, 6)
"""Mentors by topic."""
LANGUAGES = (84, 6, 10)
"""People by language: Finnish, Swedish, both."""
REGIONS = 19
MOST_BODIES = 600
"""Organisations; in a small programme there is one for two mentors."""
WORDS = 256
WORDS_IN_TEXT = 12
TEXT_WEIGHT = 200

Whole = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Programme:
    """Both sides, what scores their pairs, what they want and take."""

    experimenters: SideTable
    mentors: SideTable
    parts: tuple[Part, ...]
    wanted: Whole
    capacity: Whole
    text_weight: int


def _topic(experimenter: Whole, mentor: Whole, level: Whole) -> Whole:
    points: Whole = np.where(experimenter == mentor, 150 * level, -1)
    return points


PARTS = (
    Part("topic", ("topic",), ("topic", "level"), _topic),
    Part("region", ("region",), ("region",), by_table(100 * np.eye(REGIONS, dtype=np.int64))),
    Part("language", ("language",), ("language",), by_table([[75, 0, 75], [0, 75, 75], [75] * 3])),
)


def programme(experimenters: int, mentors: int, *, with_texts: bool, seed: int = 5) -> Programme:
    """A programme of this size; with texts, nearly every pair has a score of its own."""
    random = np.random.default_rng([seed, experimenters, mentors])
    home = random.choice(REGIONS, MOST_BODIES, p=_shares(range(REGIONS + 4, 4, -1)))
    bodies = min(max(mentors // 2, 1), MOST_BODIES)
    left, right = (
        _side(random, people, shares, home=home[:bodies], with_texts=with_texts)
        for people, shares in ((experimenters, DEMAND), (mentors, SUPPLY))
    )
    return Programme(
        experimenters=left,
        mentors=right,
        parts=PARTS,
        wanted=1 + (random.random(experimenters) < 0.3).astype(np.int64),
        capacity=random.integers(1, 6, mentors),
        text_weight=TEXT_WEIGHT if with_texts else 0,
    )


def _shares(parts: Sequence[int]) -> NDArray[np.float64]:
    shares: NDArray[np.float64] = np.array(parts) / sum(parts)
    return shares


def _side(
    random: np.random.Generator,
    people: int,
    topics: Sequence[int],
    *,
    home: Whole,
    with_texts: bool,
) -> SideTable:
    body = random.integers(0, len(home), people)
    topic = random.choice(len(topics), people, p=_shares(topics))
    attributes = {
        "topic": topic,
        "level": random.integers(1, 4, people),
        "region": home[body],
        "language": random.choice(len(LANGUAGES), people, p=_shares(LANGUAGES)),
    }
    texts = _texts(random, people) if with_texts else None
    return SideTable(attributes=attributes, bodies=body, texts=texts)


def _texts(random: np.random.Generator, people: int) -> SparseRows:
    """Some words each, the common ones oftener; every text is as long."""
    words = random.zipf(1.3, (people, WORDS_IN_TEXT)) % WORDS
    person, word = np.divmod(np.unique(np.arange(people)[:, None] * WORDS + words), WORDS)
    counts = np.bincount(person, minlength=people)
    return SparseRows(
        start=np.concatenate([[0], np.cumsum(counts)]),
        column=word,
        value=np.repeat(1 / np.sqrt(counts), counts),
        width=WORDS,
    )
