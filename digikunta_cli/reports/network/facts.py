"""What a report before a meeting rests on: who takes part, who has a pair, what was found."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from digikunta_cli.ideas import AnsweredIdea
from digikunta_cli.meeting import Meeting
from digikunta_cli.model import SETTLED, Group, Left, Pair, PairState, Participant, Role
from digikunta_cli.outlook import Cure, Theme, WordNeed
from digikunta_cli.reports.change import Change
from digikunta_cli.reports.network.coverage_facts import MunicipalityFacts
from digikunta_cli.topics import TOPIC_KEYS
from digikunta_cli.wishes import ended_of, wishes_left

_LIVE = SETTLED | {PairState.PROPOSED}


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFacts:
    """Everything that a report before a meeting rests on."""

    date: str
    since: str | None
    """ISO date or moment from which registrations are new; None where everything is."""
    everyone: tuple[Participant, ...]
    pairs: tuple[Pair, ...]
    """Live pairs, proposed and settled, of anyone; the other side may be left out of the report."""
    unmatched: tuple[Left, ...]
    cures: tuple[Cure, ...]
    """What would serve most of those left, as the last matching found it."""
    groups: tuple[Group, ...]
    themes: tuple[Theme, ...]
    """What experimenters could meet about, the most useful first."""
    was_matched: bool
    """Whether a matching has been run at all."""
    changes: tuple[Change, ...] = ()
    """What registrations that were there before `since` answer otherwise now."""
    moved: tuple[Pair, ...] = ()
    """Pairs that came to their state, whatever it is, after `since`."""
    answered: Mapping[int, AnsweredIdea] = field(default_factory=dict)
    """Ideas that were answered, by registration; it may tell another one by now."""
    needs_in_words: tuple[WordNeed, ...] = ()
    """What experimenters' texts are about, what most exceeds the seats offered first."""
    without_peer: tuple[int, ...] = ()
    """Experimenters in no peer group, once a matching formed some."""
    municipalities: tuple[MunicipalityFacts, ...] = ()
    """All there are, whether they take part or not."""
    left_out: int = 0
    """Registrations that the report is not about."""
    unpermitted: Mapping[Role, int] | None = None
    """How many of each role did not permit publishing; None where that was not asked."""
    ended: tuple[Pair, ...] = ()
    """Pairs of anyone that came to their end."""
    fallen: tuple[Pair, ...] = ()
    """Pairs of anyone that came to nothing: declined, or did not happen."""
    is_outdated: bool = False
    """Whether answers, or seats that came free, are newer than the last matching."""
    meeting: Meeting | None = None
    """The meeting that it is for; those in it are invited then."""

    @property
    def topics(self) -> tuple[str, ...]:
        """Topics that it is about: those of its meeting, if that has any, else all."""
        return (self.meeting.topics if self.meeting else ()) or TOPIC_KEYS

    def of_role(self, role: Role) -> tuple[Participant, ...]:
        """The registrations of one role."""
        return tuple(each for each in self.everyone if each.role is role)

    def by_id(self) -> dict[int, Participant]:
        """Registrations by their id."""
        return {each.id: each for each in self.everyone}

    def shown_pairs(self) -> tuple[Pair, ...]:
        """Live pairs of which both sides are in the report."""
        return self._of_those_here(self.pairs)

    def _of_those_here(self, pairs: Iterable[Pair]) -> tuple[Pair, ...]:
        here = {each.id for each in self.everyone}
        return tuple(p for p in pairs if p.experimenter in here and p.mentor in here)

    def paired_away(self) -> frozenset[int]:
        """Those in the report whose pairs are all with somebody who is not."""
        away = _ends(self.pairs) - _ends(self.shown_pairs())
        return frozenset(each.id for each in self.everyone if each.id in away)

    @property
    def is_partial(self) -> bool:
        """Whether there are some of whom it may not tell, so that no count is the network's."""
        return any((self.unpermitted or {}).values())

    def hides(self, role: Role) -> bool:
        """Whether it may tell of nobody of a role, though there are some."""
        return bool((self.unpermitted or {}).get(role)) and not self.of_role(role)

    def permitted(self) -> "NetworkFacts":
        """The same about those who permitted publishing only."""
        away = Counter(each.role for each in self.everyone if not each.may_be_published)
        here = self.narrowed({each.id for each in self.everyone if each.may_be_published})
        return replace(here, unpermitted={role: away[role] for role in Role})

    def narrowed(self, ids: Container[int]) -> "NetworkFacts":
        """The same about these registrations only.

        Pairs stay, so that nobody seems to be without one whose other side is left out. Of a group
        the members here stay, where they are two or more; what they share may be of others' words.
        """
        return replace(
            self,
            everyone=tuple(each for each in self.everyone if each.id in ids),
            groups=tuple(_narrowed_groups(self.groups, ids)),
            without_peer=tuple(id for id in self.without_peer if id in ids),
            left_out=self.left_out + sum(each.id not in ids for each in self.everyone),
        )

    def in_both_roles(self) -> tuple[Participant, ...]:
        """Registrations of organisations that are in the report in both roles.

        A role that is left out of it must not show through the other one.
        """
        mentors, experimenters = (
            {each.organisation.key for each in self.of_role(role)} for role in Role
        )
        both = mentors & experimenters
        return tuple(each for each in self.everyone if each.organisation.key in both)

    def both_roles(self) -> tuple[str, ...]:
        """Organisations that take part in both roles, by name."""
        return tuple(sorted({each.organisation.name for each in self.in_both_roles()}))

    def new(self) -> tuple[Participant, ...]:
        """Registrations that came or changed since the last report."""
        return tuple(e for e in self.everyone if self.since is None or e.changed_at >= self.since)

    def kept_out(self) -> tuple[Participant, ...]:
        """Registrations that do not commit to sharing, and so stay out of the pairing."""
        return tuple(each for each in self.everyone if each.commitment is not True)

    def left_without(self) -> tuple[tuple[Participant, str | None], ...]:
        """Experimenters who still ask and have no pair, each with the last matching's cause.

        None where the last matching knew no cause: what stood in its way came after it.
        """
        causes = {left.experimenter: left.cause for left in self.unmatched}
        left = without_pair(self.everyone, (*self.pairs, *self.ended))
        return tuple((each, causes.get(each.id)) for each in left)

    def finished(self) -> tuple[Participant, ...]:
        """Experimenters whose pairs came to their end, and who ask for no more."""
        ended, paired = ended_of(self.ended), {pair.experimenter for pair in self.pairs}
        return tuple(
            each
            for each in self.everyone
            if each.id in ended and each.id not in paired and not wishes_left(each, ended)
        )

    def asking_none(self) -> tuple[Participant, ...]:
        """Experimenters without a pair who could have one, but ask for no mentor."""
        told = {pair.experimenter for pair in self.pairs}
        told |= {each.id for each, _cause in self.left_without()}
        told |= {each.id for each in (*self.finished(), *self.kept_out())}
        return tuple(each for each in self.of_role(Role.EXPERIMENTER) if each.id not in told)

    def asking(self) -> frozenset[int]:
        """Experimenters who may be paired, whether they are or not, but those who are finished."""
        finished = {each.id for each in self.finished()}
        able = {each.id for each in self.everyone if may_be_paired(each)}
        return frozenset(able - finished)

    def cures_at_hand(self) -> tuple[Cure, ...]:
        """Cures as the last matching found them, while everyone they would serve is still left.

        Nobody needs a seat more at a mentor of whom one became free since.
        """
        left = {each.id for each, _cause in self.left_without()}
        here = {None, *(each.id for each in self.everyone)}
        free = self._with_free_seats()
        return tuple(
            each
            for each in self.cures
            if left.issuperset(each.experimenters)
            and each.mentor in here
            and not (each.kind == "seat" and each.mentor in free)
        )

    def _with_free_seats(self) -> frozenset[int]:
        """Mentors who told of more seats than their live pairs take."""
        taken = Counter(pair.mentor for pair in self.pairs)
        return frozenset(
            each.id for each in self.of_role(Role.MENTOR) if taken[each.id] < (each.capacity or 0)
        )

    def states(self) -> dict[str, int]:
        """How many live pairs are in each state."""
        return _by_state(self.shown_pairs())

    def closed_states(self) -> dict[str, int]:
        """How many pairs are over, by how they ended."""
        return _by_state(self._of_those_here((*self.ended, *self.fallen)))


