"""Candidates for theme events in words: what it would be about, who could come and who could speak.

Organisations only; who takes part for them is theirs to say.
"""

from collections.abc import Iterable, Mapping, Sequence

from digikunta_cli.document import Column, Json, Line, Part, Table
from digikunta_cli.locale import _, mark
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Participant
from digikunta_cli.names import Names
from digikunta_cli.outlook import Theme
from digikunta_cli.reports.network.section import Section, View
from digikunta_cli.reports.network.words import about
from digikunta_cli.text import finnish_order

People = Mapping[int, Participant]
_ORGANISATIONS, _REGIONS = 12, 5
_FEW_ORGANISATIONS, _FEW_REGIONS = 4, 2
"""So many are named and the others counted: in a cell, and on one line of a narrow terminal."""


def events_table(
    themes: Sequence[Theme], people: People, names: Names, *, is_partial: bool = False
) -> Table:
    """Themes with who could come and speak; on a narrow terminal in a few lines each.

    Where it is partial, nobody is said to be without speakers, as some may be left out.
    """
    nobody = () if is_partial else (_("none yet"),)
    return Table(
        "events",
        _("Candidates for theme events"),
        (
            Column("theme", _("theme"), heads_row=True),
            Column("experimenters", _("experimenters"), "number"),
            Column("unmatched", _("without a mentor"), "number"),
            Column("speakers", _("possible speakers"), "list"),
            Column("languages", _("languages"), "list"),
            Column("regions", _("regions"), "list"),
            Column("organisations", _("organisations"), "list"),
        ),
        tuple(
            (
                about(theme.kind, theme.key),
                len(theme.experimenters),
                theme.without_mentor,
                _speakers(theme, people, names) or nobody,
                tuple(map(label, theme.languages)),
                _regions(theme, names, most=_REGIONS),
                _organisations(theme, people, names, most=_ORGANISATIONS),
            )
            for theme in themes
        ),
        note=_(
            "Those without a mentor gain most from an event. A word in quotation marks recurs in"
            " what they wrote; who fits several themes is in each of them."
        ),
        brief=tuple(line for theme in themes for line in _lines(theme, people, names, nobody)),
    )


def _parts(view: View) -> tuple[Part, ...]:
    is_partial = bool(view.facts.left_out)
    return (events_table(view.facts.themes, view.people, view.names, is_partial=is_partial),)


def _data(view: View) -> dict[str, Json]:
    """A theme that is a word is in no language."""
    return {"events": _themes_data(view.facts.themes)}


def _themes_data(themes: Iterable[Theme]) -> Json:
    return [
        {
            "theme": theme.key,
            "kind": theme.kind,
            "topic": theme.topic,
            "experimenters": list(theme.experimenters),
            "speakers": list(theme.speakers),
            "languages": list(theme.languages),
            "regions": list(theme.regions),
            "unmatched": theme.without_mentor,
        }
        for theme in themes
    ]


def _speakers(theme: Theme, people: People, names: Names) -> tuple[str, ...]:
    """In the order in which to ask them; an organisation is named once."""
    return tuple(dict.fromkeys(names.organisation(people[each]) for each in theme.speakers))


def _organisations(theme: Theme, people: People, names: Names, *, most: int) -> tuple[str, ...]:
    those = {names.organisation(people[each]) for each in theme.experimenters}
    return _at_most(sorted(those, key=finnish_order), most)


def _regions(theme: Theme, names: Names, *, most: int) -> tuple[str, ...]:
    return _at_most([names.region(code) or code for code in theme.regions], most)


def _at_most(those: Sequence[str], most: int) -> tuple[str, ...]:
    """The first ones, and how many more there are; one more is as soon named."""
    if len(those) <= most + 1:
        return tuple(those)
    return (*those[:most], _("{count} more").format(count=len(those) - most))


def _lines(theme: Theme, people: People, names: Names, nobody: tuple[str, ...]) -> tuple[Line, ...]:
    heading = _("{theme}: {count} experimenters, {left} without a mentor").format(
        theme=about(theme.kind, theme.key),
        count=len(theme.experimenters),
        left=theme.without_mentor,
    )
    facts = (
        (_("possible speakers"), _speakers(theme, people, names) or nobody),
        (_("languages"), tuple(map(label, theme.languages))),
        (_("regions"), _regions(theme, names, most=_FEW_REGIONS)),
        (_("organisations"), _organisations(theme, people, names, most=_FEW_ORGANISATIONS)),
    )
    shown = (Line(f"  {name}", ", ".join(said)) for name, said in facts if said)
    return (Line(heading, is_heading=True), *shown)


SECTION = Section(
    "events",
    _parts,
    _data,
    mark("There is no theme yet that three experimenters could meet about."),
)
