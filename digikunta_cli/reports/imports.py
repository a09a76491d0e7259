"""What `import` says: what each sheet brought, and what a person should look at."""

from collections.abc import Sequence

from digikunta_cli.document import Column, Document, Json, Part, Table, Text
from digikunta_cli.locale import _
from digikunta_cli.locale.finding_sentences import finding_sentence
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Finding
from digikunta_cli.reports import changes as told
from digikunta_cli.reports.facts import Imported

_SAID_WITHOUT = frozenset(
    {
        "answers-missing",
        "commitment-missing",
        "commitment-refused",
        "organisation-former",
        "organisation-near",
        "organisation-unknown",
    }
)
"""Findings whose sentence needs no question before it."""


def build(outcomes: Sequence[Imported], *, dry_run: bool = False) -> Document:
    """One line a sheet, then what changed by organisation, then the findings by row."""
    parts: list[Part] = [_recognised(outcomes), _counts(outcomes)]
    changes = [change for outcome in outcomes for change in outcome.changes]
    if changes:
        parts.append(told.table(changes, dry_run=dry_run))
    findings = [(outcome, finding) for outcome in outcomes for finding in outcome.findings]
    if findings:
        parts.append(_findings(findings, several=len(outcomes) > 1))
    parts.append(_closing(outcomes, dry_run=dry_run))
    return Document(
        title=_("Import"),
        parts=tuple(parts),
        data={"files": [_data(outcome, dry_run=dry_run) for outcome in outcomes]},
    )


def _recognised(outcomes: Sequence[Imported]) -> Text:
    """What each file was taken for: "Microsoft Forms, Swedish, 41 answers"."""
    several = len(outcomes) > 1
    return Text(
        tuple(f"{_place(each)}: {_known(each)}" if several else _known(each) for each in outcomes)
    )


def _known(outcome: Imported) -> str:
    """The tool, the language and the answers of a sheet."""
    answers = _("one answer") if outcome.rows == 1 else _("{count} answers")
    facts = (
        outcome.tool or _("unknown form tool"),
        label(outcome.language) if outcome.language else None,
        answers.format(count=outcome.rows),
    )
    return ", ".join(fact for fact in facts if fact)


def _place(outcome: Imported) -> str:
    return outcome.file if outcome.sheet is None else f"{outcome.file} ({outcome.sheet})"


def _counts(outcomes: Sequence[Imported]) -> Table:
    return Table(
        "files",
        _("Import"),
        (
            Column("file", _("file")),
            Column("tool", _("tool"), is_spare=True),
            Column("role", _("role"), is_spare=True),
            Column("language", _("language"), is_spare=True),
            Column("rows", _("rows"), "number"),
            Column("new", _("new"), "number"),
            Column("changed", _("changed"), "number"),
            Column("same", _("same"), "number"),
            Column("repeated", _("repeated"), "number"),
            Column("rejected", _("rejected"), "number"),
        ),
        tuple(
            (
                _place(outcome),
                outcome.tool,
                label(outcome.role.value),
                label(outcome.language) if outcome.language else None,
                outcome.rows,
                outcome.new,
                outcome.changed,
                outcome.same,
                outcome.repeated,
                outcome.rejected,
            )
            for outcome in outcomes
        ),
    )


def _findings(findings: Sequence[tuple[Imported, Finding]], *, several: bool) -> Table:
    """Each thing to look at once, with the rows where it is and what was answered there."""
    places: dict[tuple[str, str], list[str]] = {}
    for outcome, finding in findings:
        said = sentence(finding, with_column=True)
        places.setdefault((outcome.file, said), []).append(_where(finding))
    columns = [
        Column("text", _("what to look at"), heads_row=True),
        Column("rows", _("rows"), "list"),
    ]
    if several:
        columns.insert(0, Column("file", _("file"), is_spare=True))
    rows = [
        (*((file,) if several else ()), said, tuple(filter(None, where)))
        for (file, said), where in places.items()
    ]
    return Table("findings", _("To look at"), tuple(columns), tuple(rows))


def _where(finding: Finding) -> str:
    """The row of a finding with the answer that stands there; blank for the file as a whole."""
    if finding.row is None:
        return ""
    return f"{finding.row}: {finding.value}" if finding.value else str(finding.row)


def sentence(finding: Finding, *, with_column: bool = False) -> str:
    """A finding in words, with the heading of its column where that helps."""
    facts = {"column": finding.column or "", "value": finding.value or "", "facts": finding.facts}
    if finding.code == "organisation-unknown" and finding.facts:
        facts["facts"] = _(" (perhaps {names})").format(names=finding.facts)
    said = finding_sentence(finding.code, facts)
    show_column = with_column and finding.column and finding.code not in _SAID_WITHOUT
    return f"{finding.column}: {said}" if show_column else said


def _closing(outcomes: Sequence[Imported], *, dry_run: bool) -> Text:
    if dry_run:
        return Text((_("This was a dry run: nothing was imported."),), "warning")
    if not any(outcome.rows for outcome in outcomes):
        return Text((_("There are no answers below the headings."),), "warning")
    if not any(outcome.new or outcome.changed for outcome in outcomes):
        return Text((_nothing_changed(outcomes),), "good")
    return Text((_("Next: digikunta list, then digikunta match."),), "faint")


def _nothing_changed(outcomes: Sequence[Imported]) -> str:
    """That nothing changed, and whether anything was kept all the same."""
    if any(outcome.is_news for outcome in outcomes):
        return _("No answer changed; those that are older or were sent again were kept as well.")
    return _("Everything was here already; nothing changed.")


def _data(outcome: Imported, *, dry_run: bool) -> dict[str, Json]:
    return {
        "file": outcome.file,
        "sheet": outcome.sheet,
        "tool": outcome.tool,
        "role": outcome.role.value,
        "language": outcome.language,
        "rows": outcome.rows,
        "new": outcome.new,
        "changed": outcome.changed,
        "same": outcome.same,
        "repeated": outcome.repeated,
        "rejected": outcome.rejected,
        "changes": [
            told.to_data(change, dry_run=dry_run) for change in told.in_order(outcome.changes)
        ],
        "findings": [
            {
                "code": finding.code,
                "row": finding.row,
                "column": finding.column,
                "value": finding.value,
                "text": sentence(finding),
            }
            for finding in outcome.findings
        ],
    }
