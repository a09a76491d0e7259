"""Who takes part of all municipalities, who is missing, and what registrations are like."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from digikunta_cli.document import Cell, Column, Json, Line, Part, Table, Tile, TileMap
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.reports.network.counting import CountRow, by_language, by_type
from digikunta_cli.reports.network.coverage_facts import (
    Coverage,
    MunicipalityFacts,
    Share,
    coverage,
)
from digikunta_cli.reports.network.permitted import known
from digikunta_cli.reports.network.section import Section, View

_LETTERS = 24
"""Names on one line of a narrow terminal take no more letters, the count of the others apart."""


NamedShare = tuple[str, Share]


def _parts(view: View) -> tuple[Part, ...]:
    """Nothing where nobody is in the report; who is missing only where it is about everyone."""
    facts = view.facts
    if not facts.everyone:
        return ()
    found = coverage(facts.everyone, facts.municipalities)
    sizes = _named(found.by_size(), lambda key: label(f"size:{key}"))
    languages = _named(found.by_language(), label)
    return (
        _regions(view, found),
        _shares(view, "sizes", (_("Municipalities by size"), _("inhabitants")), sizes),
        _shares(
            view, "municipal-languages", (_("Municipalities by language"), _("language")), languages
        ),
        _registrations_by_language(view),
        _registrations("types", (_("Registrations by type"), _("type")), by_type(facts)),
        *(() if facts.left_out else (_missing(view, found),)),
    )


def _named(shares: Iterable[Share], name: Callable[[str], str]) -> tuple[NamedShare, ...]:
    return tuple((name(share.key), share) for share in shares)


def _regions(view: View, found: Coverage) -> Table | TileMap:
    """The regions with the whole country below them, and how municipalities are counted.

    No map where some are left out for want of a permission: it would show their regions as empty.
    """
    shares = _named(found.by_region(), lambda key: view.names.region(key) or key)
    titles = (_("Municipalities by region"), _("region"))
    table = _shares(view, "regions", titles, shares)
    said = [table.note, _counted(), _not_all() if view.facts.left_out else ""]
    whole = _share_row(view, (_("whole country"), found.whole()))
    table = replace(table, rows=(*table.rows, whole), note=" ".join(filter(None, said)), total=True)
    tiles = (Tile(share.key, name, share.taking_part, share.of) for name, share in shares)
    return table if view.facts.is_partial else TileMap(table, tuple(tiles))


def _counted() -> str:
    return _(
        "Each municipality counts once, a member of a joint project too; one in both roles stands"
        " in both columns. Who is no municipality, such as a company, is not counted here."
    )


def _not_all() -> str:
    return _("Those left out of this report may be from others, so nobody is told as missing.")


def _shares(view: View, key: str, titles: tuple[str, str], shares: Sequence[NamedShare]) -> Table:
    """Shares in a table; those left out of the report may be from where nobody seems to be.

    Where some are left out for want of a permission, per cents and noughts would not be true.
    """
    columns = (
        Column("name", titles[1]),
        Column("taking-part", _("taking part"), "number"),
        Column("of", _("of all"), "number"),
        *(() if view.facts.is_partial else (Column("share", _("share, %"), "number"),)),
        Column("mentors", _("as mentors"), "number"),
        Column("experimenters", _("as experimenters"), "number"),
    )
    empty = [] if view.facts.left_out else [name for name, share in shares if not share.taking_part]
    note = _("Without anyone yet: {names}.").format(names="; ".join(empty)) if empty else ""
    rows = tuple(_share_row(view, each) for each in shares if _is_told(view, each[1]))
    return Table(key, titles[0], columns, rows, note=note)


def _is_told(view: View, share: Share) -> bool:
    return bool(share.taking_part) or not view.facts.is_partial


def _share_row(view: View, named: NamedShare) -> tuple[Cell, ...]:
    name, share = named
    percent = () if view.facts.is_partial else (share.percent,)
    return name, share.taking_part, share.of, *percent, share.mentors, share.experimenters


def _missing(view: View, found: Coverage) -> Table:
    of = {share.key: share.of for share in found.by_region()}
    away: dict[str, list[MunicipalityFacts]] = {region: [] for region in of}
    for each in found.missing():
        away[each.region].append(each)
    rows = tuple(
        (view.names.region(region) or region, len(those), of[region], _names(view, those))
        for region, those in away.items()
        if those
    )
    return Table(
        "missing",
        _("Missing municipalities"),
        (
            Column("region", _("region")),
            Column("missing", _("missing"), "number"),
            Column("of", _("of all"), "number"),
            Column("municipalities", _("municipalities"), "list"),
        ),
        rows,
        note=_("Those that take part in neither role, the largest first."),
        brief=tuple(
            Line(f"{region}: {count}", ", ".join(_first(names)))
            for region, count, _of, names in rows
        ),
    )


def _names(view: View, those: Iterable[MunicipalityFacts]) -> tuple[str, ...]:
    return tuple(view.names.municipalities[each.code] for each in those)


def _first(names: Sequence[str]) -> tuple[str, ...]:
    """As many names as a line has room for, and how many more; one more is as soon named."""
    ends = accumulate(len(name) + 2 for name in names)
    fitting = max(sum(1 for _end in takewhile(lambda end: end <= _LETTERS, ends)), 1)
    if len(names) <= fitting + 1:
        return tuple(names)
    return (*names[:fitting], _("{count} more").format(count=len(names) - fitting))


def _registrations_by_language(view: View) -> Table:
    titles = (_("Registrations by language"), _("language"))
    note = _("Who can work in several languages counts in each of them.")
    return replace(_registrations("languages", titles, by_language(view.facts)), note=note)


def _registrations(key: str, titles: tuple[str, str], rows: Iterable[CountRow]) -> Table:
    columns = (
        Column("name", titles[1]),
        Column("mentors", _("mentors"), "number"),
        Column("experimenters", _("experimenters"), "number"),
    )
    cells = tuple(
        (label(row.key) if row.key else _("not told"), row.mentors, row.experimenters)
        for row in rows
    )
    return Table(key, titles[0], columns, cells)


def _data(view: View) -> dict[str, Json]:
    """`missing` is null where some are left out of the report, who may be from there."""
    found = coverage(view.facts.everyone, view.facts.municipalities)
    here = len(found.mentors | found.experimenters)
    missing: list[Json] = [*sorted(each.code for each in found.missing())]
    return {
        "coverage": {
            "municipalities": {
                "taking_part": here if here or not view.facts.is_partial else None,
                "of": len(found.municipalities),
                "missing": None if view.facts.left_out else missing,
            },
            "regions": _shares_data(view, "region", found.by_region()),
            "sizes": _shares_data(view, "size", found.by_size()),
            "languages": _shares_data(view, "language", found.by_language()),
        }
    }


def _shares_data(view: View, key: str, shares: Iterable[Share]) -> Json:
    return [
        known(
            view,
            {
                key: share.key,
                "mentors": share.mentors,
                "experimenters": share.experimenters,
                "taking_part": share.taking_part,
                "of": share.of,
            },
        )
        for share in shares
        if _is_told(view, share)
    ]


SECTION = Section("coverage", _parts, _data)
