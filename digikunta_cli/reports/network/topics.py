"""Demand against supply by topic, and by what the texts are about."""

from digikunta_cli.document import Bars, Column, Json, Part, Table
from digikunta_cli.locale import _
from digikunta_cli.model import Role
from digikunta_cli.reports.network import words
from digikunta_cli.reports.network.counting import topic_rows
from digikunta_cli.reports.network.permitted import known
from digikunta_cli.reports.network.section import Section, View


def _parts(view: View) -> tuple[Part, ...]:
    if not view.facts.everyone:
        return ()
    bars = Bars(_table(view), ("wanted", "capacity"), parts=(("wanted", "unmatched"),))
    return (bars, *words.parts(view))


def _table(view: View) -> Table:
    return Table(
        "topics",
        _("Topics"),
        (
            Column("topic", _("topic")),
            Column("mentors", _("mentors"), "number"),
            Column("experimenters", _("experimenters"), "number"),
            Column("capacity", _("seats offered"), "number"),
            Column("wanted", _("mentors wanted"), "number"),
            Column("matched", _("matched in it"), "number"),
            Column("unmatched", _("unmatched in it"), "number"),
        ),
        tuple(
            (
                view.topic_names.get(row.topic, _("everyone once")),
                row.mentors,
                row.experimenters,
                row.capacity,
                row.wanted,
                row.matched,
                row.unmatched,
            )
            for row in topic_rows(view.facts)
        ),
        note=_note(view),
        total=True,
    )


def _note(view: View) -> str:
    """How it was counted; of pairs only where there are columns about them."""
    if any(map(view.facts.hides, Role)):
        return _("Who has several topics counts in each; the last row counts everyone once.")
    return _(
        "Who has several topics counts in each of them; a pair counts in the topics that both"
        " have, never in other, so whoever is unmatched in one topic may have a pair in"
        " another. The last row counts everyone once, whatever the topic of the pair."
    )


def _data(view: View) -> dict[str, Json]:
    return {
        "topics": [
            known(
                view,
                {
                    "topic": row.topic,
                    "mentors": row.mentors,
                    "experimenters": row.experimenters,
                    "capacity": row.capacity,
                    "wanted": row.wanted,
                    "matched": row.matched,
                    "unmatched": row.unmatched,
                },
            )
            for row in topic_rows(view.facts)
        ],
        **words.data(view),
    }


SECTION = Section("topics", _parts, _data)
