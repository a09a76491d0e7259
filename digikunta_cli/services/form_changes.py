"""What a form asks beside what its last export asked: a question that vanished is told aloud."""

from collections.abc import Mapping

from digikunta_cli.importing.form import Form
from digikunta_cli.model import Finding

_EXTRA = "+"


def questions(form: Form) -> dict[str, str]:
    """What the file asks: the question of each field, and every other heading under its own name.

    A field of several columns has the heading of its first one.
    """
    asked = {target.field: form.headings[i] for i, target in reversed(form.targets.items())}
    return asked | {f"{_EXTRA}{heading}": heading for heading in form.extras.values()}


def form_changes(now: Mapping[str, str], before: Mapping[str, str] | None) -> tuple[Finding, ...]:
    """New questions and those that are gone; none where half of them differ: it is another form.

    `before` is what the last export asked, None where this is the first.
    """
    if before is None or 2 * len(now.keys() & before.keys()) < max(len(now), len(before)):
        return ()
    new = (Finding(code="question-new", column=now[key]) for key in now if key not in before)
    gone = (Finding(code="question-gone", column=before[key]) for key in before if key not in now)
    return (*gone, *new)
