"""The example exports rewritten as other form tools would have exported the same answers."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from digikunta_cli.importing.exports import read_export
from digikunta_cli.importing.form import Form, recognise, wordings_for
from digikunta_cli.importing.form import questions_of as known_questions
from digikunta_cli.importing.questions import Wordings
from digikunta_cli.topics import Catalogue

Table = list[list[str]]
Cell = Callable[[str], str]
OTHER = "muu, mikä?"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answers by row: one text each, or several of its options."""

    question: str
    texts: tuple[tuple[str, ...], ...]
    options: tuple[str, ...] = ()
    """What was ticked in any row; empty where one text is asked for."""

    def chosen(self, row: int) -> tuple[str, ...]:
        """The options ticked in a row; "other" is left out where its text is told."""
        ticked = [text for text in self.texts[row] if text in self.options]
        return tuple(text for text in ticked if text != OTHER or not self.other(row))

    def other(self, row: int) -> str:
        """The free text of a row beside the options."""
        return "; ".join(text for text in self.texts[row] if text not in self.options)

    @property
    def has_other(self) -> bool:
        """Whether any row has a free text beside the options."""
        return any(self.other(row) for row in range(len(self.texts)))


@dataclass(frozen=True, slots=True)
class Answers:
    """What an export holds, free of its tool's shape."""

    asked: tuple[Asked, ...]
    times: tuple[datetime, ...]

    @property
    def rows(self) -> range:
        """The rows by index."""
        return range(len(self.times))


