"""How well likeness tells whom a coordinator calls alike, beside plain TF-IDF, on labelled pairs.

A text is named by its export in data/ and the id of its answer there: kokeilijat_60:2001. The texts
of a file are ranked for each of its experimenters: all mentors of the file, and all other
experimenters. A pair that the file does not have counts as unlike.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from digikunta_cli.importing.exports import read_export
from digikunta_cli.matching.likeness import likeness, read_texts
from digikunta_cli.model import Organisation, OrganisationType, Participant, Registration, Role
from digikunta_cli.services.sides import experimenter_side, mentor_side
from digikunta_cli.topics import find_file, load
from tests.plain_likeness import by_letters, by_words

DATA = Path(__file__).parents[1] / "data"
BEST = 3
TWO_LANGUAGES = "fi-sv"

Places = tuple[int, int]
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Labels:
    """The texts of a labelled file, and its pairs by the places of their texts, both ways."""

    texts: tuple[str, ...]
    mentors: tuple[int, ...]
    experimenters: tuple[int, ...]
    alike: Mapping[Places, bool]
    across: frozenset[Places]
    """Pairs of a Finnish and a Swedish text."""

    def candidates(self, query: int, kind: str) -> tuple[int, ...]:
        """Whom an experimenter is compared with."""
        if kind == "mentors":
            return self.mentors
        return tuple(each for each in self.experimenters if each != query)

    def queries(self, kind: str) -> tuple[int, ...]:
        """The experimenters for whom there is somebody alike."""
        return tuple(each for each in self.experimenters if self.right(each, kind))

    def right(self, query: int, kind: str) -> int:
        """How many candidates are alike."""
        return sum(self.alike.get((query, other), False) for other in self.candidates(query, kind))

    def pairs(self, kind: str) -> tuple[Places, ...]:
        """Every experimenter with every candidate, peers once."""
        pairs = ((one, other) for one in self.experimenters for other in self.candidates(one, kind))
        return tuple(pair for pair in pairs if kind == "mentors" or pair[0] < pair[1])


@dataclass(frozen=True, slots=True)
class Figure:
    """What one method reaches for mentors or for peers."""

    kind: str
    method: str
    best_three: float
    """The share of alike ones among the best three, mean of those who have somebody alike."""
    area: float
    """How often an alike pair is above one that is not (area under the ROC curve)."""
    across: float
    """The same for alike pairs of a Finnish and a Swedish text."""
    threshold: float
    """From this likeness on, pairs taken for alike have the best balance (F1) of the next two."""
    right: float
    found: float
    unlabelled: int
    """How many of the best threes the file does not have."""


@dataclass(frozen=True, slots=True)
class LikenessFigures:
    """The figures of labelled pairs, with the most that the best three can reach."""

    figures: tuple[Figure, ...]
    most: Mapping[str, float]
    counts: Mapping[str, tuple[int, int]]
    """Of each kind how many experimenters have somebody alike, and how many pairs are alike."""

    def figure(self, kind: str, method: str) -> Figure:
        """The figures of one method."""
        return next(each for each in self.figures if (each.kind, each.method) == (kind, method))

    def lines(self) -> Iterable[str]:
        """A table of each kind."""
        for kind, (texts, pairs) in self.counts.items():
            yield f"{kind}: {texts} texts have somebody alike, {pairs} pairs are alike"
            yield "  method      best 3   area  fi-sv  from  right  found  unlabelled"
            yield from (row_of(each) for each in self.figures if each.kind == kind)
            yield f"  at most     {self.most[kind]:6.1%}"


def row_of(each: Figure) -> str:
    """A method's figures in one line."""
    return (
        f"  {each.method:10}  {each.best_three:6.1%}  {each.area:.3f}  {each.across:.3f}"
        f"  {each.threshold:.2f}  {each.right:5.1%}  {each.found:5.1%}  {each.unlabelled:10}"
    )


def measure_likeness(rows: Iterable[Mapping[str, str]]) -> LikenessFigures:
    """Compare the methods on labelled pairs, for mentors and for peers."""
    labels = labels_of(tuple(rows))
    found = {name: method(labels.texts).round(9) for name, method in METHODS.items()}
    kinds = tuple(kind for kind in ("mentors", "peers") if labels.queries(kind))
    return LikenessFigures(
        tuple(figure(labels, kind, name, found[name]) for kind in kinds for name in METHODS),
        {kind: most_of(labels, kind) for kind in kinds},
        {
            kind: (
                len(labels.queries(kind)),
                sum(labels.alike.get(pair, False) for pair in labels.pairs(kind)),
            )
            for kind in kinds
        },
    )


