"""One reader for each field of a form: from the cells of a row to an answer, or to a finding."""

from collections.abc import Callable, Sequence

from digikunta_cli.importing.choices import is_chosen, split, yes_no
from digikunta_cli.importing.form import Form, Target, questions_of, wordings_for
from digikunta_cli.importing.numbers import is_bare, number
from digikunta_cli.importing.questions import Kind, Question, Wordings
from digikunta_cli.model import Answer, Finding
from digikunta_cli.topics import TOPIC_KEYS, Catalogue

Read = tuple[dict[str, Answer], list[Finding]]
Reader = Callable[[Sequence[str], int], Read]
Columns = Sequence[tuple[int, Target]]

_NOTHING: Read = ({}, [])
_MOST = {"capacity": 100, "months": 1200}
"""Above these a number is a slip of the keys; the form itself allows a mentor ten."""
OPEN_TEXT = {"topics": "other_topic"}
"""Where the open text beside the options is kept, when not in `<field>_other`."""


def readers(form: Form, catalogue: Catalogue) -> tuple[Reader, ...]:
    """The readers of a form, one for each field that it has, in the order of the questions."""
    columns: dict[str, list[tuple[int, Target]]] = {}
    for index, target in sorted(form.targets.items()):
        columns.setdefault(target.field, []).append((index, target))
    return tuple(
        _reader(question, columns[field], form, catalogue)
        for field, question in questions_of(form.role).items()
        if field in columns
    )


def _reader(question: Question, columns: Columns, form: Form, catalogue: Catalogue) -> Reader:
    options = wordings_for(form.role, question, catalogue)
    heading = form.headings[columns[0][0]]
    if question.kind in (Kind.MANY, Kind.TOPICS):
        return _many(question, columns, options, heading)
    index = columns[0][0]
    understand = _UNDERSTAND[question.kind]

    def read(cells: Sequence[str], row: int) -> Read:
        text = cells[index] if index < len(cells) else ""
        if not text:
            return _NOTHING
        answer, code = understand(text, question, options)
        return {question.field: answer}, _findings(code, question, heading, row, text)

    return read


def _findings(
    code: str | None, question: Question, heading: str, row: int, text: str
) -> list[Finding]:
    if code is None:
        return []
    value = None if question.is_private else text
    return [Finding(code=code, row=row, column=heading, value=value)]


Understood = tuple[Answer, str | None]


def _text(text: str, question: Question, options: Wordings) -> Understood:
    return Answer(text), None


def _number(text: str, question: Question, options: Wordings) -> Understood:
    value = number(text)
    if question.field in ("capacity", "volume", "months") and isinstance(value, float):
        value = None
    if value is not None and not 0 <= value <= _MOST.get(question.field, value):
        value = None
    if value is None:
        return Answer(text), "number-missing"
    return Answer(text, value), None if is_bare(text) else "number-unsure"


def _choice(text: str, question: Question, options: Wordings) -> Understood:
    key = options.find(text)
    if key is None and any(option.key == "other" for option in question.options):
        return Answer(text, "other"), None
    return Answer(text, key), None if key else "choice-unknown"


def _yes_no(text: str, question: Question, options: Wordings) -> Understood:
    value = yes_no(text)
    if value is None and options.find(text) == "no":
        value = False
    if value is None and _is_question(text, question):
        value = True
    return Answer(text, value), "answer-unclear" if value is None else None


def _is_question(text: str, question: Question) -> bool:
    """Whether the answer is the sentence itself, as a ticked box may be written."""
    return Wordings.of([(question.field, question.wordings)]).exact(text) is not None


_UNDERSTAND: dict[Kind, Callable[[str, Question, Wordings], Understood]] = {
    Kind.TEXT: _text,
    Kind.LONG: _text,
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.YES_NO: _yes_no,
}


def _many(question: Question, columns: Columns, options: Wordings, heading: str) -> Reader:
    order = TOPIC_KEYS if question.kind is Kind.TOPICS else [o.key for o in question.options]
    can_be_other = "other" in order

    def read(cells: Sequence[str], row: int) -> Read:
        keys: set[str] = set()
        others: list[str] = []
        texts: list[str] = []
        for index, target in columns:
            text = cells[index] if index < len(cells) else ""
            if text:
                _take(text, target, options, keys, others, texts)
        if others and can_be_other:
            keys.add("other")
        return _many_read(
            question, tuple(k for k in order if k in keys), others, texts, heading, row
        )

    return read


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
        chosen = split(text, options)
        keys.update(chosen.keys)
        others.extend(chosen.others)
        texts.append(text)
        return
    told = is_chosen(text, option=target.label)
    if told is None and options.exact(text) == target.option:
        told = True
    if told is not False:
        keys.add(target.option)
        texts.append(target.label)
    if told is None:
        others.append(text)


def _many_read(
    question: Question,
    keys: tuple[str, ...],
    others: list[str],
    texts: list[str],
    heading: str,
    row: int,
) -> Read:
    answers: dict[str, Answer] = {}
    findings: list[Finding] = []
    if keys or texts:
        answers[question.field] = Answer("; ".join(texts), keys or None)
    if others:
        answers[OPEN_TEXT.get(question.field, f"{question.field}_other")] = Answer(
            "; ".join(others)
        )
        if "other" not in keys:
            findings.append(Finding(code="choice-unknown", row=row, column=heading))
    return answers, findings
