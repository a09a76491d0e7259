"""What a newer export brought, told by organisation; personal answers only as changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from digikunta_cli.importing.form import questions_of
from digikunta_cli.model import Answer, Registration, Role, Value
from digikunta_cli.reports.change import Change
from digikunta_cli.services.keeping import Judged

_PUBLIC = frozenset({"organisation", "title"})
"""Texts that are nobody's personal answers: what a registration is called."""

Known = Mapping[int, tuple[str, Registration]]
"""Organisation and answers of registrations, by id."""


def told(judged: Sequence[Judged], before: Known) -> list[Change]:
    """What is new, changed and sent again, in the order of the file.

    Where nothing of the file was known, everything is new and nothing is worth telling.
    """
    is_second = any(each.verdict != "new" for each in judged)
    changes: list[Change] = []
    for each in judged:
        if each.verdict == "changed":
            changes.extend(_changed(each, *before[each.id]))
        elif each.is_again or (each.verdict == "new" and is_second):
            name = each.winner[2].organisation.name
            kind = "again" if each.is_again else "new"
            changes.append(Change(registration=each.id, organisation=name, kind=kind))
    return changes


def _changed(judged: Judged, organisation: str, old: Registration) -> Iterable[Change]:
    return differences(judged.id, organisation, old, judged.winner[0])


def differences(
    id: int, organisation: str, old: Registration, new: Registration
) -> Iterable[Change]:
    """What a registration answers otherwise than before; personal answers only as changed."""
    for name in dict.fromkeys((*old.answers, *new.answers)):
        before, after = old.answers.get(name), new.answers.get(name)
        if _meaning(before) != _meaning(after):
            is_private = _is_private(old.role, name)
            yield Change(
                registration=id,
                organisation=organisation,
                kind="changed",
                field=name,
                old=None if is_private else before,
                new=None if is_private else after,
            )
    for heading in dict.fromkeys((*old.extras, *new.extras)):
        if old.extras.get(heading) != new.extras.get(heading):
            yield Change(registration=id, organisation=organisation, kind="changed", field=heading)


def _meaning(answer: Answer | None) -> Value:
    """What of an answer is compared: its value where it was understood, else its text."""
    if answer is None:
        return None
    return answer.text if answer.value is None else answer.value


def _is_private(role: Role, name: str) -> bool:
    if name in _PUBLIC:
        return False
    question = questions_of(role).get(name)
    return question is None or question.is_private or name.startswith("contact_")


def missing_now(earlier: Iterable[frozenset[int]], present: frozenset[int]) -> frozenset[int]:
    """The registrations of earlier files of the same form that a file does not hold.

    A file is of the same form as an earlier one where it holds at least half of its registrations.
    """
    gone: set[int] = set()
    for held in earlier:
        if 2 * len(held & present) >= len(held):
            gone |= held - present
    return frozenset(gone)


def departed(known: Known, newest: datetime | None, here: Known) -> list[Change]:
    """Who may have withdrawn; not whoever answered after the file's newest answer.

    Of those the file cannot tell: it may have been exported before they answered. An experiment may
    only have been renamed where one that is `here` has its organisation and its answer's number.
    """
    titles = {
        (organisation, registration.response_id): (id, registration.answers["title"])
        for id, (organisation, registration) in here.items()
        if "title" in registration.answers
    }
    return [
        _departed(id, organisation, old, titles.get((organisation, old.response_id)))
        for id, (organisation, old) in known.items()
        if old.answered_at is None or newest is None or old.answered_at <= newest
    ]


def _departed(
    id: int, organisation: str, old: Registration, here: tuple[int, Answer] | None
) -> Change:
    change = Change(registration=id, organisation=organisation, kind="gone")
    title = old.answers.get("title")
    if here is None or here[1] == title:
        return change
    return replace(change, field="title", old=title, new=here[1], renamed=here[0])


def with_renamed(changes: Iterable[Change], gone: Iterable[Change]) -> list[Change]:
    """The changes, where what is new and may be one of the gone says so."""
    former = {each.renamed: each.registration for each in gone}
    return [
        replace(each, renamed=former.get(each.registration)) if each.kind == "new" else each
        for each in changes
    ]
