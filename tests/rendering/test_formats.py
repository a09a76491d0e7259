"""Which formats there are and how one is chosen."""

from pathlib import Path

import pytest

from digikunta_cli.errors import UsageError
from digikunta_cli.rendering.formats import FORMATS, check_format, format_of, render
from tests.rendering.rendering_samples import EVERYTHING, one_cell


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.txt", "plain"),
        ("a.tsv", "plain"),
        ("a.json", "json"),
        ("a.CSV", "csv"),
        ("a.md", "md"),
        ("a.xlsx", "xlsx"),
        ("a.html", "html"),
        ("a.htm", "html"),
    ],
)
def test_suffix_tells_the_format(name: str, format: str) -> None:
    """A file name is enough to choose a format."""
    assert format_of(Path(name)) == format


@pytest.mark.parametrize(("name", "suffix"), [("a.docx", ".docx"), ("report", "report")])
def test_unknown_suffix_is_wrong_usage(name: str, suffix: str) -> None:
    """A name that tells no format is refused, and the error repeats it."""
    with pytest.raises(UsageError) as raised:
        format_of(Path(name))

    assert (raised.value.code, raised.value.facts) == ("format-unknown", {"suffix": suffix})


def test_unknown_format_is_wrong_usage() -> None:
    """The error lists what there is."""
    with pytest.raises(UsageError) as raised:
        check_format("docx")

    assert raised.value.facts == {
        "format": "docx",
        "formats": "table, plain, json, csv, md, xlsx, html",
    }


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_holds_every_part(format: str) -> None:
    """Whatever the format, there is something in it, and text only where it is text."""
    assert isinstance(render(EVERYTHING, format), bytes if format == "xlsx" else str)


def test_table_folds_at_the_width_asked_for() -> None:
    """The width counts for tables only."""
    lines = str(render(one_cell("word " * 60), "table", width=75)).splitlines()

    assert max(map(len, lines)) <= 75
