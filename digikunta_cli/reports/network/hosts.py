"""Who could host the first meeting of each peer group, by facts that can be told in a few words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from digikunta_cli.model import Group, Participant

_STAGES = ("growing", "running", "planned", "idea")
"""Stages of an experiment, those who have most to show first; not told comes last."""
_TELLING = frozenset({"growing", "running", "planned"})
"""Stages that speak for a host."""
_LEAST_NEIGHBOURS = 2


@dataclass(frozen=True, slots=True)
class Host:
    """A member of a group, and the keys of what speaks for it."""

    id: int
    reasons: tuple[str, ...]


def hosts(groups: Iterable[Group], people: Mapping[int, Participant]) -> dict[int | None, Host]:
    """A host for each group by the group's id; a group of nobody in `people` has none.

    An organisation that hosts no other group goes first. Among those: whose experiment is furthest,
    then who works in the language of most members, then who is of the region of most. What is
    equal in all of it goes by content, so that the order of import never matters.
    """
    found: dict[int | None, Host] = {}
    busy: set[str] = set()
    for group in groups:
        members = [people[each] for each in group.members if each in people]
        if members:
            chosen, reasons = _chosen(members, busy)
            busy.add(chosen.organisation.key)
            found[group.id] = Host(chosen.id, reasons)
    return found


@dataclass(frozen=True, slots=True)
class _Common:
    """What is common in a group: the languages and the regions that most members have."""

    languages: frozenset[str]
    regions: frozenset[str]
    is_of_all: bool
    """Whether every member has one of those languages, so that it sets nobody apart."""

    def rank(self, each: Participant) -> tuple[int, int, bool, str]:
        """A sort key that puts first who suits best as a host."""
        stage = _stage(each)
        return (
            _STAGES.index(stage) if stage in _STAGES else len(_STAGES),
            -len(self.languages.intersection(each.languages)),
            each.organisation.region not in self.regions,
            each.identity,
        )

    def reasons(self, each: Participant) -> tuple[str, ...]:
        """Keys of what speaks for a host."""
        stage = _stage(each)
        has_language = not self.is_of_all and self.languages.intersection(each.languages)
        speaks_for = (
            f"host:{stage}" if stage in _TELLING else None,
            "host:language" if has_language else None,
            "host:region" if each.organisation.region in self.regions else None,
        )
        return tuple(filter(None, speaks_for))


def _chosen(members: Sequence[Participant], busy: set[str]) -> tuple[Participant, tuple[str, ...]]:
    common = _common(members)
    best = min(members, key=common.rank)
    chosen = min(members, key=lambda each: (each.organisation.key in busy, common.rank(each)))
    instead = () if chosen is best else ("host:no-other",)
    return chosen, (*common.reasons(chosen), *instead)


def _common(members: Sequence[Participant]) -> _Common:
    languages = _most((each.languages for each in members), least=len(members) // 2 + 1)
    return _Common(
        languages,
        _most(((each.organisation.region,) for each in members), least=_LEAST_NEIGHBOURS),
        is_of_all=all(languages.intersection(each.languages) for each in members),
    )


def _stage(participant: Participant) -> str | None:
    stage = participant.registration.value("stage")
    return stage if isinstance(stage, str) else None


def _most(told: Iterable[Iterable[str | None]], *, least: int) -> frozenset[str]:
    """What most members have, all of it where equally many do; nothing below the least."""
    counts = Counter(each for those in told for each in those if each)
    most = max(counts.values(), default=0)
    return frozenset(each for each in counts if counts[each] == most >= least)
