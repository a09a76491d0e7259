"""Columns and times that are not certain, as a person says what they are."""

from collections.abc import Callable, Mapping, Sequence

from digikunta_cli.importing.dates import Order, moment
from digikunta_cli.importing.form import Form
from digikunta_cli.importing.given import with_given
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.guessing import Doubt
from digikunta_cli.importing.registrations import undecided_time

Ask = Callable[[str, str, Sequence[str]], bool]
"""Asks a person whether the column of a heading answers a field; with samples of its cells."""
AskOrder = Callable[[str, Mapping[str, str]], str | None]
"""Asks a person which day a time means: told the time, and the day by each order; None: unknown."""


def with_answers(ask: Ask, form: Form, asked: Sequence[Doubt]) -> Form:
    """The form with its columns as a person said they are, one question at a time."""
    given: dict[int, str] = {}
    for doubt in asked:
        if doubt.index in given or doubt.field in given.values():
            continue
        if ask(doubt.heading, doubt.field, doubt.samples):
            given[doubt.index] = doubt.field
    return with_given(form, given)


def asked_order(form: Form, rows: Sequence[Row], ask: AskOrder) -> Order:
    """The order of day and month in the times of a sheet that does not tell it."""
    text = undecided_time(rows, form)
    if text is None:
        return None
    days = {order: moment(text, order) for order in ("dmy", "mdy")}
    return ask(text, {order: day.date().isoformat() for order, day in days.items() if day})