def _by_state(pairs: Iterable[Pair]) -> dict[str, int]:
    counts = Counter(pair.state for pair in pairs)
    return {state.value: counts[state] for state in PairState if counts[state]}


def _narrowed_groups(groups: Iterable[Group], ids: Container[int]) -> Iterator[Group]:
    for group in groups:
        members = tuple(id for id in group.members if id in ids)
        if members == group.members:
            yield group
        elif len(members) > 1:
            yield replace(group, members=members, shared=())


def live_pairs(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """Pairs that are proposed or settled."""
    return tuple(pair for pair in pairs if pair.state in _LIVE)


def without_pair(everyone: Iterable[Participant], pairs: Iterable[Pair]) -> tuple[Participant, ...]:
    """Experimenters who may be paired, still ask, and are in none of the live pairs."""
    every = tuple(pairs)
    ended, paired = ended_of(every), {pair.experimenter for pair in live_pairs(every)}
    return tuple(
        each
        for each in everyone
        if each.id not in paired and may_be_paired(each) and wishes_left(each, ended)
    )


def may_be_paired(participant: Participant) -> bool:
    """Whether an experimenter wants a mentor and commits to sharing results."""
    return bool(participant.wanted) and participant.commitment is True


def _ends(pairs: Iterable[Pair]) -> set[int]:
    """Both ends of pairs."""
    return {end for pair in pairs for end in (pair.experimenter, pair.mentor)}
