"""What somebody said that the columns of a form answer, which wins over what their words tell."""

from collections.abc import Mapping
from dataclasses import replace

from digikunta_cli.importing.form import Form, Target, extra_name
from digikunta_cli.importing.tools import ToolColumns

EXTRA, IGNORE = "extra", "ignore"
KEPT_TOOL_COLUMNS = ("answered_at", "response_id")
"""What is kept of an answer beside the fields of the form."""


def word_of(form: Form, index: int) -> str:
    """What a column answers in one word: a field, a kept tool column, extra or ignore."""
    if index in form.targets:
        return form.targets[index].field
    purpose = form.tool.purposes.get(index)
    if purpose in KEPT_TOOL_COLUMNS:
        return purpose
    return IGNORE if purpose else EXTRA


def with_given(form: Form, given: Mapping[int, str]) -> Form:
    """The form with the word of some columns; those not given stay as they are."""
    targets: dict[int, Target] = {}
    extras: dict[int, str] = {}
    purposes: dict[int, str] = {}
    for index, heading in enumerate(form.headings):
        word = given.get(index) or word_of(form, index)
        if word == EXTRA:
            extras[index] = extra_name(heading, index, extras)
        elif word == IGNORE or word in KEPT_TOOL_COLUMNS:
            purposes[index] = _purpose(form, index, word)
        else:
            targets[index] = _target(form, index, word)
    tool = ToolColumns(form.tool.tool, purposes)
    return replace(form, tool=tool, targets=targets, extras=extras)


def _purpose(form: Form, index: int, word: str) -> str:
    """The tool's own purpose of a column that is ignored anyhow says more than the word."""
    if word != IGNORE:
        return word
    return form.tool.purposes[index] if word_of(form, index) == IGNORE else "system"


def _target(form: Form, index: int, field: str) -> Target:
    """A column of one option stays that where its heading says so."""
    known = form.targets.get(index)
    return known if known and known.field == field else Target(field)
