"""Where in a sheet a finding is: columns by their letters, and the cells that it speaks of."""

from digikunta_cli.importing.choices import is_chosen
from digikunta_cli.importing.form import Form, questions_of
from digikunta_cli.model import Finding, Registration
from digikunta_cli.text import one_line

Cells = tuple[str, ...]


def column_letters(index: int) -> str:
    """A column as a spreadsheet names it: 0 is A, 26 is AA."""
    letters = ""
    rest = index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def heading(form: Form, index: int) -> str:
    """The heading of a column on one line; nothing where it has none."""
    return one_line(form.headings[index]) if index < len(form.headings) else ""


def cell_at(cells: Cells, index: int) -> str:
    """The text of a cell; nothing where the row ends before it."""
    return cells[index] if index < len(cells) else ""


def places(form: Form, finding: Finding, cells: Cells) -> tuple[int, ...]:
    """The columns of the filled cells that a finding about one answer of a row speaks of."""
    if finding.code.startswith("organisation"):
        columns = columns_of(form, "organisation")
    else:
        columns = _columns_under(form, finding.column)
    filled = [index for index in columns if cell_at(cells, index)]
    return tuple(index for index in filled if _is_odd(form, index, cells[index])) or tuple(filled)


def field_under(form: Form, heading: str | None) -> str | None:
    """The field whose first column has this heading, as findings name it."""
    return next((t.field for i, t in form.targets.items() if form.headings[i] == heading), None)


def columns_of(form: Form, field: str) -> tuple[int, ...]:
    """All columns that answer a field, in the order of the file."""
    return tuple(sorted(i for i, target in form.targets.items() if target.field == field))


def _columns_under(form: Form, heading: str | None) -> tuple[int, ...]:
    field = field_under(form, heading)
    if field:
        return columns_of(form, field)
    return tuple(i for i in form.tool.purposes if form.headings[i] == heading)


def _is_odd(form: Form, index: int, cell: str) -> bool:
    """Whether a cell is no plain yes or no to the option that its column stands for."""
    target = form.targets.get(index)
    if target is None or target.option is None:
        return True
    return is_chosen(cell, option=target.label) is None


def unanswered(registration: Registration) -> tuple[str, ...]:
    """The fields that the form wants answered and the registration leaves open."""
    questions = questions_of(registration.role).values()
    return tuple(q.field for q in questions if q.required and q.field not in registration.answers)
