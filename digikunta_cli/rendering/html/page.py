"""The page: one file that needs no network, no script and no other file."""

from digikunta_cli.document import Document
from digikunta_cli.locale import _, current_language
from digikunta_cli.rendering.cells import spoken
from digikunta_cli.rendering.html.sections import sections
from digikunta_cli.rendering.templates import template
from digikunta_cli.text import one_line

_FEWEST_TO_LIST = 3
"""From so many sections on the page begins with a list of them."""


def render(document: Document) -> str:
    """The document as an HTML page in the language in use."""
    parts = sections(document)
    titled = tuple(part for part in parts if part.title and part.title != document.title)
    return template("html/page.html.j2").render(
        language=current_language(),
        title=one_line(document.title),
        subtitle=spoken(document.subtitle, "date"),
        parts=parts,
        contents=titled if len(titled) >= _FEWEST_TO_LIST else (),
        words=_words(),
    )


def _words() -> dict[str, str]:
    return {
        "skip": _("Skip to the content"),
        "contents": _("On this page"),
        "table": _("The same as a table"),
        "empty": _("Nothing to show."),
        "untold": _("not told"),
        "warning": _("Note"),
        "good": _("Done"),
    }
