"""What `topics` says: the topics, suggestions for texts, and what a decision came to."""

from collections.abc import Sequence

from digikunta_cli.document import Column, Document, Part, Table, Text
from digikunta_cli.locale import _, current_language
from digikunta_cli.model import Participant
from digikunta_cli.names import Names
from digikunta_cli.suggest import Suggestion
from digikunta_cli.topics import Catalogue


def build_topics(
    catalogue: Catalogue, undecided: Sequence[tuple[Participant, Suggestion]], names: Names
) -> Document:
    """The topics, then the open texts that wait for a decision."""
    language = current_language()
    table = Table(
        "topics",
        _("Topics"),
        (Column("key", _("key")), Column("name", _("name")), Column("about", _("about"))),
        tuple(
            (topic.key, catalogue.name(topic.key, language), topic.descriptions.get(language))
            for topic in catalogue.topics
        ),
    )
    parts: list[Part] = [table]
    if undecided:
        parts.append(_undecided(undecided, names))
        parts.append(Text((_("Decide with: digikunta topics set ID KEY."),), "faint"))
    return Document(
        title=_("Topics"),
        parts=tuple(parts),
        data=[
            {
                "topic": topic.key,
                "names": dict(topic.names),
                "descriptions": dict(topic.descriptions),
            }
            for topic in catalogue.topics
        ],
    )


def _undecided(undecided: Sequence[tuple[Participant, Suggestion]], names: Names) -> Table:
    return Table(
        "undecided",
        _("Topics of their own, to decide"),
        (
            Column("id", _("id"), "number"),
            Column("who", _("who")),
            Column("text", _("their words")),
            Column("topic", _("suggestion"), "list"),
        ),
        tuple(
            (each.id, names.who(each), suggestion.text, _keys(suggestion))
            for each, suggestion in undecided
        ),
    )


def _keys(suggestion: Suggestion) -> tuple[str, ...]:
    """The clear suggestion, else the two best with a question mark."""
    if suggestion.topic:
        return (suggestion.topic,)
    return tuple(f"{key}?" for key, _score in suggestion.candidates[:2])


def build_suggestions(suggestions: Sequence[Suggestion], names: Names) -> Document:
    """Which topic each text is about, as far as that is clear."""
    return Document(
        title=_("Suggestions"),
        parts=(
            Table(
                "suggestions",
                _("Suggestions"),
                (Column("text", _("text")), Column("topic", _("suggestion"), "list")),
                tuple((each.text, _keys(each)) for each in suggestions),
            ),
        ),
        data=[
            {
                "text": each.text,
                "topic": each.topic,
                "candidates": [[key, score] for key, score in each.candidates],
            }
            for each in suggestions
        ],
    )


def build_decision(participant: Participant, names: Names) -> Document:
    """What a registration's topics are after a decision."""
    topics = ", ".join(names.topic_list(participant.topics))
    said = _("{who}: {topics}. Kept over later imports.").format(
        who=names.who(participant), topics=topics
    )
    return Document(
        title=_("Topics"),
        parts=(Text((said,), "good"),),
        data={"id": participant.id, "topics": list(participant.topics)},
    )
