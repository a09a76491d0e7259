"""Why an experimenter is left without a mentor: a cause, and a sentence with its figures."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digikunta_cli.locale import _, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.matching.cures import Cures
from digikunta_cli.matching.rules import Board, forbidding
from digikunta_cli.matching.sides import OTHER, Experimenter
from digikunta_cli.matching.solving import Solved
from digikunta_cli.outlook import Cure

_CAUSES = {
    "declined-before": "all-declined",
    "no-language": "no-language",
    "forbidden-by-hand": "forbidden",
    "same-organisation": "forbidden",
}
"""Causes by the rule that stands between an experimenter and mentors who would suit."""
_RANK = {"all-declined": 3, "no-language": 2, "forbidden": 1}
"""Which cause is named where several stand in the way of equally many mentors."""


_UNSURE = ("not-committed",)
"""The rules that forbid a mentor of whom only the commitment is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmatched:
    """An experimenter without a mentor, the cause's key, and the cause in words."""

    experimenter: int
    cause: str
    text: str
    cure: Cure | None = None
    """The smallest change that could serve it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """Places of the mentors who would be allowed, and how many ask for them."""

    mentors: int
    places: int
    asking: int


def shortage_of(
    suited: Collection[int],
    *,
    rooms: Sequence[int],
    seated: Iterable[int],
    waiting: Iterable[Collection[int]],
) -> Shortage:
    """How short the seats of the mentors who suit one experimenter are.

    Mentors are given by place: `rooms` has their seats, `seated` the mentor of each pair made, and
    `waiting` the mentors who suit each of those left without, this one included.
    """
    asking = sum(mentor in suited for mentor in seated)
    asking += sum(any(mentor in suited for mentor in each) for each in waiting)
    places = sum(rooms[mentor] for mentor in suited)
    return Shortage(mentors=len(suited), places=places, asking=asking)


def unmatched(
    board: Board, solved: Solved, *, cures: Cures, topic_names: Mapping[str, str]
) -> tuple[Unmatched, ...]:
    """Everyone left without a mentor, in the order of the board, each with its cause and cure."""
    covered = {one for one, _other in solved.chosen}
    suited: dict[int, set[int]] = {one: set() for one in board.asking() if one not in covered}
    for one, other in solved.scores:
        if one in suited:
            suited[one].add(other)
    seated = [other for _one, other in solved.chosen]
    silent = [other for other, each in enumerate(board.mentors) if not each.committed]
    left = (
        cause_of(
            board.experimenters[one],
            [forbidding(board.candidate((one, other))) for other in board.offering()],
            shortage=shortage_of(
                suited[one], rooms=solved.rooms, seated=seated, waiting=suited.values()
            ),
            unsure=sum(forbidding(board.candidate((one, other))) == _UNSURE for other in silent),
            topic_names=topic_names,
        )
        for one in suited
    )
    return tuple(replace(each, cure=cures.smallest[each.experimenter]) for each in left)


def cause_of(
    experimenter: Experimenter,
    verdicts: Iterable[Collection[str]],
    *,
    shortage: Shortage,
    unsure: int = 0,
    topic_names: Mapping[str, str],
) -> Unmatched:
    """Find the cause; `verdicts` has for each mentor the labels of all rules that forbid it.

    Those of whom only the commitment to share is missing are no such mentors: `unsure` counts them.
    """
    looked_at = tuple(verdicts)
    suited = [labels for labels in looked_at if "nothing-in-common" not in labels]
    if not all(suited):
        cause, text = "no-capacity", _full(shortage)
    elif suited:
        cause, text = _blocked(experimenter, suited)
    elif unsure:
        cause, text = "forbidden", _not_committed(unsure)
    else:
        cause, text = _strange(experimenter, len(looked_at), topic_names=topic_names)
    return Unmatched(experimenter=experimenter.id, cause=cause, text=text)


def _full(shortage: Shortage) -> str:
    if shortage.places == 0:
        return plural(
            "The only mentor who would suit has no place.",
            "None of the {mentors} mentors who would suit has a place.",
            shortage.mentors,
        ).format(mentors=shortage.mentors)
    return plural(
        "{asking} for {places} place.",
        "{asking} for {places} places.",
        shortage.places,
    ).format(asking=shortage.asking, places=shortage.places)


def _not_committed(mentors: int) -> str:
    return plural(
        "The only mentor who would suit has not committed to sharing results.",
        "None of the {mentors} mentors who would suit has committed to sharing results.",
        mentors,
    ).format(mentors=mentors)


def _strange(
    experimenter: Experimenter, mentors: int, *, topic_names: Mapping[str, str]
) -> tuple[str, str]:
    """The cause where no mentor has anything in common with the experimenter."""
    topics = sorted(experimenter.topics - {OTHER})
    cause = "no-mentor-in-topic" if topics else "nothing-in-common"
    if not mentors:
        return cause, _("There is no mentor to propose.")
    if not topics:
        return cause, plural(
            "The only mentor has no common topic and no text that is alike.",
            "None of the {mentors} mentors has a common topic or a text that is alike.",
            mentors,
        ).format(mentors=mentors)
    names = ", ".join(topic_names.get(topic, topic) for topic in topics)
    return cause, plural(
        "The only mentor does not have the topic ({topics}), and the texts are not alike.",
        "None of the {mentors} mentors has the topic ({topics}), and no text is alike.",
        mentors,
    ).format(mentors=mentors, topics=names)


def _blocked(experimenter: Experimenter, suited: Sequence[Collection[str]]) -> tuple[str, str]:
    """The cause where rules stand between the experimenter and every mentor who would suit."""
    # A body never mentors itself, so its own registrations are no candidates if there are others.
    others = [labels for labels in suited if "same-organisation" not in labels]
    counts = Counter(_CAUSES[_first(labels)] for labels in others or suited)
    cause = max(counts, key=lambda each: (counts[each], _RANK[each]))
    if len(counts) > 1:
        return cause, _mixed(counts)
    if cause == "forbidden" and others:
        return cause, _ruled_out(counts[cause])
    return cause, _alone(cause, counts[cause], experimenter=experimenter)


def _first(labels: Collection[str]) -> str:
    return next(label for label in ("same-organisation", *_CAUSES) if label in labels)


def _alone(cause: str, mentors: int, *, experimenter: Experimenter) -> str:
    if cause == "all-declined":
        return plural(
            "The only mentor who would suit was declined or tried before.",
            "All {mentors} mentors who would suit were declined or tried before.",
            mentors,
        ).format(mentors=mentors)
    if cause == "forbidden":
        return plural(
            "The only mentor who would suit is of the same organisation.",
            "All {mentors} mentors who would suit are of the same organisation.",
            mentors,
        ).format(mentors=mentors)
    return plural(
        "The only mentor who would suit has no common language ({languages}).",
        "None of the {mentors} mentors who would suit has a common language ({languages}).",
        mentors,
    ).format(mentors=mentors, languages=", ".join(map(label, sorted(experimenter.languages))))


def _ruled_out(mentors: int) -> str:
    return plural(
        "The only mentor who would suit was ruled out by a coordinator.",
        "All {mentors} mentors who would suit were ruled out by a coordinator.",
        mentors,
    ).format(mentors=mentors)


def _mixed(counts: Counter[str]) -> str:
    if counts["forbidden"]:
        return _(
            "Of {mentors} mentors who would suit, {declined} were declined or tried before,"
            " {language} have no common language, and {forbidden} were ruled out by a coordinator."
        ).format(
            mentors=counts.total(),
            declined=counts["all-declined"],
            language=counts["no-language"],
            forbidden=counts["forbidden"],
        )
    return _(
        "Of {mentors} mentors who would suit, {declined} were declined or tried before,"
        " and {language} have no common language."
    ).format(
        mentors=counts.total(),
        declined=counts["all-declined"],
        language=counts["no-language"],
    )
