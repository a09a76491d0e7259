"""Unmet needs: who is left without a mentor, why, and what would help."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import itemgetter

from digikunta_cli.document import Column, Json, Line, Part, Table, Text
from digikunta_cli.locale import _, mark
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Participant, Role
from digikunta_cli.reports.cures import cures_data, cures_text
from digikunta_cli.reports.network.section import Section, View
from digikunta_cli.text import finnish_order

_Row = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""Who is left, why, and which topics and languages they have."""


def _parts(view: View) -> tuple[Part, ...]:
    helps = _helps(view)
    return (*_outdated(view), _table(view), *([helps] if helps.lines else []), _finished(view))


def _outdated(view: View) -> tuple[Text, ...]:
    """That the causes may hold no more, where somebody is left and things changed since.

    What coordinators have to do is not for everybody.
    """
    holds = view.wish.is_public or not view.facts.is_outdated
    if holds or not view.facts.left_without():
        return ()
    said = _(
        "Things have changed since the last matching, and seats may have come free."
        " Match again: digikunta match."
    )
    return (Text((said,), "warning"),)


def _helps(view: View) -> Text:
    """What would serve those who are left, and those who do not commit to sharing."""
    helps = cures_text(view.facts.cures_at_hand(), view.people, view.names)
    if view.wish.is_public or not any(_uncommitted(view)):
        return helps
    said = _(
        "Where the commitment to share is missing, ask for it and import the new answer;"
        " the next matching includes whoever commits."
    )
    return replace(helps, lines=(*helps.lines, said))


def _table(view: View) -> Table:
    rows = [_row(view, each, _cause_said(view, cause)) for each, cause in view.facts.left_without()]
    rows.extend(_row(view, each, _("not committed to share")) for each in _uncommitted(view))
    rows.sort(key=lambda row: (row[1], finnish_order(row[0])))
    return Table(
        "needs",
        _("Unmet needs"),
        (
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("cause", _("why")),
            Column("topics", _("topics"), "list"),
            Column("languages", _("languages"), "list"),
        ),
        tuple(rows),
        brief=tuple(_lines(rows)),
    )


def _uncommitted(view: View) -> Iterator[Participant]:
    """Experimenters who stay out of the pairing, but those who have or had a pair all the same."""
    served = {pair.experimenter for pair in view.facts.pairs}
    served |= {each.id for each in view.facts.finished()}
    for each in view.facts.kept_out():
        if each.role is Role.EXPERIMENTER and each.id not in served:
            yield each


def _finished(view: View) -> Table:
    """Whose pair came to its end; nothing is unmet for them."""
    those = sorted(view.facts.finished(), key=view.names.order)
    return Table(
        "finished",
        _("Finished: their pair has ended"),
        (
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("topics", _("topics"), "list"),
        ),
        tuple((view.names.who(each), view.names.topic_list(each.topics)) for each in those),
    )


def _lines(rows: Iterable[_Row]) -> Iterator[Line]:
    """Who is left, under the cause that they share."""
    for cause, those in groupby(rows, key=itemgetter(1)):
        yield Line(cause, is_heading=True)
        for name, _cause, topics, languages in those:
            yield Line(f"  {name}", ", ".join((*topics, *languages)) or _("not told"))


def _row(view: View, each: Participant, cause: str) -> _Row:
    languages = tuple(label(language) for language in each.languages)
    return view.names.who(each), cause, view.names.topic_list(each.topics), languages


def _cause_said(view: View, cause: str | None) -> str:
    """Why somebody has no pair, in words; None where the last matching knew no cause."""
    if cause:
        return label(cause)
    return _("not matched since things changed") if view.facts.was_matched else _("not matched yet")


def _data(view: View) -> dict[str, Json]:
    return {
        "unmatched": [
            {"experimenter": each.id, "cause": cause, "text": _cause_said(view, cause)}
            for each, cause in view.facts.left_without()
        ],
        "cures": cures_data(view.facts.cures_at_hand(), view.people, view.names),
        "kept_out": [each.id for each in view.facts.kept_out()],
        "finished": [each.id for each in view.facts.finished()],
    }


SECTION = Section("needs", _parts, _data, mark("Nobody is left without a mentor."))
