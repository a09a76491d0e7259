"""Whether a pair may be made by hand: a round's rules, the mentor's seats, the wishes."""

from collections.abc import Iterable, Iterator, Sequence

from digikunta_cli.errors import UsageError
from digikunta_cli.matching.rules import Candidate, explanation, flags_of, forbidding
from digikunta_cli.model import SETTLED, Forbidden, Pair, Participant
from digikunta_cli.services.sides import experimenter_side, mentor_side

_OVERRULED = frozenset({"nothing-in-common"})
"""Rules that rest on what the program makes of texts, where a coordinator may know better."""


def check_rules(
    experimenter: Participant, mentor: Participant, *, forbidden: Iterable[Forbidden]
) -> tuple[str, ...]:
    """What there is to look at in a pair made by hand; raises UsageError where a rule forbids it.

    That it was declined before forbids nothing here: whoever makes it knows.
    """
    ruled_out = {(each.experimenter, each.mentor) for each in forbidden}
    candidate = Candidate(
        experimenter=experimenter_side(experimenter),
        mentor=mentor_side(mentor),
        was_forbidden=(experimenter.id, mentor.id) in ruled_out,
    )
    for rule in forbidding(candidate):
        if rule not in _OVERRULED:
            raise UsageError("pair-forbidden", rule=explanation(rule).rstrip("."))
    return flags_of(candidate)


def check_seat(pairs: Sequence[Pair], mentor: Participant, *, but: int | None = None) -> None:
    """Raise UsageError where all seats are taken by settled and locked pairs, `but` one aside."""
    used = sum(pair.mentor == mentor.id for pair in _held(pairs, but))
    if mentor.capacity is not None and used >= mentor.capacity:
        raise UsageError("no-seat", used=used, capacity=mentor.capacity)


def check_wish(
    pairs: Sequence[Pair], experimenter: Participant, *, but: int | None = None
) -> tuple[str, ...]:
    """Raise UsageError where settled and locked pairs, `but` one aside, are all that is wanted.

    Who asks for no mentor may have one all the same; that is something to look at.
    """
    used = sum(pair.experimenter == experimenter.id for pair in _held(pairs, but))
    wanted = experimenter.wanted or 0
    if used >= max(wanted, 1):
        raise UsageError("no-wish", used=used, wanted=wanted)
    return () if wanted else ("not-asked",)


def _held(pairs: Iterable[Pair], but: int | None) -> Iterator[Pair]:
    """The pairs that stay whatever a round brings."""
    return (pair for pair in pairs if pair.id != but and (pair.is_locked or pair.state in SETTLED))
