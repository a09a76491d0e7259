"""How a round would come out otherwise: what would serve those left, and what a pair would cost."""

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
    """Whom it would serve beside those served now."""


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
