"""What `match --explain` says: every mentor for one experimenter, side by side."""

from digikunta_cli.document import Column, Document, Table
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.names import Names
from digikunta_cli.reports.facts import Explained


def build(explained: Explained, names: Names) -> Document:
    """The candidates, best first, with what became of each."""
    title = _("Mentors for {who}").format(who=names.who(explained.experimenter))
    return Document(
        title=title,
        parts=(
            Table(
                "candidates",
                title,
                (
                    Column("id", _("id"), "number"),
                    Column("mentor", _("mentor")),
                    Column("score", _("score"), "number"),
                    Column("parts", _("points"), "list"),
                    Column("reasons", _("why"), "list"),
                    Column("status", _("status")),
                ),
                tuple(
                    (
                        each.mentor.id,
                        names.who(each.mentor),
                        each.score,
                        tuple(f"{label(part)} {n}" for part, n in each.parts.items() if n),
                        names.reasons(each.parts, each.facts),
                        label(each.status),
                    )
                    for each in explained.candidates
                ),
            ),
        ),
        data=[
            {
                "mentor": each.mentor.id,
                "score": each.score,
                "parts": dict(each.parts),
                "reasons": list(names.reasons(each.parts, each.facts)),
                "status": each.status,
            }
            for each in explained.candidates
        ],
    )
