"""The seven topics and the weights of a match, as topics.yaml tells them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from digikunta_cli.locale import LANGUAGES
from digikunta_cli.strict_yaml import Node, parse, read_bytes
from digikunta_cli.text import plain, words
from digikunta_cli.weights import Weights, limits_of

TOPIC_KEYS = (
    "future-role",
    "decision-making",
    "e-services",
    "citizen-centred",
    "participation",
    "innovations",
    "other",
)
"""Every topic, in the order of the invitation; other programs rely on these keys."""

_FILE = "topics.yaml"
_TOPIC_PARTS = ("names", "descriptions")
_TOPIC_EXTRAS = ("variants", "keywords", "hints")
_TAIL = re.compile(r"(?:\s*\([^()]*\)|[\s:;,.?!]+)+$")
"""Remarks in brackets and punctuation at the end, with which forms differ."""

_Texts = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One topic with its wordings; every mapping is by language (fi, sv, en)."""

    key: str
    names: Mapping[str, str] = field(hash=False)
    descriptions: Mapping[str, str] = field(hash=False)
    variants: _Texts = field(hash=False)
    """Other wordings that mean this topic in a form."""
    keywords: _Texts = field(hash=False)
    """Beginnings of words that nearly always mean this topic."""
    hints: _Texts = field(hash=False)
    """Beginnings of words that lean towards this topic."""

    def all_variants(self) -> tuple[str, ...]:
        """The other wordings in every language."""
        return tuple(wording for wordings in self.variants.values() for wording in wordings)

    def wordings(self) -> tuple[str, ...]:
        """The names and the other wordings in every language."""
        return (*self.names.values(), *self.all_variants())


@dataclass(frozen=True)
class Catalogue:
    """All topics in the order of `TOPIC_KEYS`, and the weights."""

    topics: tuple[Topic, ...]
    weights: Weights = field(default_factory=Weights)

    def name(self, key: str, language: str) -> str:
        """What a topic is called; `key` is one of TOPIC_KEYS, `language` fi, sv or en."""
        return self._by_key[key].names[language]

    def by_wording(self, text: str) -> str | None:
        """The key of the topic that a form calls so in any language, None if no topic is."""
        return self._by_wording.get(_bare(text))

    def keyword_topics(self) -> dict[str, str]:
        """Beginnings of single words by the one topic that they stand for; `other` is none."""
        found: dict[str, set[str]] = {}
        for topic in self.topics[:-1]:
            for keyword in (k for texts in topic.keywords.values() for k in texts):
                parts = words(keyword)
                # Shorter ones are abbreviations, which begin too many words.
                if len(parts) == 1 and len(parts[0]) > 2:
                    found.setdefault(parts[0], set()).add(topic.key)
        return {word: keys.pop() for word, keys in found.items() if len(keys) == 1}

    @cached_property
    def _by_key(self) -> dict[str, Topic]:
        return {topic.key: topic for topic in self.topics}

    @cached_property
    def _by_wording(self) -> dict[str, str]:
        return {_bare(wording): topic.key for topic in self.topics for wording in topic.wordings()}


def find_file(workspace: Path | None) -> Path:
    """The topics file of a workspace folder, else the one that came with the program."""
    package = Path(__file__).parent
    shipped = package / "shipped" / _FILE
    own = workspace / _FILE if workspace else shipped
    # In a checkout nothing is shipped: the file lies beside the package.
    return next((file for file in (own, shipped) if file.is_file()), package.parent / _FILE)


def file_hash(path: Path) -> str:
    """SHA-256 of a topics file in hexadecimal, which tells whether it changed."""
    return sha256(read_bytes(path)).hexdigest()


def load(path: Path) -> Catalogue:
    """Read a topics file; raises InputError with file, line and key where it is not in order."""
    top = parse(read_bytes(path), file=path.name)
    parts = top.section(required=("topics",), allowed=("weights",))
    nodes = parts["topics"].section(required=TOPIC_KEYS)
    topics = tuple(_topic(key, nodes[key]) for key in TOPIC_KEYS)
    _check_wordings(topics, nodes)
    return Catalogue(topics, _weights(parts["weights"]) if "weights" in parts else Weights())


def _topic(key: str, node: Node) -> Topic:
    parts = node.section(required=_TOPIC_PARTS, allowed=_TOPIC_EXTRAS)
    names, descriptions = (_texts(parts[part]) for part in _TOPIC_PARTS)
    variants, keywords, hints = (_lists(parts.get(part)) for part in _TOPIC_EXTRAS)
    return Topic(
        key=key,
        names=names,
        descriptions=descriptions,
        variants=variants,
        keywords=keywords,
        hints=hints,
    )


def _check_wordings(topics: tuple[Topic, ...], nodes: Mapping[str, Node]) -> None:
    """Refuse a wording of two topics, since an import could not tell which one is meant."""
    owners: dict[str, str] = {}
    for topic in topics:
        for wording in topic.wordings():
            if owners.setdefault(_bare(wording), topic.key) != topic.key:
                nodes[topic.key].refuse("yaml-wording-doubled", key=wording)


def _texts(node: Node) -> dict[str, str]:
    return {language: part.text() for language, part in node.section(required=LANGUAGES).items()}


def _lists(node: Node | None) -> dict[str, tuple[str, ...]]:
    if node is None:
        return {}
    return {language: part.texts() for language, part in node.section(allowed=LANGUAGES).items()}


def _weights(node: Node) -> Weights:
    return Weights(**told_weights(node))


def told_weights(node: Node) -> dict[str, int]:
    """The weights that a section tells; raises InputError with the line of one out of limits."""
    told = node.section(allowed=[each.name for each in fields(Weights)])
    limits = {name: limits_of(name) for name in told}
    return {
        name: part.integer(least=limits[name][0], most=limits[name][1])
        for name, part in told.items()
    }


def _bare(text: str) -> str:
    return _TAIL.sub("", plain(text))
