"""JSON for other programs."""

import json

from hypothesis import given

from digikunta_cli.document import Document
from digikunta_cli.rendering.jsonfile import render
from digikunta_cli.text import safe
from tests.rendering.rendering_samples import one_cell, texts, with_hostile


def test_json_is_readable() -> None:
    """Nordic letters stay, levels are indented, the last line ends."""
    assert render(Document("T", (), {"name": "Äänekoski", "n": None})) == (
        '{\n  "name": "Äänekoski",\n  "n": null\n}\n'
    )


@with_hostile
@given(text=texts)
def test_json_loses_nothing_and_hides_nothing(text: str) -> None:
    """Any text comes back whole, though no unseen character is written as such."""
    written = render(one_cell(text))

    assert json.loads(written) == [text]
    assert safe(written) == written
    assert written.encode()
