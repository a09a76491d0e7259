"""Answers in words of a form's own: what they mean, as a person says, one text at a time."""

from collections.abc import Callable, Iterable, Mapping

from digikunta_cli.importing.form import Form, questions_of
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.official import option_wordings_in
from digikunta_cli.importing.profile import keys_of
from digikunta_cli.importing.questions import Kind
from digikunta_cli.importing.recurring import recurring
from digikunta_cli.importing.refusals import refusal
from digikunta_cli.locale import current_language
from digikunta_cli.locale.labels import yes_no
from digikunta_cli.topics import Catalogue

Choose = Callable[[str, str, Mapping[str, str]], str | None]
"""Asks a person which option, by key, a text means, None for none of them.

It is told the heading, the text, and the options by key in the language in use.
"""
Meanings = Mapping[str, Mapping[str, str]]
"""By field, text -> option key."""


def asked_meanings(
    form: Form, rows: Iterable[Row], catalogue: Catalogue, choose: Choose
) -> Meanings | None:
    """What the recurring texts mean that are no option; None where there was nothing to ask."""
    refuse = refusal(form)
    kept = (cells for number, cells in rows if refuse(number, cells) is None)
    meanings: dict[str, dict[str, str]] = {}
    was_asked = False
    for each in recurring(kept, form, catalogue):
        was_asked = True
        key = choose(each.heading, each.text, _options(form, each.field, catalogue))
        if key is not None:
            meanings.setdefault(each.field, {})[each.text] = key
    return meanings if was_asked else None


def _options(form: Form, field: str, catalogue: Catalogue) -> dict[str, str]:
    """The options of a question by key, worded in the language in use.

    "Other" is not among them: a text that is left as it is counts as that already.
    """
    question = questions_of(form.role)[field]
    if question.kind is Kind.YES_NO:
        return {"yes": yes_no(True), "no": yes_no(False)}
    worded = option_wordings_in(form.role, field, current_language(), catalogue)
    by_key = zip(keys_of(question), worded, strict=True)
    return {key: wording for key, wording in by_key if key != "other"}
