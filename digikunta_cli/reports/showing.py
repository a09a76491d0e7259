"""What `show` says: everything about one registration or organisation, all versions included."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from digikunta_cli.document import Cell, Column, Document, Json, Part, Record, Table
from digikunta_cli.history import Evidence
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label, yes_no
from digikunta_cli.model import Answer, Participant
from digikunta_cli.names import Names, who
from digikunta_cli.reports import consent
from digikunta_cli.reports.participants import to_data

History = tuple[Participant, ...]
"""All versions of one registration, the latest last."""


def build(
    histories: Sequence[History],
    names: Names,
    *,
    contacts: bool = True,
    evidence: Sequence[Evidence] = (),
) -> Document:
    """One record a registration, then what changed between its versions.

    With `evidence` it says where the answers about consent stand.
    """
    parts: list[Part] = []
    for history in histories:
        proofs = consent.proofs(evidence, history[-1].id)
        parts.append(_record(history[-1], names, proofs, contacts=contacts))
        if len(history) > 1:
            parts.append(_changes(history, names, contacts=contacts))
    return Document(
        title=histories[0][-1].organisation.name,
        parts=tuple(parts),
        data=[_data(history, evidence, contacts=contacts) for history in histories],
    )


def _record(
    participant: Participant, names: Names, proofs: Mapping[str, str], *, contacts: bool
) -> Record:
    organisation = participant.organisation
    head: list[tuple[str, Cell]] = [
        (_("id"), participant.id),
        (_("role"), label(participant.role.value)),
        (_("type"), label(organisation.type.value)),
        (_("municipalities"), organisation.municipalities),
        (_("region"), names.region(organisation.region)),
        (_("topics"), names.topic_list(participant.topics)),
        (_("mentors wanted"), participant.wanted),
        (_("answered"), _moment(participant)),
    ]
    answers = [
        (label(field), _proven(_shown(field, answer, names), proofs.get(field)))
        for field, answer in participant.registration.answers.items()
        if field != "topics" and (contacts or not field.startswith("contact_"))
    ]
    extras = list(participant.registration.extras.items())
    fields = [(title, cell) for title, cell in head if cell not in (None, ())]
    return Record(who(participant), tuple([*fields, *answers, *extras]))


def _proven(cell: Cell, proof: str | None) -> Cell:
    return f"{cell} ({proof})" if proof else cell


def _moment(participant: Participant) -> str | None:
    answered = participant.registration.answered_at
    return answered.isoformat(" ", "minutes") if answered else None


def _shown(field: str, answer: Answer, names: Names) -> Cell:
    """An answer as a person reads it: options by their labels, the rest as it was written."""
    if isinstance(answer.value, bool):
        return yes_no(answer.value)
    if field == "topics" and isinstance(answer.value, tuple):
        return names.topic_list(answer.value)
    return answer.text


def _changes(history: History, names: Names, *, contacts: bool) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for older, newer in pairwise(history):
        rows.extend(_changed(older, newer, names, contacts=contacts))
    return Table(
        f"changes-{history[-1].id}",
        _("Earlier answers"),
        (
            Column("answered", _("answered")),
            Column("field", _("question")),
            Column("before", _("before")),
            Column("after", _("after")),
        ),
        tuple(rows),
    )


def _changed(
    older: Participant, newer: Participant, names: Names, *, contacts: bool
) -> list[tuple[Cell, ...]]:
    before, after = older.registration.answers, newer.registration.answers
    fields = dict.fromkeys((*before, *after))
    blank = Answer("")
    return [
        (
            _moment(newer),
            label(field),
            _shown(field, before.get(field, blank), names),
            _shown(field, after.get(field, blank), names),
        )
        for field in fields
        if before.get(field, blank) != after.get(field, blank)
        and (contacts or not field.startswith("contact_"))
    ]


def _data(history: History, evidence: Sequence[Evidence], *, contacts: bool) -> dict[str, Json]:
    latest = history[-1]
    return {
        **to_data(latest, contacts=contacts),
        "versions": [
            {
                "row": each.registration.row,
                "answered_at": _moment(each),
                "superseded": each.superseded,
                "answers": {
                    field: {"text": answer.text, "value": _plain(answer)}
                    for field, answer in each.registration.answers.items()
                    if contacts or not field.startswith("contact_")
                },
                "extras": dict(each.registration.extras),
            }
            for each in history
        ],
        "evidence": consent.to_data(evidence, latest.id),
    }


def _plain(answer: Answer) -> Json:
    return list(answer.value) if isinstance(answer.value, tuple) else answer.value
