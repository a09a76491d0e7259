"""Candidates for theme events: what experimenters of several organisations could meet about.

A theme is a topic, or what at least three texts name more than once: a technique, a subject or a
word, as for peer groups. No likeness is computed, so that a report need not load what computes it.
"""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice

from digikunta_cli.matching.sides import OTHER, Experimenter, Mentor
from digikunta_cli.matching.terms import (
    SMALLEST,
    TIMES,
    Named,
    by_term,
    is_subject,
    key_of,
    named_by,
    place,
    unlike,
)
from digikunta_cli.outlook import Theme
from digikunta_cli.topics import TOPIC_KEYS

MOST_THEMES = 8
"""Whole topics are at most half of them, where there are enough others."""
MOST_SPEAKERS = 5
_TALKS = frozenset({"talk", "visit"})
_LANGUAGES = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class _Idea:
    """A theme that may be one: `term` is what texts name, None where it is a whole topic."""

    topic: str | None
    term: str | None
    members: tuple[Experimenter, ...]

    @property
    def kind(self) -> str:
        """As `Theme` has it."""
        if self.term is None:
            return "topic"
        return "subject" if is_subject(self.term) else "word"


def event_themes(
    experimenters: Iterable[Experimenter], mentors: Iterable[Mentor], *, without: Container[int]
) -> tuple[Theme, ...]:
    """The most useful themes: of most experimenters `without` a mentor first, then of most."""
    guests, hosts = sorted(experimenters, key=place), sorted(mentors, key=place)
    named = named_by(guests)

    def use(idea: _Idea) -> tuple[int, int]:
        return -sum(each.id in without for each in idea.members), -len(idea.members)

    recurring = filter(_can_meet, sorted(_by_term(guests, named), key=use))
    others = list(islice(unlike(recurring, lambda idea: idea.members), MOST_THEMES))
    topics = sorted(filter(_can_meet, _by_topic(guests)), key=use)
    topics = topics[: max(MOST_THEMES // 2, MOST_THEMES - len(others))]
    found = sorted((*topics, *others[: MOST_THEMES - len(topics)]), key=use)
    speaking = _Speakers(hosts)
    return tuple(_theme(each, named, speaking=speaking, without=without) for each in found)


def _by_topic(guests: Sequence[Experimenter]) -> Iterator[_Idea]:
    for topic in TOPIC_KEYS:
        if topic != OTHER:
            yield _Idea(topic, None, tuple(each for each in guests if topic in each.topics))


def _by_term(guests: Sequence[Experimenter], named: Named) -> Iterator[_Idea]:
    for term, members in by_term(guests, named):
        yield _Idea(_main_topic(members), term, members)


def _main_topic(members: Iterable[Experimenter]) -> str | None:
    counts = Counter(topic for each in members for topic in each.topics)
    told = [topic for topic in TOPIC_KEYS if topic != OTHER and counts[topic]]
    return max(told, key=lambda topic: counts[topic], default=None)


def _can_meet(idea: _Idea) -> bool:
    return _languages(idea.members) is not None


def _languages(members: Sequence[Experimenter]) -> tuple[str, ...] | None:
    """Languages in which most can take part, else the best one; None where too few can in any."""
    told = frozenset[str]().union(*(each.languages for each in members))
    if not told:
        return () if _are_enough(members) else None
    able = {
        language: [each for each in members if not each.languages or language in each.languages]
        for language in _LANGUAGES
        if language in told
    }
    counts = {language: len(each) for language, each in able.items() if _are_enough(each)}
    most = tuple(language for language in counts if 2 * counts[language] > len(members))
    best = max(counts, key=lambda language: counts[language], default=None)
    return most or ((best,) if best else None)


def _are_enough(members: Sequence[Experimenter]) -> bool:
    """Whether they are three or more, not all of one organisation."""
    return len(members) >= SMALLEST and any(
        one.bodies.isdisjoint(other.bodies) for one, other in combinations(members, 2)
    )


class _Speakers:
    """Mentors who commit to sharing, with what their texts name."""

    def __init__(self, mentors: Iterable[Mentor]) -> None:
        self.mentors = [each for each in mentors if each.committed]
        self.named = named_by(self.mentors)

    def about(self, idea: _Idea, languages: Sequence[str]) -> tuple[int, ...]:
        """Who offers talks or visits first, then whose text names it, then others of the topic."""
        suited = [
            each
            for each in self.mentors
            if (idea.topic in each.topics or self._times(each, idea) >= TIMES)
            and not (languages and each.languages and each.languages.isdisjoint(languages))
        ]
        best = sorted(
            suited, key=lambda each: (each.support.isdisjoint(_TALKS), not self._times(each, idea))
        )
        return tuple(each.id for each in best[:MOST_SPEAKERS])

    def _times(self, mentor: Mentor, idea: _Idea) -> int:
        return len(self.named[mentor.id].get(idea.term or "", ()))


def _theme(idea: _Idea, named: Named, *, speaking: _Speakers, without: Container[int]) -> Theme:
    languages = _languages(idea.members) or ()
    regions = Counter(each.region for each in idea.members if each.region)
    return Theme(
        key=_key(idea, named),
        kind=idea.kind,
        topic=idea.topic,
        experimenters=tuple(each.id for each in idea.members),
        speakers=speaking.about(idea, languages),
        languages=languages,
        regions=tuple(sorted(regions, key=lambda region: (-regions[region], region))),
        without_mentor=sum(each.id in without for each in idea.members),
    )


def _key(idea: _Idea, named: Named) -> str:
    """A topic's or subject's key, or a word."""
    return key_of(idea.term, idea.members, named) if idea.term else idea.topic or ""
