"""What `resolve` says: what organisation names mean, and how sure that is."""

from collections.abc import Sequence

from digikunta_cli.document import Column, Document, Table
from digikunta_cli.locale import _, mark
from digikunta_cli.locale.labels import label
from digikunta_cli.reports.facts import ResolvedName

_HOW = {
    "exact": mark("known name"),
    "former": mark("former municipality"),
    "near": mark("nearly a known name"),
    "partner": mark("other organisation"),
    "unknown": mark("not known"),
}


def build(names: Sequence[ResolvedName]) -> Document:
    """One line a name, in order."""
    return Document(
        title=_("Names"),
        parts=(
            Table(
                "names",
                _("Names"),
                (
                    Column("text", _("name")),
                    Column("means", _("means"), "list"),
                    Column("municipalities", _("codes"), "list"),
                    Column("type", _("type")),
                    Column("how", _("how")),
                    Column("suggestions", _("perhaps"), "list"),
                ),
                tuple(
                    (
                        each.text,
                        each.means,
                        each.municipalities,
                        label(each.type) if each.type else None,
                        _(_HOW[each.how]),
                        each.perhaps,
                    )
                    for each in names
                ),
            ),
        ),
        data=[
            {
                "text": each.text,
                "municipalities": list(each.municipalities),
                "type": each.type,
                "how": each.how,
                "certain": each.certain,
                "suggestions": list(each.suggestions),
            }
            for each in names
        ],
    )
