"""`report`: gathers the facts of the network, and remembers the day for the next report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from digikunta_cli.errors import DatabaseError
from digikunta_cli.matching.sides import Experimenter, Mentor
from digikunta_cli.matching.themes import event_themes
from digikunta_cli.matching.word_needs import needs_in_words
from digikunta_cli.meeting import Meeting
from digikunta_cli.memory import without_collection
from digikunta_cli.model import Group, Pair, PairState, Participant, Role
from digikunta_cli.reference.tables import municipalities
from digikunta_cli.reports.network.coverage_facts import MunicipalityFacts
from digikunta_cli.reports.network.facts import NetworkFacts, live_pairs
from digikunta_cli.reports.network.wish import ReportWish
from digikunta_cli.services.report_changes import changed_answers, moved_pairs
from digikunta_cli.services.sides import experimenter_side, mentor_side
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.store import events, ideas, pairs
from digikunta_cli.store.cures import cures
from digikunta_cli.store.database import reading, writing
from digikunta_cli.store.participants import participants

_FALLEN = frozenset({PairState.DECLINED, PairState.CANCELLED})
_OVER = _FALLEN | {PairState.ENDED}


@without_collection()
def network_facts(workspace: Workspace, wish: ReportWish, *, now: datetime) -> NetworkFacts:
    """The facts that a report rests on; news are since the day of the last report before today.

    The first report of a day is remembered, so that reports made again on one day say the same.
    """
    today = now.date().isoformat()
    with reading(workspace.database) as db:
        facts = _gathered(db, wish, today)
        is_first = bool(facts.everyone) and not events.happened(db, "report", on=today)
    if is_first:
        _remember(workspace, now)
    if facts.meeting:
        facts = facts.narrowed(set(facts.meeting.invited))
    if wish.is_public:
        facts = facts.permitted()
    return _with_texts(facts, wish)


def _remember(workspace: Workspace, now: datetime) -> None:
    """Write down that a report was made; where that cannot be, the report is still one."""
    try:
        with writing(workspace.database) as session:
            events.record(session.db, "report", now, {})
    except DatabaseError as error:
        if error.code not in {"database-read-only", "database-locked"}:
            raise


def _gathered(db: Connection, wish: ReportWish, today: str) -> NetworkFacts:
    everyone, every_pair = participants(db), pairs.pairs(db)
    since = wish.since or events.last(db, "report", before=today)
    groups, matched_at = pairs.groups(db), events.last(db, "match")
    return NetworkFacts(
        date=today,
        since=since,
        everyone=everyone,
        pairs=live_pairs(every_pair),
        unmatched=pairs.unmatched(db),
        cures=cures(db),
        groups=groups,
        ended=tuple(pair for pair in every_pair if pair.state is PairState.ENDED),
        fallen=tuple(pair for pair in every_pair if pair.state in _FALLEN),
        themes=(),
        without_peer=_without_peer(everyone, groups),
        was_matched=matched_at is not None,
        is_outdated=_is_outdated(everyone, every_pair, matched_at),
        changes=changed_answers(db, everyone, since) if wish.tells("changes") else (),
        moved=moved_pairs(every_pair, since),
        answered=ideas.answered(db),
        municipalities=_municipalities() if wish.tells("coverage") else (),
        meeting=None if wish.meeting is None else _meeting(db, wish.meeting),
    )


def _is_outdated(
    everyone: Iterable[Participant], every_pair: Iterable[Pair], matched_at: str | None
) -> bool:
    """Whether anyone answered, or a seat came free, after the last matching."""
    if matched_at is None:
        return False
    moments = [each.changed_at for each in everyone]
    moments += [each.changed_at for each in every_pair if each.state in _OVER]
    return max(moments, default="") > matched_at


def _meeting(db: Connection, id: int) -> Meeting:
    # Loaded only for a meeting.
    from digikunta_cli.services.meetings import meeting_of

    return meeting_of(db, id)


def _municipalities() -> tuple[MunicipalityFacts, ...]:
    return tuple(
        MunicipalityFacts(
            code=each.code,
            region=each.region,
            population=each.population,
            languages=tuple(each.language.split("+")),
        )
        for each in municipalities()
    )


def _with_texts(facts: NetworkFacts, wish: ReportWish) -> NetworkFacts:
    """With what the texts of those in the report are about, and of nobody else."""
    if not (wish.tells("events") or wish.tells("topics")):
        return facts
    # By what the registrations say now, whenever the last matching was.
    sides = _sides(facts.everyone)
    without = {each.id for each, _cause in facts.left_without()}
    return replace(
        facts,
        themes=event_themes(*sides, without=without) if wish.tells("events") else (),
        needs_in_words=needs_in_words(*sides, without=without) if wish.tells("topics") else (),
    )


def _sides(everyone: Iterable[Participant]) -> tuple[tuple[Experimenter, ...], tuple[Mentor, ...]]:
    return (
        tuple(experimenter_side(each) for each in everyone if each.role is Role.EXPERIMENTER),
        tuple(mentor_side(each) for each in everyone if each.role is Role.MENTOR),
    )


def _without_peer(everyone: Iterable[Participant], groups: Sequence[Group]) -> tuple[int, ...]:
    """Experimenters in none of the groups; nobody where there are none to be in."""
    grouped = {member for group in groups for member in group.members}
    return tuple(
        each.id
        for each in everyone
        if groups and each.role is Role.EXPERIMENTER and each.id not in grouped
    )
