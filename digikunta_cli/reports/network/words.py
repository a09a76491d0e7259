"""Demand against supply by what the texts are about, and the topics in experimenters' own words."""

from collections import Counter
from collections.abc import Iterable, Sequence

from digikunta_cli.document import Column, Json, Part, Table
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Role
from digikunta_cli.outlook import WordNeed
from digikunta_cli.reports.network.permitted import known
from digikunta_cli.reports.network.section import View
from digikunta_cli.text import finnish_order, key, one_line

_MOST_OWN = 12
"""Own topics that are listed; what many wrote comes first, and JSON has them all."""


def parts(view: View) -> tuple[Part, ...]:
    """A table of needs in words, and one of topics in their own words."""
    return (_needs_table(view.facts.needs_in_words), _own_table(_own_topics(view)))


def data(view: View) -> dict[str, Json]:
    """The same for programs; a need that is a word is in no language."""
    return {
        "needs_in_words": [
            known(
                view,
                {
                    "need": need.key,
                    "kind": need.kind,
                    "experimenters": need.experimenters,
                    "unmatched": need.without_mentor,
                    "mentors": need.mentors,
                    "capacity": need.seats,
                },
            )
            for need in view.facts.needs_in_words
        ],
        "other_topics": [
            {"text": text, "experimenters": count} for text, count in _own_topics(view)
        ],
    }


def _needs_table(needs: Iterable[WordNeed]) -> Table:
    return Table(
        "words",
        _("Needs in words"),
        (
            Column("need", _("need")),
            Column("experimenters", _("experimenters"), "number"),
            Column("unmatched", _("without a mentor"), "number"),
            Column("mentors", _("mentors"), "number"),
            Column("capacity", _("seats offered"), "number"),
        ),
        tuple(
            (
                about(need.kind, need.key),
                need.experimenters,
                need.without_mentor,
                need.mentors,
                need.seats,
            )
            for need in needs
        ),
        note=_(
            "What at least three experimenters write about more than once, against the mentors who"
            " mention it; first where experimenters most exceed the seats. A word in quotation"
            " marks recurs in what they wrote."
        ),
    )


def about(kind: str, name: str) -> str:
    """What texts are about: a word as it was written, so in quotation marks, or a label."""
    return _('"{word}"').format(word=name) if kind == "word" else label(f"{kind}:{name}")


def _own_table(own: Sequence[tuple[str, int]]) -> Table:
    more = len(own) - _MOST_OWN
    return Table(
        "other_topics",
        _("Other topics in their own words"),
        (
            Column("text", _("other topic")),
            Column("experimenters", _("experimenters"), "number"),
        ),
        tuple(own[:_MOST_OWN]),
        note=_("{count} more").format(count=more) if more > 0 else "",
    )


def _own_topics(view: View) -> tuple[tuple[str, int], ...]:
    """What experimenters call a topic that is none of the others, what most wrote first.

    A coordinator's decision of what it means takes it out; the first way to spell it is told.
    """
    counts: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for each in view.facts.of_role(Role.EXPERIMENTER):
        text = one_line(each.registration.text("other_topic") or "")
        if key(text) and "other" in each.topics:
            counts[key(text)] += 1
            spelled.setdefault(key(text), text)
    order = sorted(counts, key=lambda each: (-counts[each], finnish_order(spelled[each])))
    return tuple((spelled[each], counts[each]) for each in order)