def answers_of(path: Path, catalogue: Catalogue) -> Answers:
    """The answers of an example export, in the order of its questions."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        headings, *rows = csv.reader(file, delimiter=";")
    form = recognise(headings, catalogue)
    assert form is not None
    columns: dict[str, list[int]] = {}
    for index, heading in enumerate(form.headings):
        target = form.targets.get(index)
        is_part = target is not None and (target.option or target.is_open)
        question = heading.partition(": ")[0] if is_part else heading
        if index not in form.tool.purposes:
            columns.setdefault(question, []).append(index)
    read = read_export(path, catalogue).sheets[0].registrations
    times = tuple(each.answered_at or datetime(2016, 1, 1) for each in read)
    asked = (_asked(q, indexes, rows, form, catalogue) for q, indexes in columns.items())
    return Answers(tuple(asked), times)


def _asked(
    question: str, indexes: Sequence[int], rows: Table, form: Form, catalogue: Catalogue
) -> Asked:
    target = form.targets.get(indexes[0])
    if target is None or known_questions(form.role)[target.field].kind not in ("many", "topics"):
        return Asked(question, tuple((row[indexes[0]],) for row in rows))
    known = wordings_for(form.role, known_questions(form.role)[target.field], catalogue)
    texts = tuple(_ticked(row, indexes, form, known) for row in rows)
    options = dict.fromkeys(text for row in texts for text in row if known.exact(text))
    return Asked(question, texts, tuple(options))


def _ticked(
    row: Sequence[str], indexes: Sequence[int], form: Form, known: Wordings
) -> tuple[str, ...]:
    texts: list[str] = []
    for index in indexes:
        target = form.targets[index]
        if target.option:
            texts.extend([target.label] if row[index] == "1" else [])
        else:
            texts.extend(part for part in row[index].split(";") if part)
    return tuple(text.strip() for text in texts)


def limesurvey(answers: Answers) -> Table:
    """Codes and texts in the headings, Y where an option was chosen, its own column for other."""
    cells: list[tuple[str, Callable[[int], str]]] = [
        ("id", lambda row: f"{row + 1}.0"),
        ("submitdate", lambda row: str(answers.times[row])),
        ("lastpage", lambda row: "3"),
        ("startlanguage", lambda row: "fi"),
        ("seed", lambda row: str(row)),
    ]
    for number, asked in enumerate(answers.asked, start=1):
        code = f"G01Q{number:02}"
        cells.extend(
            (head.replace("[]", code), cell)
            for head, cell in _options(asked, "[][SQ{k:03}] {q} [{option}]", lambda option: "Y")
        )
        if asked.options and asked.has_other:
            cells.append((f"{code}[other] {asked.question} [Other]", asked.other))
        if not asked.options:
            cells.append((f"{code} {asked.question}", _text_of(asked)))
    return _table(cells, answers)


def surveymonkey(answers: Answers) -> Table:
    """Two rows of headings: the question and blanks, then the options or what kind of answer."""
    system = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"]
    system += ["Email Address", "First Name", "Last Name", "Custom Data 1"]
    upper, lower = list(system), [""] * len(system)
    cells: list[tuple[str, Callable[[int], str]]] = [
        ("", lambda row: str(9_000 + row)),
        ("", lambda row: "1"),
        ("", lambda row: str(answers.times[row])),
        ("", lambda row: str(answers.times[row])),
        ("", lambda row: "192.0.2.1"),
        *(("", lambda row: "") for _column in system[5:]),
    ]
    for asked in answers.asked:
        options = _options(asked, "{option}", lambda option: option)
        if asked.options and asked.has_other:
            options.append(("Other (please specify)", asked.other))
        options = options or [("Open-Ended Response", _text_of(asked))]
        upper += [f"{asked.question}<br>", *[""] * (len(options) - 1)]
        lower += [head for head, _cell in options]
        cells += options
    return [upper, lower, *_table(cells, answers)[1:]]


def google(answers: Answers) -> Table:
    """Options joined by comma and blank, a free text bare among them, the account's address."""
    cells: list[tuple[str, Callable[[int], str]]] = [
        ("Timestamp", lambda row: f"{answers.times[row]:%Y/%m/%d %I:%M:%S %p} GMT+{_hours(row)}"),
        ("Email Address", lambda row: "someone@else.example"),
    ]

    def _hours(row: int) -> int:
        offset = answers.times[row].replace(tzinfo=ZoneInfo("Europe/Helsinki")).utcoffset()
        assert offset is not None
        return int(offset.total_seconds() // 3600)

    return _table([*cells, *((a.question, _joined(a, ", ")) for a in answers.asked)], answers)


def typeform(answers: Answers) -> Table:
    """A token first, times in UTC last, stars around headings."""

    def utc(row: int) -> str:
        local = answers.times[row].replace(tzinfo=ZoneInfo("Europe/Helsinki"))
        return str(local.astimezone(ZoneInfo("UTC")).replace(tzinfo=None))

    first: list[tuple[str, Callable[[int], str]]] = [("#", lambda row: f"token{row}")]
    last: list[tuple[str, Callable[[int], str]]] = [
        ("Response Type", lambda row: "completed"),
        ("Start Date (UTC)", utc),
        ("Stage Date (UTC)", lambda row: ""),
        ("Submit Date (UTC)", utc),
        ("Network ID", lambda row: "abc"),
        ("Tags", lambda row: ""),
        ("Ending", lambda row: "Kiitos!\n🎉"),
    ]
    asked = [
        (f"*{a.question}*" if a.options else a.question, _joined(a, ", ")) for a in answers.asked
    ]
    return _table([*first, *asked, *last], answers)


def webropol(answers: Answers, *, ticked: Cell, heading: str, other: str) -> Table:
    """One column an option; how it is headed and what stands in it is told."""
    cells: list[tuple[str, Callable[[int], str]]] = [
        ("Vastaajan tunniste", lambda row: str(row)),
        ("Vastausaika", lambda row: f"{answers.times[row]:%d.%m.%Y %H.%M.%S}"),
    ]
    for asked in answers.asked:
        cells.extend(_options(asked, heading, ticked))
        if asked.options and asked.has_other:
            cells.append((other.format(q=asked.question), asked.other))
        if not asked.options:
            cells.append((asked.question, _text_of(asked)))
    return _table(cells, answers)


def write(table: Table, path: Path) -> Path:
    """Keep a table as a comma-parted file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(table)
    return path


def _options(asked: Asked, heading: str, ticked: Cell) -> list[tuple[str, Callable[[int], str]]]:
    """One column for each option, with what stands there when it was chosen."""

    def column(option: str) -> Callable[[int], str]:
        return lambda row: ticked(option) if option in asked.chosen(row) else ""

    numbers = count(1)
    return [
        (heading.format(q=asked.question, option=option, k=next(numbers)), column(option))
        for option in asked.options
    ]


def _joined(asked: Asked, by: str) -> Callable[[int], str]:
    if not asked.options:
        return _text_of(asked)
    return lambda row: by.join(filter(None, (*asked.chosen(row), asked.other(row))))


def _text_of(asked: Asked) -> Callable[[int], str]:
    return lambda row: asked.texts[row][0]


def _table(cells: Sequence[tuple[str, Callable[[int], str]]], answers: Answers) -> Table:
    return [
        [heading for heading, _cell in cells],
        *([cell(row) for _heading, cell in cells] for row in answers.rows),
    ]
