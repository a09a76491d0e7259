"""What `match --explain` says: mentors for one experimenter side by side, and why not another."""

from collections import Counter
from collections.abc import Iterable, Sequence

from digikunta_cli.document import Cell, Column, Document, Json, Part, Table, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.names import Names
from digikunta_cli.outlook import Move, Price
from digikunta_cli.reports.cures import cure_hoped
from digikunta_cli.reports.facts import Candidate, Explained
from digikunta_cli.text import finnish_order


def build(explained: Explained, names: Names) -> Document:
    """Its mentors and the next best side by side, and what became of each; JSON has all."""
    shown = [each for each in explained.candidates if each.is_shown]
    parts: list[Part] = [
        *_left(explained, names),
        _points(shown, names),
        *_untold(shown, names),
        _became(shown, explained, names),
        *_others(explained.candidates),
    ]
    return Document(
        title=_("Mentors for {who}").format(who=names.who(explained.experimenter)),
        parts=tuple(part for part in parts if not isinstance(part, Table) or part.rows),
        data=[_data(each, explained, names) for each in explained.candidates],
    )


def build_why_not(explained: Explained, names: Names) -> Document:
    """Why one mentor has no pair with the experimenter, or that it has."""
    (asked,) = explained.candidates
    title = _("{mentor} for {who}")
    moves = asked.price.moves if asked.price else ()
    others = [each for each in moves if each.experimenter != explained.experimenter.id]
    said = (_verdict(asked, explained, names), *_moved(others, explained, names))
    return Document(
        title=title.format(
            mentor=names.organisation(asked.mentor), who=names.who(explained.experimenter)
        ),
        parts=(Text(said),),
        data={
            "experimenter": explained.experimenter.id,
            **_data(asked, explained, names),
            "text": " ".join(said),
        },
    )


def _left(explained: Explained, names: Names) -> list[Part]:
    left = explained.left
    if left is None:
        return []
    cause = _("It is left without a mentor: {cause}").format(cause=left.text)
    cure = cure_hoped(left.cure, explained.participants, names) if left.cure else ""
    return [Text(tuple(filter(None, (cause, cure))), "warning")]


def _points(shown: Sequence[Candidate], names: Names) -> Table:
    """A row a criterion that tells anything, a column a mentor."""
    criteria = list(dict.fromkeys(part for each in shown for part in each.parts))
    rows: list[tuple[Cell, ...]] = [
        (label(part), *(each.parts.get(part, 0) for each in shown))
        for part in criteria
        if any(each.parts.get(part) for each in shown)
    ]
    return Table(
        "points",
        _("Points side by side"),
        (
            Column("criterion", _("points for")),
            *(
                Column(f"mentor-{each.mentor.id}", names.organisation(each.mentor), "number")
                for each in shown
            ),
        ),
        (*rows, (_("together"), *(each.score for each in shown))) if shown else (),
        total=True,
    )


def _untold(shown: Sequence[Candidate], names: Names) -> list[Part]:
    """Which points are neutral because somebody did not tell, and with which mentors."""
    mentors: dict[str, list[str]] = {}
    for each in shown:
        for part in each.not_told:
            mentors.setdefault(part, []).append(names.organisation(each.mentor))
    if not mentors:
        return []
    told = "; ".join(
        label(part) if len(who) == len(shown) else f"{label(part)} ({', '.join(who)})"
        for part, who in mentors.items()
    )
    return [Text((_("Not told, so counted half: {told}.").format(told=told),), "faint")]


def _became(shown: Sequence[Candidate], explained: Explained, names: Names) -> Table:
    return Table(
        "candidates",
        _("What became of them"),
        (
            Column("id", _("id"), "number"),
            Column("mentor", _("mentor")),
            Column("status", _("what became of it"), "lines"),
        ),
        tuple(
            (
                each.mentor.id,
                names.organisation(each.mentor),
                (_verdict(each, explained, names),),
            )
            for each in shown
        ),
    )


def _others(candidates: Iterable[Candidate]) -> list[Part]:
    """How many are not shown, by what became of them."""
    counts = Counter(label(each.status) for each in candidates if not each.is_shown)
    if not counts:
        return []
    told = "; ".join(f"{said} ({count})" for said, count in counts.most_common())
    return [Text((_("Not shown: {told}.").format(told=told),), "faint")]


