"""The network as data: what programs read of a report, language-free but for the causes."""

from digikunta_cli.document import Json
from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Role
from digikunta_cli.names import Names
from digikunta_cli.reports.cures import cures_data
from digikunta_cli.reports.events import events_data
from digikunta_cli.reports.network_facts import (
    CountRow,
    NetworkFacts,
    by_language,
    by_region,
    by_type,
    topic_rows,
)


def cause_said(cause: str | None) -> str:
    """Why somebody has no pair, in words; None where the last matching knew no cause."""
    return label(cause) if cause else _("not matched since things changed")


def to_data(facts: NetworkFacts, names: Names) -> Json:
    """The report as `report --format json` gives it."""
    return {
        "date": facts.date,
        "since": facts.since,
        "participants": {
            "mentors": len(facts.of_role(Role.MENTOR)),
            "experimenters": len(facts.of_role(Role.EXPERIMENTER)),
            "organisations": len({each.organisation.key for each in facts.everyone}),
            "types": _count_data(by_type(facts)),
            "regions": _count_data(by_region(facts)),
            "languages": _count_data(by_language(facts)),
        },
        "topics": [
            {
                "topic": row.topic,
                "mentors": row.mentors,
                "experimenters": row.experimenters,
                "capacity": row.capacity,
                "wanted": row.wanted,
                "matched": row.matched,
                "unmatched": row.unmatched,
            }
            for row in topic_rows(facts)
        ],
        "states": dict(facts.states()),
        "pairs": [
            {
                "id": pair.id,
                "experimenter": pair.experimenter,
                "mentor": pair.mentor,
                "topics": list(pair.topics),
                "score": pair.score,
                "state": pair.state.value,
            }
            for pair in facts.pairs
        ],
        "unmatched": [
            {"experimenter": each.id, "cause": cause, "text": cause_said(cause)}
            for each, cause in facts.left_without()
        ],
        "cures": cures_data(facts.cures_at_hand(), facts.by_id(), names),
        "kept_out": [each.id for each in facts.kept_out()],
        "groups": [
            {
                "id": group.id,
                "members": list(group.members),
                "topics": list(group.topics),
                "shared": list(group.shared),
            }
            for group in facts.groups
        ],
        "events": events_data(facts.themes),
        "both_roles": list(facts.both_roles()),
        "new": [each.id for each in facts.new()],
    }


def _count_data(rows: tuple[CountRow, ...]) -> Json:
    return [
        {"key": row.key, "mentors": row.mentors, "experimenters": row.experimenters} for row in rows
    ]
