"""Needs in words: what experimenters' texts are about, against the mentors whose texts name it."""

from collections.abc import Container, Iterable, Sequence
from itertools import islice

from digikunta_cli.matching.sides import Experimenter, Mentor
from digikunta_cli.matching.terms import Named, by_term, is_subject, key_of, named_by, place, unlike
from digikunta_cli.outlook import WordNeed

MOST = 12
"""Needs that are told."""

_Term = tuple[str, tuple[Experimenter, ...]]


def needs_in_words(
    experimenters: Iterable[Experimenter], mentors: Iterable[Mentor], *, without: Container[int]
) -> tuple[WordNeed, ...]:
    """The needs that most exceed what is offered first: experimenters beyond the seats.

    A mentor's text need name a need only once to count, so that what is short is truly short.
    """
    asking, offering = sorted(experimenters, key=place), tuple(mentors)
    named, offered = named_by(asking), named_by(offering)
    terms = tuple(by_term(asking, named))
    those: dict[str, list[Mentor]] = {term: [] for term, _members in terms}
    for each in offering:
        for term in those.keys() & offered[each.id].keys():
            those[term].append(each)

    def use(found: _Term) -> tuple[int, int, int]:
        term, members = found
        return (
            _seats(those[term]) - len(members),
            -sum(each.id in without for each in members),
            -len(members),
        )

    found = unlike(sorted(terms, key=use), lambda each: each[1])
    return tuple(
        _need(term, members, those[term], named=named, without=without)
        for term, members in islice(found, MOST)
    )


def _seats(mentors: Iterable[Mentor]) -> int:
    return sum(each.capacity or 0 for each in mentors)


def _need(
    term: str,
    members: Sequence[Experimenter],
    mentors: Sequence[Mentor],
    *,
    named: Named,
    without: Container[int],
) -> WordNeed:
    return WordNeed(
        key=key_of(term, members, named),
        kind="subject" if is_subject(term) else "word",
        experimenters=len(members),
        without_mentor=sum(each.id in without for each in members),
        mentors=len(mentors),
        seats=_seats(mentors),
    )
