"""One reader for each field of a form: from the cells of a row to an answer, or to a finding."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from digikunta_cli.importing.choices import is_chosen, split, yes_no
from digikunta_cli.importing.consent import is_worded
from digikunta_cli.importing.form import Form, Target, questions_of, wordings_for
from digikunta_cli.importing.numbers import is_bare, is_doubtful, number
from digikunta_cli.importing.questions import Kind, Question, Wordings
from digikunta_cli.model import Answer, Finding
from digikunta_cli.topics import TOPIC_KEYS, Catalogue

Reader = Callable[[Sequence[str], int, dict[str, Answer], list[Finding]], None]
"""Adds to answers and findings what a row says for one field, by its cells and its number.

There is a cell for each heading of the form, blank where the row was shorter.
"""
Columns = Sequence[tuple[int, Target]]

_OPEN = (Kind.TEXT, Kind.LONG)
_REMEMBERED = 1 << 12
"""So many texts of a question are understood once: most answers that choose or count recur."""
_MOST = {"capacity": 100, "months": 1200}
"""Above these a number is a slip of the keys; the form itself allows a mentor ten."""
YES_OR_NO = ("yes", "no")
"""Keys of the answers to a question of yes or no."""
OPEN_TEXT = {"topics": "other_topic"}
"""Where the open text beside the options is kept, when not in `<field>_other`."""


def readers(form: Form, catalogue: Catalogue) -> tuple[Reader, ...]:
    """The readers of a form: one for all its open texts, and one for each other field it has."""
    columns: dict[str, list[tuple[int, Target]]] = {}
    for index, target in sorted(form.targets.items()):
        columns.setdefault(target.field, []).append((index, target))
    asked = [q for field, q in questions_of(form.role).items() if field in columns]
    texts = [(q.field, columns[q.field][0][0]) for q in asked if q.kind in _OPEN]
    others = (q for q in asked if q.kind not in _OPEN)
    return (
        _open(texts),
        *(_reader(question, columns[question.field], form, catalogue) for question in others),
    )


def _reader(question: Question, columns: Columns, form: Form, catalogue: Catalogue) -> Reader:
    options = options_of(form, question, catalogue)
    headings = {index: form.headings[index] for index, _target in columns}
    if question.kind in (Kind.MANY, Kind.TOPICS):
        return _many(question, columns, options, headings[columns[0][0]])
    return _one(question, headings, options)


def options_of(form: Form, question: Question, catalogue: Catalogue) -> Wordings:
    """The options of a question, with what its form's own words mean."""
    known = wordings_for(form.role, question, catalogue)
    return known.also(form.values.get(question.field, {}))


def _open(fields: Sequence[tuple[str, int]]) -> Reader:
    def read(
        cells: Sequence[str], row: int, answers: dict[str, Answer], findings: list[Finding]
    ) -> None:
        for field, index in fields:
            if cells[index]:
                answers[field] = Answer(cells[index])

    return read


def _one(question: Question, headings: Mapping[int, str], options: Wordings) -> Reader:
    """The reader of one answer; a consent may have several columns, by their index."""
    understand = _UNDERSTAND[question.kind]
    first, *others = headings

    @lru_cache(_REMEMBERED)
    def understood(text: str) -> Understood:
        return understand(text, question, options)

    def read(
        cells: Sequence[str], row: int, answers: dict[str, Answer], findings: list[Finding]
    ) -> None:
        index, text = first, cells[first]
        told = understood(text) if text else None
        if others:
            filled = [each for each in headings if cells[each]]
            index = filled[0] if filled else first
            told = _agreed([understood(cells[each]) for each in filled]) if filled else None
        if told is None:
            return
        answers[question.field], code = told
        if code:
            value = None if question.is_private else told[0].text
            findings.append(Finding(code=code, row=row, column=headings[index], value=value))

    return read


Understood = tuple[Answer, str | None]


def _agreed(told: Sequence[Understood]) -> Understood:
    """What all columns of a question say; nothing where they disagree."""
    first, code = told[0]
    if all(answer.value == first.value for answer, _code in told):
        return first, code
    return Answer("; ".join(answer.text for answer, _code in told)), "answer-unclear"


def _number(text: str, question: Question, options: Wordings) -> Understood:
    value = number(text)
    if question.field in ("capacity", "volume", "months") and isinstance(value, float):
        value = None
    if value is not None and not 0 <= value <= _MOST.get(question.field, value):
        value = None
    if value is None:
        return Answer(text), "number-doubtful" if is_doubtful(text) else "number-missing"
    return Answer(text, value), None if is_bare(text) else "number-unsure"


