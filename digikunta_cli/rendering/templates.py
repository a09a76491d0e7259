"""The program's own templates of pages, compiled once where Python keeps compiled modules."""

import sys
from contextlib import suppress
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from markupsafe import Markup

_KEPT = Path(__file__).parent / "__pycache__"


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


@cache
def template(name: str) -> Template:
    """A template by its path in the folder of this module; all it is given is escaped."""
    environment = Environment(
        loader=PackageLoader("digikunta_cli", "rendering"),
        bytecode_cache=Compiled(str(_KEPT), "%s.template"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # Our own drawing, whose texts are escaped where it is made.
    environment.filters["drawing"] = Markup
    return environment.get_template(name)
