"""`status`: where things stand, and which command comes next."""

from pathlib import Path

from digikunta_cli.derived import missing_fields, waits_for_decision
from digikunta_cli.model import PairState, Participant, Role
from digikunta_cli.reports.facts import Standing
from digikunta_cli.reports.network.facts import live_pairs, without_pair
from digikunta_cli.store import events, pairs
from digikunta_cli.store.database import reading
from digikunta_cli.store.intake import count_batches, latest_import
from digikunta_cli.store.participants import participants


def standing(database: Path) -> Standing:
    """How far the coordinators have come."""
    with reading(database) as db:
        everyone = participants(db)
        matched_at = events.last(db, "match")
        every_pair = pairs.pairs(db)
        live = live_pairs(every_pair)
        changed = _changed(everyone, matched_at)
        undone_at = events.last(db, "undo")
        is_stale = bool(matched_at and undone_at and undone_at > matched_at)
        return Standing(
            database=str(database),
            mentors=sum(each.role is Role.MENTOR for each in everyone),
            experimenters=sum(each.role is Role.EXPERIMENTER for each in everyone),
            imports=count_batches(db),
            last_import=latest_import(db),
            last_match=matched_at,
            last_report=events.last(db, "report"),
            states={
                state.value: count
                for state in PairState
                if (count := sum(pair.state is state for pair in live))
            },
            unmatched=len(without_pair(everyone, every_pair)) if matched_at else 0,
            kept_out=sum(each.commitment is not True for each in everyone),
            missing=sum(bool(missing_fields(each.registration)) for each in everyone),
            undecided_topics=sum(waits_for_decision(each) for each in everyone),
            changed_since_match=changed,
            next=_next(everyone, matched_at, changed or is_stale, [pair.state for pair in live]),
        )


def _changed(everyone: tuple[Participant, ...], matched_at: str | None) -> int:
    return sum(matched_at is None or each.changed_at > matched_at for each in everyone)


def _next(
    everyone: tuple[Participant, ...],
    matched_at: str | None,
    changed: bool | int,
    states: list[PairState],
) -> str:
    roles = {each.role for each in everyone}
    if len(roles) < len(Role):
        return "import"
    if matched_at is None or changed:
        return "match"
    if PairState.PROPOSED in states:
        return "accept"
    # Who said yes waits to be introduced.
    return "letters" if PairState.ACCEPTED in states else "report"
