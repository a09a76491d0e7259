"""The network in figures: what each topic asks and offers, who takes part from where."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

from digikunta_cli.model import Participant, Role
from digikunta_cli.reports.network.facts import NetworkFacts
from digikunta_cli.topics import TOPIC_KEYS


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """One topic: registrations, seats offered and wanted, experimenters with and without a pair.

    Who has several topics counts in each; the row "totals" counts everyone once. `matched` are
    experimenters with a pair that shares the topic, `unmatched` the others who still ask for one.
    """

    topic: str
    mentors: int
    experimenters: int
    capacity: int
    wanted: int
    matched: int
    unmatched: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """How many mentors and experimenters share a type, region or language."""

    key: str | None
    mentors: int
    experimenters: int


def topic_rows(facts: NetworkFacts) -> tuple[TopicRow, ...]:
    """A row a topic that the report is about, in the official order, and the totals."""
    matched_in: dict[str, set[int]] = {topic: set() for topic in TOPIC_KEYS}
    for pair in facts.pairs:
        for topic in pair.topics:
            matched_in[topic].add(pair.experimenter)
    asking = facts.asking()
    rows = [
        _topic_row(
            topic,
            [each for each in facts.everyone if topic in each.topics],
            matched=matched_in[topic],
            asking=asking,
        )
        for topic in facts.topics
    ]
    matched = {pair.experimenter for pair in facts.pairs}
    return (*rows, _topic_row("totals", facts.everyone, matched=matched, asking=asking))


def _topic_row(
    topic: str, everyone: Sequence[Participant], *, matched: Set[int], asking: Set[int]
) -> TopicRow:
    mentors = [each for each in everyone if each.role is Role.MENTOR]
    experimenters = [each for each in everyone if each.role is Role.EXPERIMENTER]
    return TopicRow(
        topic=topic,
        mentors=len(mentors),
        experimenters=len(experimenters),
        capacity=sum(each.capacity or 0 for each in mentors),
        wanted=sum(each.wanted or 0 for each in experimenters),
        matched=sum(each.id in matched for each in experimenters),
        unmatched=sum(each.id in asking and each.id not in matched for each in experimenters),
    )


def by_type(facts: NetworkFacts) -> tuple[CountRow, ...]:
    """Registrations by type of organisation, most first."""
    return _counted(facts.everyone, lambda each: (each.organisation.type.value,))


def by_region(facts: NetworkFacts) -> tuple[CountRow, ...]:
    """Registrations by region of the lead, most first; None gathers those without one."""
    return _counted(facts.everyone, lambda each: (each.organisation.region,))


def by_language(facts: NetworkFacts) -> tuple[CountRow, ...]:
    """Registrations by language; who can work in several counts in each."""
    return _counted(facts.everyone, lambda each: each.languages or (None,))


def _counted(
    everyone: Iterable[Participant], keys: Callable[[Participant], tuple[str | None, ...]]
) -> tuple[CountRow, ...]:
    counts: Counter[tuple[str | None, Role]] = Counter()
    for each in everyone:
        counts.update((key, each.role) for key in keys(each))
    rows = [
        CountRow(
            key=key,
            mentors=counts[key, Role.MENTOR],
            experimenters=counts[key, Role.EXPERIMENTER],
        )
        for key in {key for key, _role in counts}
    ]
    return tuple(
        sorted(
            rows, key=lambda row: (row.key is None, -row.mentors - row.experimenters, row.key or "")
        )
    )
