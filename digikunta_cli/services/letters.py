"""A letter to one contact: what is asked, in the languages that they asked for."""

import re
from collections.abc import Sequence

from digikunta_cli.addresses import slug
from digikunta_cli.importing.form import questions_of
from digikunta_cli.importing.form_shared import CONTACT_LANGUAGES, LANGUAGES
from digikunta_cli.importing.official import option_wordings_in, question_wording
from digikunta_cli.importing.places import cell_at
from digikunta_cli.importing.questions import Kind, Wordings
from digikunta_cli.mending import Asked, Letter, Matter
from digikunta_cli.services.asked_rows import AskedRow
from digikunta_cli.text import one_line
from digikunta_cli.topics import Catalogue

_HOW = {
    Kind.NUMBER: "number",
    Kind.YES_NO: "yes-no",
    Kind.CHOICE: "choice",
    Kind.MANY: "many",
    Kind.TOPICS: "many",
}
_SPOKEN = Wordings.of((o.key, o.wordings) for o in (*LANGUAGES, *CONTACT_LANGUAGES[2:]))


def letter_to(rows: Sequence[AskedRow], catalogue: Catalogue, taken: set[str]) -> Letter:
    """One letter for the rows of one contact; `taken` are the names that other letters have."""
    languages = tuple(dict.fromkeys(each for row in rows for each in _languages(row)))
    name = rows[0].text("contact_name")
    return Letter(
        stem=_stem(rows[0], taken),
        to=rows[0].address or "",
        name=one_line(name) if name else None,
        pages={
            language: tuple(_matter(row, language, catalogue) for row in rows)
            for language in languages
        },
    )


def _matter(row: AskedRow, language: str, catalogue: Catalogue) -> Matter:
    organisation, title = row.text("organisation"), row.text("title")
    return Matter(
        organisation=one_line(organisation) if organisation else None,
        title=one_line(title) if title else None,
        questions=tuple(
            Asked(
                question=question_wording(
                    row.sheet.form, field, language, spoken=row.sheet.language
                ),
                answer=answer,
                kind=_HOW.get(questions_of(row.sheet.role)[field].kind, "text"),
                options=option_wordings_in(row.sheet.role, field, language, catalogue),
            )
            for field, answer in zip(row.fields, row.answers, strict=True)
        ),
    )


def _languages(row: AskedRow) -> tuple[str, ...]:
    """The languages that a contact asked for, else that of their answer, else of the form."""
    told = _SPOKEN.find(row.text("contact_language") or "")
    if told == "both":
        return ("fi", "sv")
    column = row.sheet.form.tool.column("answer_language")
    answered = _SPOKEN.find(cell_at(row.cells, column)) if column is not None else None
    return (told or answered or row.sheet.language or "fi",)


def _stem(row: AskedRow, taken: set[str]) -> str:
    """The organisation and the answer's id or row, never a person, as a name of a file."""
    id = row.registration.response_id if row.registration else None
    number = id if id and re.fullmatch(r"[A-Za-z0-9-]{1,40}", id) else f"row{row.number}"
    wanted = f"{slug(row.text('organisation') or '') or 'organisation'}-{number.lower()}"
    stem, count = wanted, 1
    while stem in taken:
        count += 1
        stem = f"{wanted}-{count}"
    taken.add(stem)
    return stem