def _verdict(candidate: Candidate, explained: Explained, names: Names) -> str:
    """What became of a mentor, and what pairing the two would cost."""
    said = [_status(candidate, explained, names)]
    if candidate.price is not None:
        said.append(_cost(candidate.price, explained, names))
    elif candidate.status in ("taken", "free"):
        said.append(_("Settled pairs leave no room for this one."))
    return " ".join(said)


def _status(candidate: Candidate, explained: Explained, names: Names) -> str:
    if candidate.status == "paired":
        return _("It has the pair.")
    if candidate.status == "next":
        return _("The next matching would propose this pair.")
    if candidate.rules:
        return " ".join((_("Forbidden."), *candidate.rules.values()))
    if candidate.status == "not-asked":
        return _("Allowed, but the experimenter asks for no mentor.")
    if candidate.status == "free":
        return _("Allowed, and it has a free seat.")
    if len(candidate.taken_by) > candidate.seats:
        return _overbooked(candidate, explained, names)
    if not candidate.seats:
        return _("Allowed, but it has no seats.")
    return plural(
        "Allowed, but its only seat is taken: {holders}.",
        "Allowed, but its {seats} seats are taken: {holders}.",
        candidate.seats,
    ).format(seats=candidate.seats, holders=_holders(candidate, explained, names))


def _overbooked(candidate: Candidate, explained: Explained, names: Names) -> str:
    said = plural(
        "Allowed, but it has {seats} seat and {taken} on it: {holders}.",
        "Allowed, but it has {seats} seats and {taken} on them: {holders}.",
        candidate.seats,
    )
    return said.format(
        seats=candidate.seats,
        taken=len(candidate.taken_by),
        holders=_holders(candidate, explained, names),
    )


def _holders(candidate: Candidate, explained: Explained, names: Names) -> str:
    """The organisations on a mentor's seats."""
    holders = {names.organisation(explained.participants[id]) for id in candidate.taken_by}
    return ", ".join(sorted(holders, key=finnish_order))


def _cost(price: Price, explained: Explained, names: Names) -> str:
    """What a pair would change in points, and who would lose or get a mentor by it."""
    said = _points_changed(price.total)
    losers = [each for each in price.moves if not each.after]
    if not losers:
        return _("To pair them: {points}, and nobody loses a mentor.").format(points=said)
    who = ", ".join(names.who(explained.participants[each.experimenter]) for each in losers)
    return _("To pair them: {points}, and without a mentor: {who}.").format(points=said, who=who)


def _points_changed(total: int) -> str:
    if total == 0:
        return _("no points lost")
    lost = plural("{points} point less", "{points} points less", -total)
    gained = plural("{points} point more", "{points} points more", total)
    return (lost if total < 0 else gained).format(points=abs(total))


def _moved(moves: Iterable[Move], explained: Explained, names: Names) -> tuple[str, ...]:
    """Who would go from which mentor to which; those who lose theirs are named already."""
    people = explained.participants

    def mentors(ids: Iterable[int]) -> str:
        return ", ".join(names.organisation(people[id]) for id in ids) or "–"

    return tuple(
        _("{who}: {before} -> {after}.").format(
            who=names.who(people[each.experimenter]),
            before=mentors(each.before),
            after=mentors(each.after),
        )
        for each in moves
        if each.after
    )


def _data(candidate: Candidate, explained: Explained, names: Names) -> dict[str, Json]:
    return {
        "mentor": candidate.mentor.id,
        "score": candidate.score,
        "parts": dict(candidate.parts),
        "reasons": list(names.reasons(candidate.parts, candidate.facts)),
        "not_told": list(candidate.not_told),
        "status": candidate.status,
        "rules": list(candidate.rules),
        "seats": candidate.seats,
        "taken_by": list(candidate.taken_by),
        "cost": _price_data(candidate.price),
        "text": _verdict(candidate, explained, names),
    }


def _price_data(price: Price | None) -> Json:
    if price is None:
        return None
    return {
        "covered": price.covered,
        "total_score": price.total,
        "loses": [each.experimenter for each in price.moves if not each.after],
        "gains": [each.experimenter for each in price.moves if not each.before],
        "moves": [
            {
                "experimenter": each.experimenter,
                "from": list(each.before),
                "to": list(each.after),
            }
            for each in price.moves
        ],
    }
