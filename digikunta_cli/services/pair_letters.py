"""`letters`: which letters are due about which pairs, and to whom; nothing is sent."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.letters import DUE, FITTING, Drafts, Receiver
from digikunta_cli.meeting import in_finland
from digikunta_cli.model import Pair
from digikunta_cli.services.pair_pages import Bundle, draft_of
from digikunta_cli.services.pairing import People, pair_of, people_of
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import pairs as store
from digikunta_cli.store.database import reading

_SETTLING = timedelta(weeks=3)
"""After an introduction, which lets both talk within two or three weeks."""
_ENDS: dict[Receiver, Callable[[Pair], int]] = {
    Receiver.MENTOR: lambda pair: pair.mentor,
    Receiver.EXPERIMENTER: lambda pair: pair.experimenter,
}
_RECEIVERS = {
    LetterKind.ASK_MENTOR: (Receiver.MENTOR,),
    LetterKind.ASK_EXPERIMENTER: (Receiver.EXPERIMENTER,),
    # Each is asked alone, so that each may answer openly.
    LetterKind.CHECK_IN: (Receiver.EXPERIMENTER, Receiver.MENTOR),
    LetterKind.RESULTS: (Receiver.EXPERIMENTER,),
}


def draft_letters(
    workspace: Workspace, ids: Sequence[int], asked: LetterKind | None = None, *, now: datetime
) -> Drafts:
    """The letters about these pairs, about all where none is named.

    Their state tells which, unless a kind is asked for; of all pairs those then get it that are
    due for it. How it goes is asked anew each month, and of a pair that is not named first some
    weeks after its last step. Raises UsageError where there is no such pair.
    """
    with reading(workspace.database) as db:
        people, found = people_of(db), store.pairs(db)
    chosen = [pair_of(found, id) for id in dict.fromkeys(ids)] or found
    is_all = not ids and asked is None
    kinds = [
        (
            pair,
            None if is_all and _is_early(pair, now) else _kind_for(pair, asked, is_named=bool(ids)),
        )
        for pair in chosen
    ]
    month = f"{in_finland(now):%Y-%m}"
    bundles = [
        bundle
        for kind in LetterKind
        for bundle in _bundles(kind, [pair for pair, due in kinds if due is kind], people, month)
    ]
    taken: set[str] = set()
    return Drafts(
        drafts=tuple(draft_of(bundle, people, workspace, taken) for bundle in bundles),
        without={
            pair.id: pair.state
            for pair, due in kinds
            if ids and due is None and pair.id is not None
        },
        apart=_apart(bundles),
    )


def _is_early(pair: Pair, now: datetime) -> bool:
    """Whether both need some time yet before they can tell how it goes."""
    is_asked_how = DUE.get(pair.state) is LetterKind.CHECK_IN
    return is_asked_how and now - datetime.fromisoformat(pair.changed_at) < _SETTLING


def _kind_for(pair: Pair, asked: LetterKind | None, *, is_named: bool) -> LetterKind | None:
    due = DUE.get(pair.state)
    if asked is None:
        return due
    if is_named:
        return asked if pair.state in FITTING[asked] else None
    return due if due is asked else None


def _bundles(
    kind: LetterKind, pairs: Iterable[Pair], people: People, month: str
) -> Iterator[Bundle]:
    """What to write letters about: a mentor's pairs, or an experimenter's, are told in one."""
    if kind is LetterKind.INTRODUCTION:
        for pair in pairs:
            yield from _introductions(pair, people)
        return
    for receiver in _RECEIVERS.get(kind, ()):
        by_end: dict[int, list[Pair]] = {}
        for pair in pairs:
            by_end.setdefault(_ENDS[receiver](pair), []).append(pair)
        for id, group in by_end.items():
            yield Bundle(
                kind=kind, receiver=receiver, to=(people[id],), pairs=tuple(group), month=month
            )


def _introductions(pair: Pair, people: People) -> Iterator[Bundle]:
    """One letter to both where both agreed to be known to each other, else one to each.

    A letter to both shows each the address of the other; one to each tells only of who agreed.
    """
    experimenter, mentor = people[pair.experimenter], people[pair.mentor]
    agreed = frozenset(each.id for each in (experimenter, mentor) if each.shares_contact)
    if len(agreed) == len((experimenter, mentor)):
        yield Bundle(
            kind=LetterKind.INTRODUCTION,
            receiver=Receiver.BOTH,
            to=(experimenter, mentor),
            pairs=(pair,),
            discloses=agreed,
        )
        return
    for receiver, one in ((Receiver.EXPERIMENTER, experimenter), (Receiver.MENTOR, mentor)):
        yield Bundle(
            kind=LetterKind.INTRODUCTION,
            receiver=receiver,
            to=(one,),
            pairs=(pair,),
            discloses=agreed - {one.id},
        )


def _apart(bundles: Sequence[Bundle]) -> tuple[int, ...]:
    """Ids of the pairs that are introduced in two letters."""
    ids = (
        bundle.pairs[0].id
        for bundle in bundles
        if bundle.kind is LetterKind.INTRODUCTION and bundle.receiver is not Receiver.BOTH
    )
    return tuple(dict.fromkeys(id for id in ids if id is not None))
