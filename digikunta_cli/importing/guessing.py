"""Columns whose words are not certain: which question they may be, by words and by values."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import log, sqrt

from digikunta_cli.importing.choices import is_chosen, split, yes_no
from digikunta_cli.importing.form import Form, questions_of, wordings_for
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.numbers import number
from digikunta_cli.importing.questions import Kind, Question, bare
from digikunta_cli.model import Role
from digikunta_cli.text import one_line, words
from digikunta_cli.topics import Catalogue

ASKED = frozenset(
    {"organisation", "title", "topics", "contact_email", "commitment", "sharing", "capacity"}
    | {"languages", "support", "need", "plan", "solution"}
)
"""Fields without which a registration is of little use, so that a likely column is asked for."""

_LIKELY, _POSSIBLE, _CLEAR = 0.55, 0.5, 0.8
_TOLD = 0.3
"""Where words tell less, no cells could make up for it."""
_SEEN = "contact_email"
"""The one field whose answers look like nothing else, so that words need not tell it."""
_ROWS, _VALUES, _SAMPLES = 1_000, 20, 3
_LONGEST_SAMPLE = 60
_LONGEST = 300
"""No longer part of an answer is looked at."""
_LONGEST_HEADING = 400
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_STEM = 5
"""Words are alike by so many letters at their beginnings."""
_UNKNOWN_WORD = 1.5
_SILENT = frozenset(
    words(
        "ja tai on ei se te me och eller i på för av att är ni vi the of and or to in a is for mikä"
        " mitä mihin missä kuinka vad vilka vilken vilket hur what which how your you do are teidän"
        " sekä med en ett det den som our we with er era"
    )
)
"""Words that every question has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A column that may answer a field; `samples` are a few of its filled cells."""

    index: int
    heading: str
    field: str
    confidence: float
    samples: tuple[str, ...]


def doubts(form: Form, rows: Sequence[Row], catalogue: Catalogue) -> tuple[Doubt, ...]:
    """The likely fields of the extra columns, the surest first; answered fields are no guess."""
    answered = {target.field for target in form.targets.values()}
    open_questions = [q for f, q in questions_of(form.role).items() if f not in answered]
    found: list[Doubt] = []
    for index in form.extras:
        heading = form.headings[index]
        mine = _telling(heading)
        if not mine or len(heading) > _LONGEST_HEADING:
            continue
        values = _values(rows, index)
        for question in open_questions:
            score = _confidence(mine, values, question, form.role, catalogue)
            if score >= _LIKELY:
                found.append(
                    Doubt(
                        index=index,
                        heading=heading,
                        field=question.field,
                        confidence=round(score, 2),
                        samples=_samples(values),
                    )
                )
    found.extend(_coded(form, rows, catalogue))
    return tuple(sorted(found, key=lambda each: (-each.confidence, each.index, each.field)))


def _coded(form: Form, rows: Sequence[Row], catalogue: Catalogue) -> Iterator[Doubt]:
    """The first column of each field that marks an option by a code without saying which."""
    fields: set[str] = set()
    for index, target in sorted(form.targets.items()):
        if not target.is_coded or target.field in fields:
            continue
        question = questions_of(form.role)[target.field]
        marks = [
            value for value in _values(rows, index) if is_chosen(value, option="") is not False
        ]
        if marks and (_fitting(marks, question, form.role, catalogue) or 0) < _POSSIBLE:
            fields.add(target.field)
            yield Doubt(
                index=index,
                heading=form.headings[index],
                field=target.field,
                confidence=_LIKELY,
                samples=_samples(marks),
            )


def is_asked(doubt: Doubt, role: Role) -> bool:
    """Whether a field is worth a question: a required one that much rests on."""
    return doubt.field in ASKED and questions_of(role)[doubt.field].required


def best(found: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """One field a column and one column a field, the surest first."""
    columns: set[int] = set()
    fields: set[str] = set()
    kept: list[Doubt] = []
    for doubt in found:
        if doubt.index not in columns and doubt.field not in fields:
            columns.add(doubt.index)
            fields.add(doubt.field)
            kept.append(doubt)
    return tuple(kept)


def _values(rows: Sequence[Row], index: int) -> tuple[str, ...]:
    """The first filled cells of a column."""
    cells = (cells[index][:_LONGEST] for _number, cells in rows[:_ROWS] if index < len(cells))
    return tuple(islice(filter(None, cells), _VALUES))


def _samples(values: Sequence[str]) -> tuple[str, ...]:
    lines = (one_line(value) for value in islice(dict.fromkeys(values), _SAMPLES))
    return tuple(
        line if len(line) <= _LONGEST_SAMPLE else f"{line[: _LONGEST_SAMPLE - 1]}…"
        for line in lines
    )


def _confidence(
    mine: frozenset[str],
    values: Sequence[str],
    question: Question,
    role: Role,
    catalogue: Catalogue,
) -> float:
    """From 0 to 1: by the words, raised or ruled out by what the cells look like."""
    told = max(_likeness(mine, theirs, role) for theirs in _wordings(role)[question.field])
    if not values or (told < _TOLD and question.field != _SEEN):
        return told
    share = _fitting(values, question, role, catalogue)
    if share is None:
        return told
    if share < _POSSIBLE:
        return 0.0
    if question.field == _SEEN and share >= _CLEAR:
        return max(told, share)
    return 0.65 * told + 0.35 * share


def _fitting(
    values: Sequence[str], question: Question, role: Role, catalogue: Catalogue
) -> float | None:
    """The share of cells that could be answers; None where any text could be one."""
    if question.field == "contact_email":
        return _share(values, lambda value: bool(_EMAIL.fullmatch(value.strip())))
    if question.kind is Kind.NUMBER:
        return _share(values, lambda value: number(value) is not None)
    if question.kind is Kind.YES_NO:
        return _share(values, lambda value: yes_no(value) is not None)
    if question.options or question.kind is Kind.TOPICS:
        options = wordings_for(role, question, catalogue)
        return _share(values, lambda value: bool(split(value, options).keys))
    # A text is ruled out by what no text is, but nothing speaks for it.
    plain_text = _share(values, _is_text)
    return None if plain_text >= _POSSIBLE else 0.0


def _is_text(value: str) -> bool:
    return yes_no(value) is None and number(value) is None and not _EMAIL.fullmatch(value.strip())


def _share(values: Sequence[str], fits: Callable[[str], bool]) -> float:
    return sum(map(fits, values)) / len(values)


def _telling(text: str) -> frozenset[str]:
    """The beginnings of the words that tell something, whatever their endings."""
    return frozenset(word[:_STEM] for word in bare(text).split() if word not in _SILENT)


@cache
def _wordings(role: Role) -> Mapping[str, tuple[frozenset[str], ...]]:
    return {
        question.field: tuple(_telling(wording) for wording in question.wordings)
        for question in questions_of(role).values()
    }


@cache
def _weights(role: Role) -> Mapping[str, float]:
    """How much a word tells: the fewer questions it stands in, the more."""
    wordings = _wordings(role).values()
    counts = Counter(word for each in wordings for word in frozenset().union(*each))
    return {word: 1 + log(len(wordings) / count) for word, count in counts.items()}


def _likeness(mine: frozenset[str], theirs: frozenset[str], role: Role) -> float:
    """How much two questions have in common, by the words that tell most."""
    common = mine & theirs
    if not common:
        return 0.0
    weights = _weights(role)
    # A word that no question has may be mere decoration, so it counts little.
    ours = sum(weights.get(word, _UNKNOWN_WORD) for word in mine)
    asked = sum(weights[word] for word in theirs)
    return sum(weights[word] for word in common) / sqrt(ours * asked)
