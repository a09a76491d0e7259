"""How well names are resolved, topics suggested and like texts found, on labelled texts.

Run by hand: python tests/labelled.py WHAT FILE, where WHAT is names, topics or likeness.
A csv file of names has the columns text, expected_codes (parted by ;, empty: no municipality),
kind and optional (1: it may be left for a person to decide); a file of topics has topic (1-7, in
the order of the topic keys), also_ok (other numbers that are right too, parted by ;) and text. A
file of likeness has one and other (two texts, each by its export in data/ and the id of its answer:
kokeilijat_60:2001), languages (that of both texts, or fi-sv) and alike (1: a coordinator would call
them alike).
"""

import argparse
import csv
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from digikunta_cli.reference.resolve import resolve
from digikunta_cli.suggest import suggest
from digikunta_cli.topics import TOPIC_KEYS, Catalogue, find_file, load
from tests.likeness_labels import LikenessFigures, measure_likeness

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Name:
    """What became of a labelled name; codes are those that an import takes without asking."""

    text: str
    kind: str
    expected: frozenset[str]
    found: frozenset[str]
    is_optional: bool

    @property
    def is_right(self) -> bool:
        """Whether exactly the expected codes were found, or none where none is as good."""
        return self.found == self.expected or (self.is_optional and not self.found)

    @property
    def wrong(self) -> frozenset[str]:
        """Codes that the name does not mean."""
        return self.found - self.expected


@dataclass(frozen=True, slots=True)
class Phrase:
    """What became of a labelled text; `found` is None where no topic was suggested."""

    text: str
    topic: str
    also_right: frozenset[str]
    found: str | None

    @property
    def is_right(self) -> bool:
        """Whether the suggested topic is one that the label allows."""
        return self.found == self.topic or self.found in self.also_right


@dataclass(frozen=True, slots=True)
class NameFigures:
    """The figures of labelled names."""

    names: tuple[Name, ...]

    @property
    def right(self) -> float:
        """The share of names that are right."""
        return share(sum(name.is_right for name in self.names), len(self.names))

    @property
    def wrong_codes(self) -> int:
        """How many codes were taken that the names do not mean."""
        return sum(len(name.wrong) for name in self.names)

    def lines(self) -> Iterable[str]:
        """The figures and every miss."""
        yield f"names: {len(self.names)}, right: {self.right:.1%}, wrong codes: {self.wrong_codes}"
        for name in self.names:
            if not name.is_right:
                found, expected = listed(name.found), listed(name.expected)
                yield f"  {name.kind}: {name.text!r}: {found}, expected {expected}"


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """The figures of labelled texts."""

    phrases: tuple[Phrase, ...]

    @property
    def answered(self) -> float:
        """The share that gets a suggestion of the texts whose topic is not `other`."""
        named = [phrase for phrase in self.phrases if phrase.topic != "other"]
        return share(sum(phrase.found is not None for phrase in named), len(named))

    @property
    def right(self) -> float:
        """The share of all suggestions that are right."""
        suggested = [phrase for phrase in self.phrases if phrase.found is not None]
        return share(sum(phrase.is_right for phrase in suggested), len(suggested))

    def lines(self) -> Iterable[str]:
        """The figures, every wrong suggestion, and every text without one."""
        count = sum(phrase.found is not None for phrase in self.phrases)
        yield f"texts: {len(self.phrases)}, suggestions: {count}, right of them: {self.right:.1%}"
        yield f"texts with a topic other than `other` that get one: {self.answered:.1%}"
        for phrase in self.phrases:
            if not phrase.is_right and (phrase.found or phrase.topic != "other"):
                found = phrase.found or "no suggestion"
                yield f"  {phrase.text!r}: {found}, expected {phrase.topic}"


def share(part: int, whole: int) -> float:
    """A part of the whole; of nothing, all."""
    return part / whole if whole else 1.0


def listed(codes: Iterable[str]) -> str:
    """Codes as a label writes them."""
    return ";".join(sorted(codes)) or "none"


def pieces(cell: str) -> frozenset[str]:
    """What stands in a cell, parted by semicolons."""
    return frozenset(piece for part in cell.split(";") if (piece := part.strip()))


def measure_names(rows: Iterable[Row]) -> NameFigures:
    """Resolve every labelled name."""
    return NameFigures(
        tuple(
            Name(
                row["text"],
                row["kind"],
                pieces(row["expected_codes"]),
                frozenset(resolve(row["text"]).municipalities),
                row["optional"] == "1",
            )
            for row in rows
        )
    )


def measure_topics(rows: Iterable[Row]) -> TopicFigures:
    """Suggest a topic for every labelled text, by the topics that come with the program."""
    catalogue = load(find_file(None))
    return TopicFigures(tuple(phrase_of(row, catalogue) for row in rows))


def phrase_of(row: Row, catalogue: Catalogue) -> Phrase:
    """One labelled text and what is suggested for it."""
    also = frozenset(topic_of(number) for number in pieces(row["also_ok"]))
    text = row["text"]
    return Phrase(text, topic_of(row["topic"]), also, suggest(text, catalogue).topic)


def topic_of(number: str) -> str:
    """The key of a topic that a label numbers from 1."""
    return dict(enumerate(TOPIC_KEYS, start=1))[int(number)]


def rows_of(path: Path) -> tuple[Row, ...]:
    """The rows of a labelled csv file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(csv.DictReader(file))


Figures = NameFigures | TopicFigures | LikenessFigures

MEASURES: Mapping[str, Callable[[Iterable[Row]], Figures]] = {
    "names": measure_names,
    "topics": measure_topics,
    "likeness": measure_likeness,
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure one file, and say the figures and the misses; the arguments are the process's."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=sorted(MEASURES))
    parser.add_argument("file", type=Path, metavar="FILE")
    wanted = parser.parse_args(arguments)
    figures = MEASURES[wanted.what](rows_of(wanted.file))
    sys.stdout.write("\n".join(figures.lines()) + "\n")


if __name__ == "__main__":
    main()
