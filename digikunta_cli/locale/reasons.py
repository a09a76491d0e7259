"""Why a pair is good, in words: the keys that matching found, put in the reader's language."""

from collections.abc import Mapping

from digikunta_cli.locale import _, mark, plural

Facts = Mapping[str, tuple[str, ...]]
"""By criterion, the keys of what there is to say; for texts, the words that they share."""

_LISTS: Mapping[str, str] = {
    "text": mark("Texts are alike: {list}"),
    "support": mark("Offers what was asked for: {list}"),
    "system": mark("Both name the same technique: {list}"),
}
_SAYS: Mapping[str, str] = {
    "fi": mark("Both can work in Finnish"),
    "sv": mark("Both can work in Swedish"),
    "fi sv": mark("Both can work in Finnish and Swedish"),
    "en": mark("Both can work in English"),
    "in-use": mark("Its change is in use throughout the organisation"),
    "in-use-partly": mark("Its change is in use in a part of the organisation"),
    "piloted": mark("Its change was piloted, and results are there"),
    "size": mark("Its experience suits a municipality of this size"),
    "region": mark("Both are in the same region"),
    "municipality": mark("Is a municipality or a body of municipalities itself"),
    "measured": mark("Has measured its savings"),
    "calculated": mark("Has calculated its savings"),
    "savings": mark("Helps to calculate savings"),
    "6-10": mark("Has 6 to 10 hours a month to give"),
    "over-10": mark("Has over 10 hours a month to give"),
}
_NAMES: Mapping[str, str] = {
    "mentor": mark("a mentor"),
    "expertise": mark("expertise"),
    "events": mark("talks or visits"),
    "scaling": mark("help with scaling and savings"),
    "visibility": mark("communication"),
    "procurement": mark("experience of innovative procurement"),
    "robot": mark("robot"),
    "chatbot": mark("chatbot"),
    "iot": mark("sensors"),
    "crm": mark("customer relationship management"),
    "api": mark("open interface"),
    "video": mark("video connection"),
    "3d": mark("3D model"),
    "gis": mark("geographic data"),
    "e-form": mark("electronic form"),
    "e-signature": mark("electronic signature"),
    "booking": mark("booking system"),
    "archive": mark("case management and archive"),
    "optimisation": mark("optimisation"),
}
_BRIEFLY: Mapping[str, str] = {
    "fi": mark("Finnish"),
    "sv": mark("Swedish"),
    "fi sv": mark("Finnish and Swedish"),
    "en": mark("English"),
    "in-use": mark("change in use"),
    "in-use-partly": mark("change partly in use"),
    "piloted": mark("change piloted"),
    "size": mark("size suits"),
    "region": mark("same region"),
    "municipality": mark("municipal"),
    "measured": mark("savings measured"),
    "calculated": mark("savings calculated"),
    "savings": mark("help with savings"),
    "6-10": mark("6 to 10 hours a month"),
    "over-10": mark("over 10 hours a month"),
}


def briefly(
    parts: Mapping[str, int], facts: Facts, *, topic_names: Mapping[str, str]
) -> tuple[str, ...]:
    """Why a pair is good in as few words as can be, what brought most points first."""
    return tuple(
        _in_brief(label, facts[label], topic_names=topic_names) for label in _best(parts, facts)
    )


def _in_brief(label: str, facts: tuple[str, ...], *, topic_names: Mapping[str, str]) -> str:
    if label == "topics":
        return ", ".join(topic_names.get(topic, topic) for topic in facts)
    if label == "text":
        return ", ".join(facts)
    if label in _LISTS:
        return ", ".join(_(_NAMES[fact]) for fact in facts)
    return _(_BRIEFLY[facts[0]])


def reasons(
    parts: Mapping[str, int], facts: Facts, *, topic_names: Mapping[str, str]
) -> tuple[str, ...]:
    """Why a pair is good, in the language in use, what brought most points first."""
    return tuple(
        _sentence(label, facts[label], topic_names=topic_names) for label in _best(parts, facts)
    )


def _best(parts: Mapping[str, int], facts: Facts) -> list[str]:
    """The criteria of which there is something to say, those with most points first."""
    scored = [label for label in facts if parts[label] > 0 and _has_sentence(label, facts[label])]
    return sorted(scored, key=lambda label: -parts[label])


def _has_sentence(label: str, facts: tuple[str, ...]) -> bool:
    """Whether there is anything to say: some answers are worth points, but no words."""
    return label == "topics" or label in _LISTS or facts[0] in _SAYS


def _sentence(label: str, facts: tuple[str, ...], *, topic_names: Mapping[str, str]) -> str:
    if label == "topics":
        names = ", ".join(topic_names.get(topic, topic) for topic in facts)
        said_of = plural("Shares the topic {list}", "Shares the topics {list}", len(facts))
        return said_of.format(list=names)
    if label in _LISTS:
        said = facts if label == "text" else tuple(_(_NAMES[fact]) for fact in facts)
        return _(_LISTS[label]).format(list=", ".join(said))
    return _(_SAYS[facts[0]])