def labels_of(rows: Sequence[Mapping[str, str]]) -> Labels:
    """The texts and pairs of a labelled file."""
    names = sorted({row[side] for row in rows for side in ("one", "other")})
    known = {
        text: told
        for file in sorted({name.partition(":")[0] for name in names})
        for text, told in texts_in(file).items()
    }
    place = {name: number for number, name in enumerate(names)}
    pairs = [(row, (place[row["one"]], place[row["other"]])) for row in rows]
    both = [(row, pair) for row, (one, other) in pairs for pair in ((one, other), (other, one))]
    return Labels(
        texts=tuple(known[name][1] for name in names),
        mentors=tuple(place[name] for name in names if known[name][0] == Role.MENTOR),
        experimenters=tuple(place[name] for name in names if known[name][0] != Role.MENTOR),
        alike={pair: row["alike"] == "1" for row, pair in both},
        across=frozenset(pair for row, pair in both if row["languages"] == TWO_LANGUAGES),
    )


def texts_in(file: str) -> dict[str, tuple[Role, str]]:
    """The roles of an export and the texts that a match goes by, by their names."""
    (sheet,) = read_export(DATA / f"{file}.csv", load(find_file(None))).sheets
    return {
        f"{file}:{each.response_id}": (sheet.role, matched_text(each))
        for each in sheet.registrations
    }


def matched_text(registration: Registration) -> str:
    """The text of a registration as a match sees it."""
    participant = Participant(
        id=0,
        identity="",
        role=registration.role,
        organisation=Organisation(key="", name="", type=OrganisationType.OTHER),
        registration=registration,
        topics=(),
        languages=(),
        bodies=frozenset(),
    )
    is_mentor = registration.role == Role.MENTOR
    return (mentor_side(participant) if is_mentor else experimenter_side(participant)).text


def figure(labels: Labels, kind: str, method: str, found: Matrix) -> Figure:
    """What one method reaches."""
    pairs = labels.pairs(kind)
    alike = [pair for pair in pairs if labels.alike.get(pair)]
    unlike = [found[pair] for pair in pairs if not labels.alike.get(pair)]
    queries = labels.queries(kind)
    best = [pair for query in queries for pair in best_of(labels, query, kind, found)]
    threshold, right, part = balance([found[pair] for pair in alike], unlike)
    return Figure(
        kind=kind,
        method=method,
        # Of fewer than three candidates the missing ones count as unlike, for all methods the same.
        best_three=sum(labels.alike.get(pair, False) for pair in best) / (BEST * len(queries)),
        area=area([found[pair] for pair in alike], unlike),
        across=area([found[pair] for pair in alike if pair in labels.across], unlike),
        threshold=threshold,
        right=right,
        found=part,
        unlabelled=sum(pair not in labels.alike for pair in best),
    )


def best_of(labels: Labels, query: int, kind: str, found: Matrix) -> list[Places]:
    """The best three for an experimenter; at a tie by the order of names."""
    candidates = labels.candidates(query, kind)
    return [(query, each) for each in sorted(candidates, key=lambda one: -found[query, one])][:BEST]


def most_of(labels: Labels, kind: str) -> float:
    """What the best three would reach if every alike one came first."""
    queries = labels.queries(kind)
    return sum(min(BEST, labels.right(each, kind)) for each in queries) / (BEST * len(queries))


def area(alike: Sequence[float], unlike: Sequence[float]) -> float:
    """How often an alike pair is above an unlike one, a tie counting half; of none, always."""
    if not alike or not unlike:
        return 1.0
    above = np.subtract.outer(np.array(alike), np.array(unlike))
    return float(np.mean((above > 0) + 0.5 * (above == 0)))


def balance(alike: Sequence[float], unlike: Sequence[float]) -> tuple[float, float, float]:
    """The threshold with the best F1, and which share is right and found there."""
    thresholds = np.unique(np.array(alike))
    hits = np.array([(np.array(alike) >= each).sum() for each in thresholds])
    taken = hits + np.array([(np.array(unlike) >= each).sum() for each in thresholds])
    best = int(np.argmax(2 * hits / (taken + len(alike))))
    return float(thresholds[best]), float(hits[best] / taken[best]), float(hits[best] / len(alike))


def ours(texts: Sequence[str]) -> Matrix:
    """Likeness as a match counts it."""
    read = read_texts(texts, load(find_file(None)).keyword_topics())
    return likeness(read, rows=slice(None), columns=slice(None))


METHODS: Mapping[str, Callable[[Sequence[str]], Matrix]] = {
    "ours": ours,
    "words": by_words,
    "letters": by_letters,
}
