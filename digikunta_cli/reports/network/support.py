"""Support that only the ministry can give: expertise, funding, research, procurement.

Sums of money stand side by side and are never added up across answers.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from digikunta_cli.document import Bars, Cell, Column, Json, Line, Part, Table
from digikunta_cli.locale import _, mark, plural
from digikunta_cli.locale.labels import label, yes_no
from digikunta_cli.model import Participant, Role
from digikunta_cli.reports.network.permitted import known
from digikunta_cli.reports.network.section import Section, View
from digikunta_cli.reports.network.study import study_data, study_tables
from digikunta_cli.reports.network.support_facts import (
    Experiment,
    FundingRow,
    experiments,
    form_rows,
    funding_rows,
    share_of_asked,
    sharing_one,
)


def _parts(view: View) -> tuple[Part, ...]:
    every = experiments(view.facts)
    rows = funding_rows(every)
    tables = (
        _forms(view, every),
        _funding(every, rows),
        _frame(_frame_told(view), rows[0].euros),
        _expertise(view),
        _procurement(view),
        *study_tables(view),
    )
    return tuple(_drawn(table) for table in tables if table.rows)


def _drawn(table: Table) -> Part:
    """The forms of support as bars; other tables as they are."""
    return Bars(table, ("wanted", "offered")) if table.key == "support" else table


def _forms(view: View, every: Sequence[Experiment]) -> Table:
    return Table(
        "support",
        _("Support wanted"),
        (
            Column("form", _("form of support")),
            Column("wanted", _("experiments"), "number"),
            Column("offered", _("mentors"), "number"),
        ),
        tuple(
            (label(f"support:{row.form}"), row.wanted, row.offered)
            for row in form_rows(view.facts, every)
        ),
        note=_(
            "Experiments that want it, and mentors who offer the like, where mentors can. Who wants"
            " several forms of support counts in each of them."
        ),
    )


def _funding(every: Sequence[Experiment], told: Iterable[FundingRow]) -> Table:
    rows = [row for row in told if row.experiments]
    return Table(
        "funding",
        _("Funding wanted"),
        (
            Column("answer", _("needs funding")),
            Column("experiments", _("experiments"), "number"),
            Column("sum", _("asked for, €"), "money"),
            Column("with_sum", _("sum told"), "number"),
            Column("without_sum", _("no sum"), "number"),
        ),
        tuple(_funding_cells(row) for row in rows) if any(row.answer for row in rows) else (),
        note=_joint_note(every),
    )


def _funding_cells(row: FundingRow) -> tuple[Cell, ...]:
    said = label(f"funding:{row.answer}") if row.answer else _("not told")
    if row.answer == "no" and not row.with_sum:
        # Whoever needs nothing owes no sum.
        return said, row.experiments, None, None, None
    euros = row.euros if row.with_sum else None
    return said, row.experiments, euros, row.with_sum, row.experiments - row.with_sum


def _joint_note(every: Iterable[Experiment]) -> str:
    count = sharing_one(every)
    said = plural(
        "A joint project counts once: {count} more registration is about one.",
        "A joint project counts once: {count} more registrations are about one.",
        count,
    )
    return said.format(count=count) if count else ""


def _frame_told(view: View) -> float | None:
    """What there is to give; None where some who ask are left out, whose share it would be too."""
    is_whole = not (view.facts.unpermitted or {}).get(Role.EXPERIMENTER)
    return view.wish.frame if is_whole else None


def _frame(frame: float | None, asked: float) -> Table:
    """What is asked for firmly beside what there is to give."""
    rows: tuple[tuple[Cell, ...], ...] = (
        (_("asked for by those who say yes"), asked, None),
        (_("there is to give"), frame, share_of_asked(frame, asked)),
    )
    columns = (
        Column("what", _("what")),
        Column("sum", _("sum, €"), "money"),
        Column("share", _("of what is asked for, %"), "number"),
    )
    note = _("What those who say maybe ask for is not in it.")
    return Table("frame", _("Asked for and to give"), columns, rows if frame else (), note=note)


def _expertise(view: View) -> Table:
    """The list for a framework contract: those who want procured expertise first."""
    seekers = sorted(
        _seekers(view), key=lambda each: (not _wants(each, "expertise"), view.names.order(each))
    )
    return Table(
        "expertise",
        _("Expertise sought"),
        (
            Column("experimenter", _("experimenter"), heads_row=True),
            Column("expertise", _("expertise sought")),
            Column("procured", _("procured")),
        ),
        tuple(
            (
                view.names.who(each),
                each.registration.text("expertise"),
                yes_no(_wants(each, "expertise")),
            )
            for each in seekers
        ),
        brief=tuple(_lines(view, seekers)),
    )


def _lines(view: View, seekers: Iterable[Participant]) -> Iterator[Line]:
    """What each seeks in one line, those apart who want it procured."""
    for wants, those in groupby(seekers, key=lambda each: _wants(each, "expertise")):
        yield Line(f"{_('procured')}: {yes_no(wants)}", is_heading=True)
        for each in those:
            text = each.registration.text("expertise") or _("not told")
            yield Line(f"  {view.names.organisation(each)}", text)


def _seekers(view: View) -> Iterable[Participant]:
    """Experimenters with words for what they seek, or who want procured expertise.

    People may be named in such words, so a report for everybody has no such list.
    """
    if view.wish.is_public:
        return []
    return [
        each
        for each in view.facts.of_role(Role.EXPERIMENTER)
        if each.registration.text("expertise") or _wants(each, "expertise")
    ]


def _wants(each: Participant, form: str) -> bool:
    return form in each.registration.keys("support")


def _procurement(view: View) -> Table:
    columns = (
        Column("experimenter", _("experimenter"), heads_row=True),
        Column("region", _("region")),
    )
    rows = tuple(
        (view.names.who(each), view.names.region(each.organisation.region))
        for each in sorted(_buyers(view), key=view.names.order)
    )
    return Table("procurement", _("Innovative procurement wanted"), columns, rows)


def _buyers(view: View) -> list[Participant]:
    """Experimenters who want innovative procurement, by id."""
    experimenters = view.facts.of_role(Role.EXPERIMENTER)
    return [each for each in experimenters if _wants(each, "procurement")]


def _data(view: View) -> dict[str, Json]:
    every = experiments(view.facts)
    return {
        "support": {
            "forms": [
                known(view, {"form": row.form, "wanted": row.wanted, "offered": row.offered})
                for row in form_rows(view.facts, every)
            ],
            "expertise": [
                {
                    "experimenter": each.id,
                    "text": each.registration.text("expertise"),
                    "procured": _wants(each, "expertise"),
                }
                for each in _seekers(view)
            ],
            "funding": _funding_data(view, every),
            "research": study_data(view),
            "procurement": [each.id for each in _buyers(view)],
        }
    }


def _funding_data(view: View, every: Iterable[Experiment]) -> Json:
    """Euros by answer; no sum of them all, which would be of different firmness."""
    rows = funding_rows(every)
    share = share_of_asked(_frame_told(view), rows[0].euros)
    if view.facts.hides(Role.EXPERIMENTER):
        unknown = dict.fromkeys(("experiments", "with_sum", "sum"))
        return {
            "frame": view.wish.frame,
            "share": share,
            **{row.answer or "not-told": dict(unknown) for row in rows},
        }
    answers: dict[str, Json] = {
        row.answer or "not-told": {
            "experiments": row.experiments,
            "with_sum": row.with_sum,
            "sum": row.euros,
        }
        for row in rows
    }
    return {"frame": view.wish.frame, "share": share, **answers}


SECTION = Section("support", _parts, _data, mark("Nobody has asked for support."))
