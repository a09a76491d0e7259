"""`match --explain`: every mentor for one experimenter, with parts, rules, seats and prices."""

from dataclasses import dataclass

from digikunta_cli.errors import UsageError
from digikunta_cli.locale.labels import label
from digikunta_cli.matching.causes import unmatched
from digikunta_cli.matching.cures import cures_of
from digikunta_cli.matching.explaining import Choice, price, side_by_side
from digikunta_cli.matching.explaining import explain as explain_side
from digikunta_cli.matching.rules import Board, explanation
from digikunta_cli.matching.solving import Solved, solve
from digikunta_cli.model import SETTLED, Left, PairState, Role
from digikunta_cli.reports.facts import Candidate, Explained
from digikunta_cli.services.costs import last_terms
from digikunta_cli.services.situation import Situation, situation
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store.database import reading

_LIVE = SETTLED | {PairState.PROPOSED}


def explain(workspace: Workspace, id: int) -> Explained:
    """How each mentor suits an experimenter; raises UsageError where it is none."""
    view = _view(workspace, id)
    choices = explain_side(view.board, view.solved, experimenter=id)
    shown = side_by_side(choices, paired=view.mentors_of(id))
    return Explained(
        experimenter=view.found.people[id],
        candidates=tuple(_candidate(view, id, each, is_shown=each in shown) for each in choices),
        left=_left(view, id, workspace),
        participants=view.found.people,
    )


def why_not(workspace: Workspace, id: int, mentor: int) -> Explained:
    """One mentor for an experimenter; raises UsageError where one of them is not of its role."""
    view = _view(workspace, id)
    choices = explain_side(view.board, view.solved, experimenter=id)
    asked = [each for each in choices if each.mentor == mentor]
    if not asked:
        raise UsageError("end-unknown", id=mentor, role=label(Role.MENTOR.value))
    return Explained(
        experimenter=view.found.people[id],
        candidates=(_candidate(view, id, asked[0], is_shown=True),),
        left=None,
        participants=view.found.people,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What a round would start from now, and what it would come to."""

    found: Situation
    board: Board
    solved: Solved

    def mentors_of(self, id: int) -> frozenset[int]:
        """The mentors of an experimenter's pairs, proposed ones too."""
        mine = (pair for pair in self.found.pairs if pair.experimenter == id)
        return frozenset(pair.mentor for pair in mine if pair.state in _LIVE)


def _view(workspace: Workspace, id: int) -> _View:
    with reading(workspace.database) as db:
        found, terms = situation(db), last_terms(db)
    people = found.people
    if id not in people or people[id].role is not Role.EXPERIMENTER:
        raise UsageError("not-an-experimenter", id=id)
    board = found.board(workspace)
    solved = solve(board, board.places(found.settled), kept=board.places(found.kept), terms=terms)
    return _View(found=found, board=board, solved=solved)


def _candidate(view: _View, id: int, choice: Choice, *, is_shown: bool) -> Candidate:
    found = view.found
    status = "next" if choice.status == "paired" else choice.status
    return Candidate(
        mentor=found.people[choice.mentor],
        score=choice.score,
        parts=choice.parts,
        facts=choice.facts,
        not_told=choice.not_told,
        status="paired" if choice.mentor in view.mentors_of(id) else status,
        rules={each: explanation(each) for each in choice.rules},
        seats=choice.seats,
        taken_by=choice.taken_by,
        price=price(view.board, view.solved, experimenter=id, mentor=choice.mentor)
        if is_shown
        else None,
        is_shown=is_shown,
    )


def _left(view: _View, id: int, workspace: Workspace) -> Left | None:
    names = workspace.names.short_topics()
    cures = cures_of(view.board, view.solved)
    for each in unmatched(view.board, view.solved, cures=cures, topic_names=names):
        if each.experimenter == id:
            return Left(experimenter=id, cause=each.cause, text=each.text, cure=each.cure)
    return None
