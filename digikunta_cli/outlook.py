"""What could be: how a round would come out otherwise, and what people could meet about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cure:
    """What would serve experimenters left without a mentor; `kind` says which facts it has.

    seat: so many more seats at a mentor; commitment: a mentor's, to share results; mentor: one more
    in a topic and a language; topic: the experimenter's own, which is not told, None where none
    would do yet.
    """

    kind: str
    gain: int
    """How many more experimenters would have a mentor."""
    seats: int = 0
    """The seats that it takes, or that the mentor is taken to have."""
    mentor: int | None = None
    topic: str | None = None
    language: str | None = None
    experimenters: tuple[int, ...] = ()
    """Whom it would serve beside those served now; empty where that was not asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """An experimenter who would have other mentors: their ids before and after."""

    experimenter: int
    before: tuple[int, ...]
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What a pair would change in the best choice of pairs; losses are below 0."""

    covered: int
    """Experimenters with a mentor."""
    total: int
    """Points."""
    moves: tuple[Move, ...]
    """Everyone whose mentors would be others, the experimenter of the pair too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What experimenters could meet about; people by id, in an order that their content gives."""

    key: str
    """A topic, the key of a technique or subject, or a word as the experimenters spell it."""
    kind: str
    """topic, subject (techniques too) or word."""
    topic: str | None
    """The topic itself, else the one that most of the experimenters have, if any."""
    experimenters: tuple[int, ...]
    speakers: tuple[int, ...]
    """Mentors who may have something to say, those who offer talks or visits first."""
    languages: tuple[str, ...]
    """Those in which most experimenters can take part; empty where nobody told any."""
    regions: tuple[str, ...]
    """Where they come from, the region of most of them first."""
    without_mentor: int
    """How many of the experimenters were left without a mentor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordNeed:
    """What several experimenters' texts are about, and the mentors whose texts name it."""

    key: str
    """The key of a technique or subject, or a word as the experimenters spell it."""
    kind: str
    """subject (techniques too) or word."""
    experimenters: int
    without_mentor: int
    """How many of the experimenters were left without a mentor."""
    mentors: int
    seats: int
    """Experimenters whom those mentors take at a time."""
