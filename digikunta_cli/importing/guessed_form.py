"""A form in words of its own: which one it may be where its questions are not certain."""

from collections.abc import Sequence
from dataclasses import dataclass

from digikunta_cli.importing.form import LEAST_OWN_QUESTIONS, Form, mapped, questions_of
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.guessing import Doubt, best, doubts
from digikunta_cli.importing.heading_rows import first_readings
from digikunta_cli.model import Role
from digikunta_cli.topics import Catalogue

_MOST_COLUMNS = 150
"""No form asks so much; to guess about more would only take time."""
_LEAST_KNOWN = 3
"""Any list of people has a name and an address; more tells a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A form with the index of its first row of answers, and what is not certain of it."""

    form: Form
    start: int
    doubts: tuple[Doubt, ...]

    @property
    def fields(self) -> frozenset[str]:
        """What the form asks if all that is likely is so."""
        certain = {target.field for target in self.form.targets.values()}
        return frozenset(certain | {doubt.field for doubt in best(self.doubts)})

    @property
    def own(self) -> int:
        """How many of its questions only its role's form asks."""
        known = questions_of(self.form.role)
        return sum(known[field].roles == {self.form.role} for field in self.fields)


def guess(form: Form, start: int, rows: Sequence[Row], catalogue: Catalogue) -> Guess:
    """What is not certain of a form."""
    return Guess(form=form, start=start, doubts=doubts(form, rows[start:], catalogue))


def guess_form(
    rows: Sequence[Row], catalogue: Catalogue, *, role: Role | None = None
) -> Guess | None:
    """The form that a sheet is likely to be; None where it asks too little of any form."""
    least = 0 if role else LEAST_OWN_QUESTIONS
    guesses = _guesses(rows, catalogue, [role] if role else list(Role))
    likely = [each for each in guesses if "organisation" in each.fields and each.own >= least]
    return max(likely, key=lambda each: (each.own, len(each.fields)), default=None)


def partly_known(
    rows: Sequence[Row], catalogue: Catalogue, *, role: Role | None = None
) -> Guess | None:
    """The likelier form of a sheet that asks some known questions, but too few to be certain."""
    guesses = _guesses(rows, catalogue, [role] if role else list(Role))
    known = [each for each in guesses if each.form.targets and len(each.fields) >= _LEAST_KNOWN]
    return max(known, key=lambda each: (each.own, len(each.fields)), default=None)


def strange_form(rows: Sequence[Row], catalogue: Catalogue, *, role: Role) -> Guess | None:
    """A form that asks none of the questions, for somebody to say what its columns answer.

    Its headings are those with most columns in them; None where there are too many.
    """
    guesses = _guesses(rows, catalogue, [role])
    return max(guesses, key=lambda each: sum(map(bool, each.form.headings)), default=None)


def _guesses(rows: Sequence[Row], catalogue: Catalogue, roles: Sequence[Role]) -> list[Guess]:
    return [
        guess(mapped(headings, catalogue, role), start, rows, catalogue)
        for headings, start in first_readings(rows)
        if len(headings) <= _MOST_COLUMNS
        for role in roles
    ]
