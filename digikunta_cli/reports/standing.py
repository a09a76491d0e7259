"""What `status` says: one screen, and the command that comes next."""

from datetime import date

from digikunta_cli.document import Cell, Document, Record, Text
from digikunta_cli.locale import _, mark
from digikunta_cli.locale.labels import label
from digikunta_cli.reports.facts import Standing

_NEXT = {
    "import": mark("Next: import the form exports of both roles: digikunta import FILE..."),
    "match": mark("Next: match mentors with experimenters: digikunta match"),
    "accept": mark("Next: look at the proposals and accept or reject them: digikunta pairs"),
    "letters": mark("Next: draft the letters that bring the accepted together: digikunta letters"),
    "report": mark("Next: report before the meeting: digikunta report --output report.html"),
}


def build(standing: Standing) -> Document:
    """Where things stand, then what to do."""
    fields: list[tuple[str, Cell]] = [
        (_("database"), standing.database),
        (_("experimenters"), standing.experimenters),
        (_("mentors"), standing.mentors),
        (_("imports"), standing.imports),
        (_("last import"), _day(standing.last_import)),
        (_("last matching"), _day(standing.last_match)),
        (_("last report"), _day(standing.last_report)),
        *((_("pairs {state}").format(state=label(s)), n) for s, n in standing.states.items()),
        (_("left without a mentor"), standing.unmatched),
        (_("new or changed since the matching"), standing.changed_since_match),
        (_("not committed to share"), standing.kept_out),
        (_("something left unanswered"), standing.missing),
        (_("topics of their own, undecided"), standing.undecided_topics),
    ]
    return Document(
        title=_("Where things stand"),
        parts=(Record(_("Where things stand"), tuple(fields)), Text((_(_NEXT[standing.next]),))),
        data={
            "database": standing.database,
            "mentors": standing.mentors,
            "experimenters": standing.experimenters,
            "imports": standing.imports,
            "last_import": standing.last_import,
            "last_match": standing.last_match,
            "last_report": standing.last_report,
            "states": dict(standing.states),
            "unmatched": standing.unmatched,
            "kept_out": standing.kept_out,
            "missing": standing.missing,
            "undecided_topics": standing.undecided_topics,
            "changed_since_match": standing.changed_since_match,
            "next": standing.next,
        },
    )


def _day(moment: str | None) -> date | str:
    return date.fromisoformat(moment[:10]) if moment else _("not yet")
