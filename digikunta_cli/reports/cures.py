"""What would serve those left without a mentor, in words."""

from collections.abc import Iterable, Mapping, Sequence

from digikunta_cli.document import Json, Text
from digikunta_cli.locale import _, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.model import Participant
from digikunta_cli.names import Names
from digikunta_cli.outlook import Cure

People = Mapping[int, Participant]


def cure_hoped(cure: Cure, people: People, names: Names) -> str:
    """What could serve one who is left, in one sentence; others may come before it."""
    if cure.kind == "topic":
        return _topic_said(cure)
    return _hope(cure).format(**_facts(cure, people, names))


def _hope(cure: Cure) -> str:
    if cure.kind == "seat":
        return plural(
            "One more seat at {mentor} could help.",
            "{seats} more seats at {mentor} could help.",
            cure.seats,
        )
    if cure.kind == "commitment":
        return _("If {mentor} commits to sharing results, it could help.")
    return _("One more mentor in {topic} who speaks {language} could help.")


def _facts(cure: Cure, people: People, names: Names) -> dict[str, object]:
    return {
        "gain": cure.gain,
        "seats": cure.seats,
        "mentor": "" if cure.mentor is None else names.organisation(people[cure.mentor]),
        "topic": label(f"topic:{cure.topic}"),
        "language": label(cure.language or ""),
    }


def cure_said(cure: Cure, people: People, names: Names) -> str:
    """A cure of the network in one sentence, with whom it would serve."""
    said = _sentence(cure).format(**_facts(cure, people, names))
    # Goals that weigh more than coverage may serve others in the place of some.
    if len(cure.experimenters) != cure.gain or not all(id in people for id in cure.experimenters):
        return said
    who = sorted((people[id] for id in cure.experimenters), key=names.order)
    served = ", ".join(map(names.organisation, who))
    return _("{said}: {names}.").format(said=said.rstrip("."), names=served)


def _sentence(cure: Cure) -> str:
    if cure.kind == "seat":
        return plural(
            "One more seat at {mentor} would serve 1 more experimenter.",
            "{seats} more seats at {mentor} would serve 1 more experimenter.",
            cure.seats,
        )
    if cure.kind == "commitment":
        return plural(
            "If {mentor} commits to sharing results, it could serve 1 more experimenter.",
            "If {mentor} commits to sharing results, it could serve {gain} more experimenters.",
            cure.gain,
        )
    if cure.seats == 1:
        return _(
            "One more mentor in {topic} who speaks {language} (with 1 seat, the median)"
            " would serve 1 more experimenter."
        )
    return plural(
        "One more mentor in {topic} who speaks {language} (with {seats} seats, the median)"
        " would serve 1 more experimenter.",
        "One more mentor in {topic} who speaks {language} (with {seats} seats, the median)"
        " would serve {gain} more experimenters.",
        cure.gain,
    )


def _topic_said(cure: Cure) -> str:
    if cure.topic is None:
        return _("Ask which topic it is about, and set it: digikunta topics set ID KEY.")
    return _(
        "Ask which topic it is about: with {topic}, set by digikunta topics set ID KEY,"
        " it could be served at once."
    ).format(topic=label(f"topic:{cure.topic}"))


def cure_named(cure: Cure, people: People, names: Names) -> str:
    """A cure in a few words, for a cell."""
    if cure.kind == "topic":
        return _("ask for its topic")
    if cure.kind == "mentor":
        said = _("one more mentor: {topic}, {language}")
        return said.format(topic=label(f"topic:{cure.topic}"), language=label(cure.language or ""))
    mentor = names.organisation(people[cure.mentor or 0])
    if cure.kind == "seat":
        said = plural("a seat at {mentor}", "{seats} seats at {mentor}", cure.seats)
        return said.format(seats=cure.seats, mentor=mentor)
    return _("commitment: {mentor}").format(mentor=mentor)


def cures_text(cures: Sequence[Cure], people: People, names: Names) -> Text:
    """What would help most, each by itself."""
    lines = [cure_said(each, people, names) for each in cures]
    return Text((_("What would help most, each by itself:"), *lines) if lines else ())


def cure_data(cure: Cure, people: People, names: Names) -> dict[str, Json]:
    """A cure of one who is left, as JSON."""
    facts: dict[str, Json] = {
        "mentor": cure.mentor,
        "topic": cure.topic,
        "language": cure.language,
    }
    return {
        "kind": cure.kind,
        **{key: value for key, value in facts.items() if value is not None},
        "seats": cure.seats,
        "gain": cure.gain,
        "text": cure_hoped(cure, people, names),
    }


def cures_data(cures: Iterable[Cure], people: People, names: Names) -> list[Json]:
    """The cures of the network as JSON, each with whom it would serve."""
    return [
        {
            **cure_data(each, people, names),
            "text": cure_said(each, people, names),
            "experimenters": list(each.experimenters),
        }
        for each in cures
    ]
