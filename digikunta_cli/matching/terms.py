"""What several texts are about: techniques, subjects and words that recur in them.

No likeness is computed, so that a report need not load what computes it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from digikunta_cli.matching.concepts import mentions
from digikunta_cli.matching.sides import Side

SMALLEST = 3
"""Experimenters whose texts are about a term at least."""
TIMES = 2
"""Times that a text names what it is about; what it names once it may name in passing."""

Named = Mapping[int, Mapping[str, Sequence[str]]]
"""What texts name, each time as they spell it: by id and term, as `mentions` has them."""
AnySide = TypeVar("AnySide", bound=Side)
Found = TypeVar("Found")


def place(side: Side) -> tuple[str, int]:
    """A sort key that puts sides in an order that their content gives."""
    return side.order, side.id


def named_by(sides: Iterable[Side]) -> Named:
    """What the text of each side names."""
    return {each.id: mentions(each.text) for each in sides}


def by_term(sides: Iterable[AnySide], named: Named) -> Iterator[tuple[str, tuple[AnySide, ...]]]:
    """Terms with the sides whose texts are about them, three or more.

    Techniques and subjects come before words; words that only name one of them are left out.
    """
    members: dict[str, list[AnySide]] = {}
    for each in sides:
        for term, spelled in named[each.id].items():
            if len(spelled) >= TIMES:
                members.setdefault(term, []).append(each)
    for term in sorted(members, key=lambda term: (not is_subject(term), term)):
        those = tuple(members[term])
        if len(those) >= SMALLEST and not _only_names_subjects(term, those, named):
            yield term, those


def _only_names_subjects(term: str, members: Iterable[Side], named: Named) -> bool:
    """Whether a word is one that stands for a technique or subject however it is spelled."""
    if is_subject(term):
        return False
    spelled = (word for each in members for word in named[each.id][term])
    return all(any(map(is_subject, mentions(word))) for word in spelled)


def unlike(found: Iterable[Found], members: Callable[[Found], Iterable[Side]]) -> Iterator[Found]:
    """Those found, but for what only sides of one before are about: it says the same."""
    before: list[frozenset[int]] = []
    for each in found:
        ids = frozenset(side.id for side in members(each))
        if not any(ids <= those for those in before):
            before.append(ids)
            yield each


def is_subject(term: str) -> bool:
    """Whether a term is a technique or a subject, and not a word."""
    return term.startswith("=")


def key_of(term: str, members: Iterable[Side], named: Named) -> str:
    """A subject's key; a word as it is spelled most often, shortest if there are two."""
    if is_subject(term):
        return term.removeprefix("=")
    spelled = Counter(word for each in members for word in named[each.id][term])
    return min(spelled, key=lambda word: (-spelled[word], len(word), word))
