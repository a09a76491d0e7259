"""What experimenters want of the ministry, counted by experiment: a joint project counts once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digikunta_cli.model import Participant, Role
from digikunta_cli.reports.network.facts import NetworkFacts
from digikunta_cli.support import MEETS, SUPPORT_KEYS
from digikunta_cli.text import key

FUNDING_KEYS = ("yes", "maybe", "no", None)
"""Answers to whether an experiment needs funding; None for those that did not answer."""
DIGIKIRI_KEYS = ("yes", "interested", "no", "unsure", None)
"""Answers to whether somebody takes part in the digikiri study."""


@dataclass(frozen=True, slots=True)
class Experiment:
    """One experiment, whoever of a joint project registered it: its registrations by id."""

    registrations: tuple[Participant, ...]

    def wanted(self) -> frozenset[str]:
        """The forms of support that its registrations ask for."""
        return frozenset(
            form for each in self.registrations for form in each.registration.keys("support")
        )

    def funding(self) -> tuple[str | None, float | None]:
        """Whether it needs funding, and how many euros; of several answers the firmest.

        Where two are as firm, the one with a sum, then the latest.
        """
        firmest = max(self.registrations, key=_firmness)
        return _funding(firmest), _euros(firmest)


def _firmness(each: Participant) -> tuple[int, bool, str, int]:
    answered_at = str(each.registration.answered_at or "")
    rank = FUNDING_KEYS.index(_funding(each))
    return -rank, _euros(each) is not None, answered_at, each.id


def _funding(each: Participant) -> str | None:
    answer = each.registration.value("funding")
    return answer if isinstance(answer, str) and answer in FUNDING_KEYS else None


def _euros(each: Participant) -> float | None:
    """The euros that a registration asks for, where it told a sum that can be understood."""
    value = each.registration.value("funding_sum")
    return value if isinstance(value, (int, float)) and value > 0 else None


def experiments(facts: NetworkFacts) -> tuple[Experiment, ...]:
    """Every experiment once, in the order of its first registration.

    Registrations are of one experiment where the title is the same and one names the other's
    organisation as taking part.
    """
    by_title: dict[str, list[Participant]] = defaultdict(list)
    for each in facts.of_role(Role.EXPERIMENTER):
        title = key(each.title or "")
        by_title[title or f"#{each.id}"].append(each)
    found = [joint for alike in by_title.values() for joint in _joined(alike)]
    return tuple(sorted(found, key=lambda experiment: experiment.registrations[0].id))


def _joined(alike: list[Participant]) -> Iterable[Experiment]:
    """Registrations of one title, brought together where one takes part in the other."""
    by_lead: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(alike):
        by_lead[each.organisation.key].append(number)
    first = list(range(len(alike)))
    for number, each in enumerate(alike):
        for body in each.bodies - {each.organisation.key}:
            for other in by_lead.get(body, ())[:1]:
                _join(first, number, other)
    together: dict[int, list[Participant]] = defaultdict(list)
    for number, each in enumerate(alike):
        together[_root(first, number)].append(each)
    return (Experiment(tuple(each)) for each in together.values())


def _join(first: list[int], one: int, other: int) -> None:
    """Say that two are of one experiment; the lower number stands for both."""
    low, high = sorted((_root(first, one), _root(first, other)))
    first[high] = low


def _root(first: list[int], number: int) -> int:
    while first[number] != number:
        first[number] = number = first[first[number]]
    return number


@dataclass(frozen=True, slots=True, kw_only=True)
class FormRow:
    """A form of support: experiments that want it, mentors that offer the like.

    `offered` is None where no mentor could, so that only the ministry can.
    """

    form: str
    wanted: int
    offered: int | None


def form_rows(facts: NetworkFacts, every: Sequence[Experiment]) -> tuple[FormRow, ...]:
    """The forms that any experiment wants, in the order of the invitation."""
    wanted = Counter(form for each in every for form in each.wanted())
    offers = [frozenset(m.registration.keys("support")) for m in facts.of_role(Role.MENTOR)]
    return tuple(
        FormRow(
            form=form,
            wanted=wanted[form],
            offered=sum(bool(MEETS[form] & each) for each in offers) if form in MEETS else None,
        )
        for form in SUPPORT_KEYS
        if form in wanted
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FundingRow:
    """Experiments that answered alike: how many, how many told a sum, and the euros of those.

    The euros of different answers are never added up.
    """

    answer: str | None
    experiments: int
    with_sum: int
    euros: float


def funding_rows(every: Iterable[Experiment]) -> tuple[FundingRow, ...]:
    """A row an answer, "yes" first and those that did not answer last."""
    told = [each.funding() for each in every]
    return tuple(_funding_row(answer, told) for answer in FUNDING_KEYS)


def _funding_row(answer: str | None, told: list[tuple[str | None, float | None]]) -> FundingRow:
    those = [euros for each, euros in told if each == answer]
    sums = [euros for euros in those if euros is not None]
    total = round(sum(sums), 2)
    return FundingRow(answer=answer, experiments=len(those), with_sum=len(sums), euros=total)


def sharing_one(every: Iterable[Experiment]) -> int:
    """How many registrations are about an experiment that another one is about already."""
    return sum(len(each.registrations) - 1 for each in every)


def digikiri(each: Participant) -> str | None:
    """What a registration answered about the digikiri study."""
    answer = each.registration.value("digikiri")
    return answer if isinstance(answer, str) and answer in DIGIKIRI_KEYS else None


def share_of_asked(frame: float | None, asked: float) -> int | None:
    """How many per cent of what is asked for there is to give; None where either is not told."""
    return int(100 * frame / asked + 0.5) if frame and asked else None