def _choice(text: str, question: Question, options: Wordings) -> Understood:
    key = options.find(text)
    if key is None and any(option.key == "other" for option in question.options):
        return Answer(text, "other"), None
    return Answer(text, key), None if key else "choice-unknown"


def _yes_no(text: str, question: Question, options: Wordings) -> Understood:
    # What is near to a "yes" may have a reservation to it.
    told = "no" if options.find(text) == "no" else options.exact(text)
    value = told == "yes" if told in YES_OR_NO else yes_no(text)
    if value is None and _is_question(text, question):
        value = True
    return Answer(text, value), "answer-unclear" if value is None else None


def is_option(text: str, question: Question, options: Wordings) -> bool:
    """Whether an answer to a question of one choice, or of yes or no, is understood as one."""
    if question.kind is Kind.CHOICE:
        return options.find(text) is not None
    return _yes_no(text, question, options)[1] is None


def _is_question(text: str, question: Question) -> bool:
    """Whether the answer is the sentence itself, as a ticked box may be written."""
    return is_worded(text, question.wordings)


_UNDERSTAND: dict[Kind, Callable[[str, Question, Wordings], Understood]] = {
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.YES_NO: _yes_no,
}


def _many(question: Question, columns: Columns, options: Wordings, heading: str) -> Reader:
    order = TOPIC_KEYS if question.kind is Kind.TOPICS else [o.key for o in question.options]
    indexes = tuple(index for index, _target in columns)
    targets = tuple(target for _index, target in columns)

    @lru_cache(_REMEMBERED)
    def chosen(texts: tuple[str, ...]) -> tuple[dict[str, Answer], bool]:
        return _chosen(question, order, zip(texts, targets, strict=True), options)

    def read(
        cells: Sequence[str], row: int, answers: dict[str, Answer], findings: list[Finding]
    ) -> None:
        found, is_unknown = chosen(tuple([cells[index] for index in indexes]))
        answers.update(found)
        if is_unknown:
            findings.append(Finding(code="choice-unknown", row=row, column=heading))

    return read


def _chosen(
    question: Question,
    order: Sequence[str],
    cells: Iterable[tuple[str, Target]],
    options: Wordings,
) -> tuple[dict[str, Answer], bool]:
    """The answers of a row, and whether it says something that is no option."""
    keys: set[str] = set()
    others: list[str] = []
    texts: list[str] = []
    odd: list[str] = []
    for text, target in _marked(cells):
        if _is_odd(text, target, options):
            odd.append(text)
        else:
            _take(text, target, options, keys, others, texts)
    if others and "other" in order:
        keys.add("other")
    is_unknown = bool(odd) or (bool(others) and "other" not in keys)
    others = [*dict.fromkeys(odd), *others]
    answers: dict[str, Answer] = {}
    if keys or texts:
        ordered = tuple(key for key in order if key in keys)
        answers[question.field] = Answer("; ".join(texts), ordered or None)
    if others:
        open_text = OPEN_TEXT.get(question.field, f"{question.field}_other")
        answers[open_text] = Answer("; ".join(others))
    return answers, is_unknown


def _marked(cells: Iterable[tuple[str, Target]]) -> list[tuple[str, Target]]:
    """The filled cells, but for those that an o tells apart from options with an x."""
    filled = [(text, target) for text, target in cells if text]
    if any(target.option and text in ("x", "X") for text, target in filled):
        return [each for each in filled if not (each[1].option and each[0] in ("o", "O"))]
    return filled


def _is_odd(text: str, target: Target, options: Wordings) -> bool:
    """Whether the column of an option says neither that it was chosen nor that it was not."""
    if target.is_coded:
        told = is_chosen(text, option="")
        return told is not False and not split(text, options).keys
    if target.option in (None, "other") or options.exact(text) == target.option:
        return False
    return is_chosen(text, option=target.label) is None


def _take(
    text: str,
    target: Target,
    options: Wordings,
    keys: set[str],
    others: list[str],
    texts: list[str],
) -> None:
    """Add what one cell chose to what the row chose so far."""
    if target.is_open:
        others.append(text)
        return
    if target.option is None:
        if target.is_coded and is_chosen(text, option="") is False:
            return
        chosen = split(text, options)
        keys.update(chosen.keys)
        others.extend(chosen.others)
        texts.append(text)
        return
    told = is_chosen(text, option=target.label)
    if told is not False:
        keys.add(target.option)
        texts.append(target.label)
    if told is None and options.exact(text) != target.option:
        others.append(text)
