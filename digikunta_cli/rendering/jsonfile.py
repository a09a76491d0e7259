"""The data of a document as JSON, which holds no language and nothing that a terminal acts on."""

import json
import re

from digikunta_cli.document import Document
from digikunta_cli.text import safe

_BEYOND_ASCII = re.compile(r"[^\x00-\x7e]")


def render(document: Document) -> str:
    """The data with two blanks a level and a line end at the end."""
    written = json.dumps(document.data, ensure_ascii=False, indent=2)
    if safe(written) != written:
        written = _BEYOND_ASCII.sub(_escaped_if_unsafe, written)
    return f"{written}\n"


def _escaped_if_unsafe(found: re.Match[str]) -> str:
    """An unseen character in its escaped form: nothing is lost, and nothing acts."""
    letter = found[0]
    return letter if safe(letter) == letter else json.dumps(letter)[1:-1]
