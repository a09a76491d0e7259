"""What services hand to reports about rounds of matching and about pairs, before it is words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from digikunta_cli.history import Round
from digikunta_cli.model import Forbidden, Pair, Participant
from digikunta_cli.reports.match_facts import Ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A round chosen again; `gone` are pairs that it had, `new` those that it did not have."""

    round: Round
    version: str
    """The program's now."""
    pairs: int
    gone: tuple[Ends, ...]
    new: tuple[Ends, ...]
    aside: int
    """Pairs of which a registration is no longer here."""
    is_topics_same: bool
    is_input_same: bool
    """Whether a new round would start from the same registrations and decisions."""
    participants: Mapping[int, Participant]

    @property
    def is_same(self) -> bool:
        """Whether the pairs are the same ones."""
        return not (self.gone or self.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a decision changes in the best choice of pairs; losses are below 0."""

    total_score: int
    loses: tuple[int, ...]
    """Experimenters who no longer get a mentor."""
    gains: tuple[int, ...]
    """Experimenters who get one now."""

    @property
    def covered(self) -> int:
        """How many more experimenters get a mentor."""
        return len(self.gains) - len(self.loses)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairList:
    """Pairs to be shown, and what came of what was done to them."""

    pairs: tuple[Pair, ...]
    participants: Mapping[int, Participant]
    forbidden: tuple[Forbidden, ...] = ()
    cost: Cost | None = None
    flags: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    """What a coordinator should look at once more, by the pair's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A pair that was ruled out, or may be proposed again."""

    pair: Forbidden
    is_forbidden: bool
    dropped: int | None
    """The id of the proposal that went with it."""
    cost: Cost
    participants: Mapping[int, Participant]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two outcomes that are compared."""

    summary: Mapping[str, int | bool]
    """By the weights of its own."""
    shortfall: Mapping[int, int]
    policy: str
    min_load: int
    pairs: Mapping[Ends, int]
    """Scores by pair, by the weights as they stand, so that both sides can be compared."""

    @property
    def points(self) -> int:
        """The sum of the scores."""
        return sum(self.pairs.values())

    @property
    def worst_off(self) -> int | None:
        """The lowest of the best scores of those who get a mentor; None where nobody does."""
        best: dict[int, int] = {}
        for (experimenter, _mentor), score in self.pairs.items():
            best[experimenter] = max(best.get(experimenter, 0), score)
        return min(best.values(), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The outcome as it stands beside the one as it would be."""

    now: Side
    then: Side
    is_weighed: bool
    """Whether other weights would count."""
    participants: Mapping[int, Participant]

    @property
    def gone(self) -> tuple[Ends, ...]:
        """Pairs that would not be."""
        return tuple(sorted(self.now.pairs.keys() - self.then.pairs.keys()))

    @property
    def new(self) -> tuple[Ends, ...]:
        """Pairs that there are not."""
        return tuple(sorted(self.then.pairs.keys() - self.now.pairs.keys()))
