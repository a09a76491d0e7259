"""Ideas and questions, those that wait for an answer first.

People write freely here and may name other people, so a report for everybody tells none of it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from digikunta_cli.document import Cell, Column, Document, Json, Part, Table, Text
from digikunta_cli.ideas import AnsweredIdea, idea_of
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Participant
from digikunta_cli.names import Names
from digikunta_cli.reports.network.section import Section, View


@dataclass(frozen=True, slots=True)
class Idea:
    """What a registration asks or proposes; `answer` is None while nobody answered it."""

    participant: Participant
    text: str
    answer: AnsweredIdea | None

    @property
    def answered_on(self) -> str | None:
        """The ISO date of the answer."""
        return self.answer.answered_at[:10] if self.answer else None

    @property
    def note(self) -> str | None:
        """What was noted of the answer."""
        return self.answer.note if self.answer else None


def build_idea(idea: Idea, names: Names) -> Document:
    """What `idea answer` and `idea reopen` say: the idea, and whether it is answered now."""
    return Document(_("Ideas and questions"), (_table([idea], names),), _idea_data(idea))


def _ideas(view: View) -> list[Idea]:
    """By registration; none for everybody to read."""
    if view.wish.is_public:
        return []
    told = [(each, idea) for each in view.facts.everyone if (idea := idea_of(each)) is not None]
    return [Idea(each, idea, _answer(view, each, idea)) for each, idea in told]


def _in_order(view: View) -> list[Idea]:
    """Those that wait first, then in Finnish order of what people read."""
    order = view.names.order
    return sorted(_ideas(view), key=lambda idea: (idea.answer is not None, order(idea.participant)))


def _answer(view: View, participant: Participant, idea: str) -> AnsweredIdea | None:
    answer = view.facts.answered.get(participant.id)
    return answer if answer and answer.answers(idea) else None


def _parts(view: View) -> tuple[Part, ...]:
    ideas = _in_order(view)
    if ideas or not view.wish.sections or not view.facts.everyone:
        return (_table(ideas, view.names),)
    return (Text((_why_none(view),), "faint"),)


def _why_none(view: View) -> str:
    if view.wish.is_public:
        return _("Ideas and questions are left out of a report that may be published.")
    return _("Nobody has written ideas or questions.")


def _table(ideas: Iterable[Idea], names: Names) -> Table:
    return Table(
        "ideas",
        _("Ideas and questions"),
        (
            Column("id", _("id"), "number"),
            Column("who", _("who"), heads_row=True),
            Column("role", _("role"), is_spare=True),
            Column("idea", _("idea or question")),
            Column("answered", _("answered"), "date"),
            Column("note", _("notes")),
        ),
        tuple(_row(idea, names) for idea in ideas),
    )


def _row(idea: Idea, names: Names) -> tuple[Cell, ...]:
    each = idea.participant
    role = label(each.role.value)
    return each.id, names.who(each), role, idea.text, idea.answered_on, idea.note


def _data(view: View) -> dict[str, Json]:
    return {"ideas": [_idea_data(idea) for idea in _ideas(view)]}


def _idea_data(idea: Idea) -> dict[str, Json]:
    return {
        "id": idea.participant.id,
        "text": idea.text,
        "answered": idea.answered_on,
        "note": idea.note,
    }


SECTION = Section("ideas", _parts, _data)
