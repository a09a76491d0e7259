"""All that a choice of pairs rests on, in numbers alone: enough to choose the same ones again."""

from dataclasses import dataclass

from digikunta_cli.matching.exact.assign import assign
from digikunta_cli.matching.exact.assignment import Assignment


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The numbers of a round; sides by their place, pairs by their index."""

    experimenters: tuple[int, ...]
    """Ids by place: those who have an allowed pair or a settled one."""
    mentors: tuple[int, ...]
    """Ids by place."""
    wanted: tuple[int, ...]
    """Mentors by experimenter."""
    capacity: tuple[int, ...]
    """Seats by mentor: never fewer than its settled pairs."""
    minimum: tuple[int, ...]
    """Experimenters that each mentor should get."""
    experimenter: tuple[int, ...]
    """The experimenter's place of each pair."""
    mentor: tuple[int, ...]
    """The mentor's place of each pair."""
    score: tuple[int, ...]
    locked: tuple[int, ...]
    """Pairs that must stay."""
    kept: tuple[int, ...]
    """Pairs that were proposed before, and stay where nothing is lost."""
    order: str
    """Which goal comes first: total, fair or keep."""

    def ends(self, index: int) -> tuple[int, int]:
        """The ids of the two of a pair."""
        return (
            self.experimenters[self.experimenter[index]],
            self.mentors[self.mentor[index]],
        )


def choose(given: Given) -> Assignment:
    """Choose among the pairs; the same numbers always give the same ones."""
    return assign(
        given.experimenter,
        given.mentor,
        given.score,
        capacity=given.capacity,
        wanted=given.wanted,
        locked=given.locked,
        minimum=given.minimum,
        kept=given.kept,
        order=given.order,
    )
