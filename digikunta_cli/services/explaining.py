"""`match --explain`: every mentor for one experimenter, with parts, rules and seats."""

from digikunta_cli.errors import UsageError
from digikunta_cli.matching.propose import explain as explain_side
from digikunta_cli.model import SETTLED, PairState, Role
from digikunta_cli.reports.facts import Candidate, Explained
from digikunta_cli.services.matching import TRIED, in_states
from digikunta_cli.services.sides import experimenter_side, mentor_side
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import pairs as store
from digikunta_cli.store.database import reading
from digikunta_cli.store.participants import participants


def explain(workspace: Workspace, id: int) -> Explained:
    """How each mentor suits an experimenter; raises UsageError where it is none."""
    with reading(workspace.database) as db:
        everyone = participants(db)
        pairs = store.pairs(db)
    people = {each.id: each for each in everyone}
    if id not in people or people[id].role is not Role.EXPERIMENTER:
        raise UsageError("not-an-experimenter", id=id)
    candidates = explain_side(
        [experimenter_side(each) for each in everyone if each.role is Role.EXPERIMENTER],
        [mentor_side(each) for each in everyone if each.role is Role.MENTOR],
        experimenter=id,
        settled=in_states(pairs, SETTLED),
        declined=in_states(pairs, TRIED),
        weights=workspace.catalogue.weights,
        keywords=workspace.catalogue.keyword_topics(),
    )
    mine = {pair.mentor for pair in pairs if pair.experimenter == id and pair.state in _LIVE}
    return Explained(
        experimenter=people[id],
        candidates=tuple(
            Candidate(
                mentor=people[each.mentor],
                score=each.score,
                parts=each.parts,
                facts=each.facts,
                status="paired" if each.mentor in mine else each.status,
            )
            for each in candidates
        ),
    )


_LIVE = SETTLED | {PairState.PROPOSED}
