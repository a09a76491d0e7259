"""Pairs that the rules and criteria looked at, as they are kept."""

from digikunta_cli.matching.auditing import Audited
from digikunta_cli.model import Pair, PairState


def proposal_of(found: Audited) -> Pair:
    """A proposal that is not kept yet, with what there is to say for it."""
    return Pair(
        id=None,
        experimenter=found.experimenter,
        mentor=found.mentor,
        state=PairState.PROPOSED,
        score=found.score,
        topics=found.topics,
        parts=found.parts,
        facts=found.facts,
        flags=found.flags,
    )
