"""Peer groups: experimenters who try similar things, whether or not they get a mentor."""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.matching.likeness import Texts, is_topic, likeness, ranked
from digikunta_cli.matching.sides import OTHER, Experimenter

SMALLEST, LARGEST = 3, 6
MOST_GROUPS = 2
"""Groups that one experimenter may be in."""
_TOPIC = 0.2
"""What a common topic adds to the likeness of two texts."""
_CLOSE = 0.3
"""Closeness, on average to each member, of a group found at the first try."""
_LOOSE = _TOPIC
"""The same for those left over: a common topic is enough, and a must."""
_MOST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A peer group: `topics` all members have, `shared` are words of more than half of them."""

    key: str
    """A common topic or word, and a digest of the first member; never a name."""
    members: tuple[int, ...]
    topics: tuple[str, ...]
    shared: tuple[str, ...]


def peer_groups(experimenters: Sequence[Experimenter], texts: Texts) -> tuple[Group, ...]:
    """Form groups; text i of `texts` is that of experimenter i, and their order decides ties."""
    found = _Search(experimenters, texts).run()
    groups: dict[str, Group] = {}
    for members in sorted(tuple(sorted(each)) for each in found):
        topics = _common_topics(members, experimenters)
        stem = (topics or _common_terms(members, texts))[0].strip("=")
        key = _free_key(f"{stem}-{_digest(experimenters[members[0]])}", groups)
        groups[key] = Group(
            key=key,
            members=tuple(experimenters[member].id for member in members),
            topics=topics,
            shared=_words(members, texts),
        )
    return tuple(groups.values())


def without_peer(experimenters: Sequence[Experimenter], groups: Iterable[Group]) -> tuple[int, ...]:
    """Experimenters who are in no group."""
    grouped = {member for group in groups for member in group.members}
    return tuple(each.id for each in experimenters if each.id not in grouped)


class _Search:
    """The search for groups; members are places in the sequence of experimenters."""

    def __init__(self, experimenters: Sequence[Experimenter], texts: Texts) -> None:
        self.experimenters = experimenters
        self.texts = texts
        self.close = _closeness(experimenters, texts)
        self.groups: list[list[int]] = []
        self.times = [0] * len(experimenters)

    def run(self) -> list[list[int]]:
        """Close groups first; those left join one, or form looser ones with who has room."""
        self._form(_CLOSE, most=1)
        self._join()
        self._form(_LOOSE, most=MOST_GROUPS)
        self._join()
        return self.groups

    def _form(self, least: float, *, most: int) -> None:
        """Grow a group from each close pair of which one at least has none yet."""
        for one, other in _pairs(self.close, least):
            is_open = self.times[one] < most and self.times[other] < most
            if is_open and 0 in (self.times[one], self.times[other]):
                self._grow([one, other], least, most=most)

    def _grow(self, group: list[int], least: float, *, most: int) -> None:
        while len(group) < LARGEST:
            free = [each for each, times in enumerate(self.times) if times < most]
            found = self._next(group, free, least=least)
            if found is None:
                break
            group.append(found)
        if len(group) >= SMALLEST:
            self.groups.append(group)
            self._seat(group, group)

    def _seat(self, members: Sequence[int], group: Sequence[int]) -> None:
        for member in members:
            self.times[member] += 1
        # Who meets in one group already gains nothing from meeting in a second one.
        self.close[np.ix_(members, group)] = self.close[np.ix_(group, members)] = 0.0

    def _next(self, group: list[int], free: list[int], *, least: float) -> int | None:
        """The closest who fits: close to the members on average, and a stranger to none."""
        rows = self.close[np.ix_(group, free)]
        mean = np.where(rows.min(axis=0, initial=1.0) > 0, rows.mean(axis=0), 0.0)
        near = (place for place in np.argsort(-mean, kind="stable") if mean[place] >= least)
        places = (free[int(place)] for place in near)
        return next((place for place in places if self._fits([*group, place], least)), None)

    def _fits(self, members: Sequence[int], least: float) -> bool:
        """Whether all can talk in one language and truly share something."""
        languages = [self.experimenters[member].languages for member in members]
        told = [each for each in languages if each]
        if told and not frozenset.intersection(*told):
            return False
        if _common_topics(members, self.experimenters):
            return True
        # One word is little to share, unless the texts are close as a whole.
        return least >= _CLOSE and bool(_common_terms(members, self.texts))

    def _join(self) -> None:
        for each in [place for place, times in enumerate(self.times) if not times]:
            rooms = [group for group in self.groups if len(group) < LARGEST]
            suited = [
                group for group in rooms if self._next(group, [each], least=_LOOSE) is not None
            ]
            if suited:
                best = max(suited, key=lambda group: float(self.close[each, group].mean()))
                self._seat([each], best)
                best.append(each)


def _closeness(experimenters: Sequence[Experimenter], texts: Texts) -> NDArray[np.float64]:
    """Likeness and a little for a common topic; 0 for those who cannot be together."""
    everyone = slice(0, len(experimenters))
    close = likeness(texts, rows=everyone, columns=everyone).round(9)
    for one, mine in enumerate(experimenters):
        for other in range(one + 1):
            theirs = experimenters[other]
            has_topic = bool((mine.topics & theirs.topics) - {OTHER})
            value = close[one, other] + (_TOPIC if has_topic else 0.0)
            close[one, other] = close[other, one] = value if _may_meet(mine, theirs) else 0.0
    return close


def _may_meet(mine: Experimenter, theirs: Experimenter) -> bool:
    languages = mine.languages & theirs.languages
    has_language = bool(languages) or not (mine.languages and theirs.languages)
    return has_language and mine.bodies.isdisjoint(theirs.bodies) and mine is not theirs


def _pairs(close: NDArray[np.float64], least: float) -> Iterable[tuple[int, int]]:
    """Pairs that are close enough, the closest first."""
    rows, columns = np.nonzero(np.triu(close) >= least)
    best = np.argsort(-close[rows, columns], kind="stable")
    return list(zip(rows[best].tolist(), columns[best].tolist(), strict=True))


def _common_topics(
    members: Sequence[int], experimenters: Sequence[Experimenter]
) -> tuple[str, ...]:
    topics = frozenset.intersection(*(experimenters[each].topics for each in members))
    return tuple(sorted(topics - {OTHER}))


def _common_terms(members: Sequence[int], texts: Texts) -> list[str]:
    first, *rest = (texts.terms[each] for each in members)
    terms = (term for term in first if all(term in other for other in rest))
    return ranked((term for term in terms if not is_topic(term)), texts)


def _words(members: Sequence[int], texts: Texts) -> tuple[str, ...]:
    """Words of more than half the members, what most have first, as the first of them spells it."""
    counts = Counter(term for each in members for term in texts.terms[each] if not is_topic(term))
    terms = ranked((term for term, times in counts.items() if 2 * times > len(members)), texts)
    best = sorted(terms, key=lambda term: -counts[term])
    spelled = (
        next(texts.terms[each][term] for each in members if term in texts.terms[each])
        for term in best
    )
    return tuple(dict.fromkeys(spelled))[:_MOST_WORDS]


def _free_key(key: str, taken: Container[str]) -> str:
    """The key, numbered where another group with the same first member has it."""
    numbered = chain((key,), (f"{key}-{number}" for number in count(2)))
    return next(each for each in numbered if each not in taken)


def _digest(experimenter: Experimenter) -> str:
    return sha256(experimenter.order.encode()).hexdigest()[:8]
