"""What a round starts from: everyone who is registered, and what people decided about pairs."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from sqlite3 import Connection

from digikunta_cli.matching.rules import Board
from digikunta_cli.matching.sides import Experimenter, Mentor, Settled
from digikunta_cli.model import SETTLED, Forbidden, Pair, PairState, Participant, Role
from digikunta_cli.services.sides import experimenter_side, mentor_side
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import pairs as store
from digikunta_cli.store.participants import participants
from digikunta_cli.weights import Weights
from digikunta_cli.wishes import ended_of, wishes_left

TRIED = frozenset({PairState.DECLINED, PairState.CANCELLED, PairState.ENDED})
"""States after which a pair is not proposed again."""

Ends = tuple[Settled, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """All that is known before a round; its sides are without names and contacts."""

    everyone: tuple[Participant, ...]
    pairs: tuple[Pair, ...]
    forbidden_pairs: tuple[Forbidden, ...]

    @property
    def people(self) -> dict[int, Participant]:
        """Everyone by id."""
        return {each.id: each for each in self.everyone}

    @property
    def experimenters(self) -> list[Experimenter]:
        """The side of those who want a mentor; whose pair came to its end asks for one less."""
        ended = ended_of(self.pairs)
        return [
            replace(experimenter_side(each), wanted=wishes_left(each, ended))
            if each.id in ended
            else experimenter_side(each)
            for each in self.everyone
            if each.role != Role.MENTOR
        ]

    @property
    def mentors(self) -> list[Mentor]:
        """The side of those who offer to be one."""
        return [mentor_side(each) for each in self.everyone if each.role == Role.MENTOR]

    @property
    def settled(self) -> Ends:
        """Pairs that stay: those agreed on, and the proposals that a coordinator locked."""
        return _ends(each for each in self.pairs if each.is_locked or each.state in SETTLED)

    @property
    def declined(self) -> Ends:
        """Pairs that were tried and do not come back."""
        return _ends(each for each in self.pairs if each.state in TRIED)

    @property
    def forbidden(self) -> Ends:
        """Pairs that a coordinator ruled out."""
        return _ends(self.forbidden_pairs)

    @property
    def kept(self) -> Ends:
        """Proposals of the round before."""
        return _ends(each for each in self.pairs if each.state is PairState.PROPOSED)

    def board(self, workspace: Workspace, weights: Weights | None = None) -> Board:
        """Both sides laid out; the weights are the workspace's if none are given."""
        catalogue = workspace.catalogue
        return Board.of(
            self.experimenters,
            self.mentors,
            declined=self.declined,
            forbidden=self.forbidden,
            weights=weights or catalogue.weights,
            keywords=catalogue.keyword_topics(),
        )


def _ends(pairs: Iterable[Pair | Forbidden]) -> Ends:
    return tuple(Settled(experimenter=each.experimenter, mentor=each.mentor) for each in pairs)


def situation(db: Connection) -> Situation:
    """What a round would start from now."""
    return Situation(
        everyone=participants(db), pairs=store.pairs(db), forbidden_pairs=store.forbidden(db)
    )
