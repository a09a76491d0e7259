"""The page: one file that needs no network, no script and no other file."""

import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup

from digikunta_cli.document import Document
from digikunta_cli.locale import _, current_language
from digikunta_cli.rendering.cells import spoken
from digikunta_cli.rendering.html.sections import sections
from digikunta_cli.text import one_line

_FEWEST_TO_LIST = 3
"""From so many sections on the page begins with a list of them."""


class Compiled(FileSystemBytecodeCache):
    """Keeps a compiled template where Python keeps compiled modules, and on the same terms."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept; what cannot be read is compiled anew."""
        with suppress(OSError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it, so that the next page takes a twentieth less time; or not, if that is barred."""
        with suppress(OSError):
            if not sys.dont_write_bytecode:
                super().dump_bytecode(bucket)


def render(document: Document) -> str:
    """The document as an HTML page in the language in use."""
    parts = sections(document)
    titled = tuple(part for part in parts if part.title and part.title != document.title)
    return _template().render(
        language=current_language(),
        title=one_line(document.title),
        subtitle=spoken(document.subtitle, "date"),
        parts=parts,
        contents=titled if len(titled) >= _FEWEST_TO_LIST else (),
        words=_words(),
    )


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("digikunta_cli.rendering", "html"),
        bytecode_cache=Compiled(str(Path(__file__).parent / "__pycache__"), "%s.template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Our own drawing, whose texts are escaped where it is made.
    environment.filters["drawing"] = Markup
    return environment.get_template("page.html.j2")


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
