"""The network in figures: who takes part, what each topic asks and offers, who has a pair."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from digikunta_cli.model import SETTLED, Group, Left, Pair, PairState, Participant, Role
from digikunta_cli.outlook import Cure, Theme
from digikunta_cli.topics import TOPIC_KEYS

_LIVE = SETTLED | {PairState.PROPOSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicRow:
    """One topic: registrations, seats offered and wanted, experimenters with and without a pair.

    Who has several topics counts in each; the row "totals" counts everyone once. `matched` are
    experimenters with a pair that shares the topic, `unmatched` the others who may be paired.
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


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFacts:
    """Everything that a report before a meeting rests on."""

    date: str
    since: str | None
    """Date from which registrations are new; None where everything is."""
    everyone: tuple[Participant, ...]
    pairs: tuple[Pair, ...]
    """Live pairs: proposed and settled ones."""
    unmatched: tuple[Left, ...]
    cures: tuple[Cure, ...]
    """What would serve most of those left, as the last matching found it."""
    groups: tuple[Group, ...]
    themes: tuple[Theme, ...]
    """What experimenters could meet about, the most useful first."""
    was_matched: bool
    """Whether a matching has been run at all."""

    def of_role(self, role: Role) -> tuple[Participant, ...]:
        """The registrations of one role."""
        return tuple(each for each in self.everyone if each.role is role)

    def by_id(self) -> dict[int, Participant]:
        """Registrations by their id."""
        return {each.id: each for each in self.everyone}

    def both_roles(self) -> tuple[str, ...]:
        """Organisations that take part in both roles, by name."""
        return tuple(sorted({e.organisation.name for e in self.everyone if e.both_roles}))

    def new(self) -> tuple[Participant, ...]:
        """Registrations that came or changed since the last report."""
        return tuple(e for e in self.everyone if self.since is None or e.changed_at >= self.since)

    def kept_out(self) -> tuple[Participant, ...]:
        """Registrations that do not commit to sharing, and so stay out of the pairing."""
        return tuple(each for each in self.everyone if each.commitment is not True)

    def left_without(self) -> tuple[tuple[Participant, str | None], ...]:
        """Experimenters who may be paired and have no pair, each with the last matching's cause.

        None where the last matching knew no cause: what stood in its way came after it.
        """
        causes = {left.experimenter: left.cause for left in self.unmatched}
        return tuple(
            (each, causes.get(each.id)) for each in without_pair(self.everyone, self.pairs)
        )

    def cures_at_hand(self) -> tuple[Cure, ...]:
        """Cures as the last matching found them, while everyone they would serve is still left."""
        left = {each.id for each, _cause in self.left_without()}
        return tuple(each for each in self.cures if left.issuperset(each.experimenters))

    def states(self) -> dict[str, int]:
        """How many live pairs are in each state."""
        counts = Counter(pair.state for pair in self.pairs)
        return {state.value: counts[state] for state in PairState if counts[state]}


def live_pairs(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Pairs that are proposed or settled."""
    return tuple(pair for pair in pairs if pair.state in _LIVE)


def without_pair(everyone: Iterable[Participant], live: Iterable[Pair]) -> tuple[Participant, ...]:
    """Experimenters who may be paired and are in none of the live pairs."""
    paired = {pair.experimenter for pair in live}
    return tuple(each for each in everyone if may_be_paired(each) and each.id not in paired)


def topic_rows(facts: NetworkFacts) -> tuple[TopicRow, ...]:
    """A row a topic, in the official order, and the totals."""
    matched_in: dict[str, set[int]] = {topic: set() for topic in TOPIC_KEYS}
    for pair in facts.pairs:
        for topic in pair.topics:
            matched_in[topic].add(pair.experimenter)
    rows = [
        _topic_row(topic, [e for e in facts.everyone if topic in e.topics], matched_in[topic])
        for topic in TOPIC_KEYS
    ]
    return (*rows, _topic_row("totals", facts.everyone, {p.experimenter for p in facts.pairs}))


def _topic_row(topic: str, everyone: Sequence[Participant], matched: set[int]) -> TopicRow:
    mentors = [each for each in everyone if each.role is Role.MENTOR]
    experimenters = [each for each in everyone if each.role is Role.EXPERIMENTER]
    return TopicRow(
        topic=topic,
        mentors=len(mentors),
        experimenters=len(experimenters),
        capacity=sum(each.capacity or 0 for each in mentors),
        wanted=sum(each.wanted or 0 for each in experimenters),
        matched=sum(each.id in matched for each in experimenters),
        unmatched=sum(may_be_paired(each) and each.id not in matched for each in experimenters),
    )


def may_be_paired(participant: Participant) -> bool:
    """Whether an experimenter wants a mentor and commits to sharing results."""
    return participant.commitment is True and bool(participant.wanted)


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
