"""What `show` says: everything about one registration or organisation, all versions included."""

from collections.abc import Sequence
from itertools import pairwise

from digikunta_cli.document import Cell, Column, Document, Json, Part, Record, Table
from digikunta_cli.history import Evidence
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label, yes_no
from digikunta_cli.model import Answer, Participant
from digikunta_cli.names import Names
from digikunta_cli.reports import consent
from digikunta_cli.reports.facts import Shown
from digikunta_cli.reports.participants import to_data

_IN_HEAD = frozenset({"topics", "organisation_type"})

History = tuple[Participant, ...]
"""All versions of one registration, the latest last."""


def build(shown: Shown, names: Names, *, contacts: bool = True) -> Document:
    """One record a registration, then what changed between its versions."""
    parts: list[Part] = []
    for history in shown.histories:
        parts.append(_record(history[-1], shown, names, contacts=contacts))
        if len(history) > 1:
            parts.append(_changes(history, names, contacts=contacts))
    return Document(
        title=names.organisation(shown.histories[0][-1]),
        parts=tuple(parts),
        data=[_data(history, shown.evidence, contacts=contacts) for history in shown.histories],
    )


def _record(participant: Participant, shown: Shown, names: Names, *, contacts: bool) -> Record:
    proofs = consent.proofs(shown.evidence, participant.id)
    organisation = participant.organisation
    codes = organisation.municipalities
    head: list[tuple[str, Cell]] = [
        (_("id"), participant.id),
        (_("type"), label(organisation.type.value)),
        (_("municipalities"), tuple(f"{names.municipalities[code]} ({code})" for code in codes)),
        (_("region"), names.region(organisation.region)),
        (_("topics"), names.topic_list(participant.topics)),
        (_("mentors wanted"), participant.wanted),
        (_("pairs"), _pairs(participant, shown, names)),
        (_("answered"), participant.registration.answered_at),
    ]
    answers = [
        (label(field), _proven(_shown(field, answer, names), proofs.get(field)))
        for field, answer in participant.registration.answers.items()
        if field not in _IN_HEAD and (contacts or not field.startswith("contact_"))
    ]
    extras = list(participant.registration.extras.items())
    fields = [(title, cell) for title, cell in head if cell not in (None, ())]
    title = f"{names.who(participant)} ({label(participant.role.value)})"
    return Record(title, tuple([*fields, *answers, *extras]))


def _pairs(participant: Participant, shown: Shown, names: Names) -> tuple[str, ...]:
    """The other end of each pair, with its state."""
    others = {
        pair.mentor if pair.experimenter == participant.id else pair.experimenter: pair.state
        for pair in shown.pairs
        if participant.id in (pair.experimenter, pair.mentor)
    }
    return tuple(
        f"{names.who(shown.participants[id])} ({label(state.value)})"
        for id, state in others.items()
    )


def _proven(cell: Cell, proof: str | None) -> Cell:
    return f"{cell} ({proof})" if proof else cell


def _shown(field: str, answer: Answer, names: Names) -> Cell:
    """An answer as a person reads it: yes, no and options one by one, the rest as written."""
    if isinstance(answer.value, bool):
        return yes_no(answer.value)
    if field == "topics" and isinstance(answer.value, tuple):
        return names.topic_list(answer.value)
    if isinstance(answer.value, tuple):
        return tuple(part.strip() for part in answer.text.split(";") if part.strip())
    return answer.text


def _changes(history: History, names: Names, *, contacts: bool) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for older, newer in pairwise(history):
        rows.extend(_changed(older, newer, names, contacts=contacts))
    return Table(
        f"changes-{history[-1].id}",
        _("Earlier answers"),
        (
            Column("answered", _("answered"), "date"),
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
            newer.registration.answered_at,
            label(field),
            _shown(field, before.get(field, blank), names),
            _shown(field, after.get(field, blank), names),
        )
        for field in fields
        if before.get(field, blank) != after.get(field, blank)
        and (contacts or not field.startswith("contact_"))
    ]


def _moment(participant: Participant) -> str | None:
    answered = participant.registration.answered_at
    return answered.isoformat(" ", "seconds") if answered else None


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
