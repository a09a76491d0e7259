"""How many mentors an experimenter still wishes for: a pair that came to its end has met a wish."""

from collections import Counter
from collections.abc import Iterable, Mapping

from digikunta_cli.model import Pair, PairState, Participant


def ended_of(pairs: Iterable[Pair]) -> Counter[int]:
    """How many pairs of each experimenter came to their end, by its id."""
    return Counter(pair.experimenter for pair in pairs if pair.state is PairState.ENDED)


def wishes_left(experimenter: Participant, ended: Mapping[int, int]) -> int:
    """Mentors that it wishes for beside those with whom its pairs came to their end."""
    return max((experimenter.wanted or 0) - ended.get(experimenter.id, 0), 0)
