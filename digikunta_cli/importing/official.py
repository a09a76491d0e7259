"""The forms' own wording of every question and option in Finnish, Swedish and English."""

import csv
from functools import cache
from pathlib import Path

from digikunta_cli.importing.form import Form, questions_of
from digikunta_cli.importing.questions import Kind
from digikunta_cli.model import Role
from digikunta_cli.text import one_line
from digikunta_cli.topics import Catalogue

_FILE = Path(__file__).with_name("wordings.csv")


@cache
def _wordings() -> dict[tuple[str, str, str], dict[str, str]]:
    """By role (empty where both forms ask it), field and option (empty for the question)."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        return {(row["role"], row["field"], row["option"]): row for row in csv.DictReader(file)}


def official(role: Role, field: str, language: str, *, option: str = "") -> str:
    """A question, or one of its options, as the official form words it."""
    known = _wordings()
    row = known.get((role.value, field, option)) or known["", field, option]
    return row[language]


def question_wording(form: Form, field: str, language: str, *, spoken: str | None) -> str:
    """A question in a language: in the form's own words where it is what the form speaks."""
    if language == spoken:
        whole = (i for i, t in form.targets.items() if t.field == field and t.option is None)
        index = next((i for i in whole if not form.targets[i].is_open), None)
        if index is not None:
            return one_line(form.headings[index])
    return official(form.role, field, language)


def option_wordings_in(
    role: Role, field: str, language: str, catalogue: Catalogue
) -> tuple[str, ...]:
    """The options of a question in a language, in the order of the form."""
    question = questions_of(role)[field]
    if question.kind is Kind.TOPICS:
        return tuple(catalogue.name(topic.key, language) for topic in catalogue.topics)
    if question.kind is Kind.YES_NO:
        return ()
    return tuple(official(role, field, language, option=each.key) for each in question.options)
