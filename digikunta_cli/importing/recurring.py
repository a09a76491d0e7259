"""Texts that recur in a question of choice, though they are none of its known options."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from digikunta_cli.importing.answers import is_option, options_of
from digikunta_cli.importing.choices import Join, split, together
from digikunta_cli.importing.form import Form, questions_of
from digikunta_cli.importing.places import cell_at, columns_of
from digikunta_cli.importing.questions import Kind, Question, Wordings, bare
from digikunta_cli.model import Finding
from digikunta_cli.topics import Catalogue

LEAST = 5
"""What so many organisations answered is what the form offers, not somebody's own words."""
_LEAST_ODD = 2
"""So many are enough where the question leaves no room for own words."""
_MOST = 5
"""No more texts of a column are told."""
_ROWS = 5_000
"""So many rows tell what a form offers; more would only take time."""
_LONGEST = 200
"""No option is longer."""
_SEVERAL = (Kind.MANY, Kind.TOPICS)
_CHOICES = (*_SEVERAL, Kind.CHOICE, Kind.YES_NO)
_MARK = re.compile(r"[;\n]")
_ONLY_OTHER = re.compile(
    r"(?:jokin |jotain |något |någon )?(?:muu|muuta|muut|annat|annan|övrigt|other)"
    r"(?: (?:mikä|mitä|vad|vilken|what|please|specify))*"
)
"""The option of own words without those words, which means nothing else."""

Rows = Iterable[tuple[str, ...]]
_Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A text that is no known option of a question, and how many organisations answered it."""

    field: str
    heading: str
    text: str
    count: int
    is_told: bool
    """Whether the findings of its rows repeat it already."""


def recurring(rows: Rows, form: Form, catalogue: Catalogue) -> Iterator[Recurring]:
    """The commonest of each column of choice, by the cells of the rows that are registrations."""
    rows = tuple(islice(rows, _ROWS))
    sender = columns_of(form, "organisation")[0]
    for index, target in sorted(form.targets.items()):
        question = questions_of(form.role)[target.field]
        if target.label or target.is_open or question.kind not in _CHOICES:
            continue
        told = {(cell_at(cells, sender), cell_at(cells, index)): None for cells in rows}
        counts = Counter(cell for _sender, cell in told if cell)
        options = options_of(form, question, catalogue)
        has_other = "other" in options.entries.values()
        least = LEAST if has_other else _LEAST_ODD
        for text, count in _commonest(_unknown(counts, question, options), least):
            yield Recurring(
                field=question.field,
                heading=form.headings[index],
                text=text,
                count=count,
                is_told=question.kind not in _SEVERAL and not has_other,
            )


def recurring_findings(rows: Rows, form: Form, catalogue: Catalogue) -> Iterator[Finding]:
    """A finding of the whole column for each text that the form seems to offer."""
    return (
        Finding(code="choice-recurring", column=each.heading, value=each.text)
        for each in recurring(rows, form, catalogue)
        if each.count >= LEAST and not each.is_told
    )


def joiner(runs: Iterable[tuple[Sequence[str], int]]) -> Join:
    """How unknown pieces belong together, by the runs of neighbours in a column and their counts.

    Pieces that never occur apart are one option that holds a comma, and so are the words that
    somebody wrote once; a comma parts a piece that recurs from one without which it occurs too.
    """
    alone: Counter[str] = Counter()
    both: Counter[tuple[str, str]] = Counter()
    for run, count in runs:
        alone.update(dict.fromkeys(run, count))
        both.update(dict.fromkeys(pairwise(run), count))

    def join(pieces: list[str]) -> list[str]:
        texts = pieces[:1]
        for before, after in pairwise(pieces):
            counts = (alone[before], alone[after], both[before, after])
            if max(counts) < LEAST or len(set(counts)) == 1:
                texts[-1] = f"{texts[-1]}, {after}"
            else:
                texts.append(after)
        return texts

    return join


def _unknown(counts: _Counts, question: Question, options: Wordings) -> Iterator[tuple[str, int]]:
    """What the cells of a column say that is no option, with their counts."""
    if question.kind not in _SEVERAL:
        return ((c, n) for c, n in counts.items() if not is_option(c, question, options))
    runs = [(run, count) for cell, count in counts.items() for run in _runs(cell, options)]
    # Where other marks part the options, commas part nothing.
    is_marked = sum(count for cell, count in counts.items() if _MARK.search(cell)) >= LEAST
    join = together if is_marked else joiner(runs)
    return ((text, count) for run, count in runs for text in join(run))


def _runs(cell: str, options: Wordings) -> list[list[str]]:
    """The unknown pieces of a cell, those that are neighbours together."""
    runs: list[list[str]] = []

    def note(pieces: list[str]) -> list[str]:
        runs.append(pieces)
        return []

    split(cell, options, note)
    return runs


def _commonest(found: Iterable[tuple[str, int]], least: int) -> Iterator[tuple[str, int]]:
    """The texts that recur, in whatever case they are written."""
    spelled: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for text, count in found:
        meant = bare(text)
        spelled.setdefault(meant, text)
        counts[meant] += count
    told = (
        (spelled[meant], count)
        for meant, count in counts.most_common()
        if count >= least and meant and not _ONLY_OTHER.fullmatch(meant)
    )
    return islice((each for each in told if len(each[0]) <= _LONGEST), _MOST)
