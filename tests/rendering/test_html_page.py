"""The page that reports are read and printed from."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from digikunta_cli.document import Column, Document, Record, Table, Text
from digikunta_cli.rendering.html.page import render
from digikunta_cli.text import one_line, safe
from tests.rendering.rendering_samples import (
    EVERYTHING,
    SAVINGS,
    one_cell,
    speaking,
    texts,
    with_hostile,
)

VOID = {"meta", "path", "circle"}


class Page(HTMLParser):
    """What a page holds: elements in order with their attributes, and texts by element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """A text within the latest element."""
        if data.strip():
            self.texts.append((self.elements[-1][0], data.strip("\n")))

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of every element of a kind."""
        return [attributes for name, attributes in self.elements if name == tag]

    def words(self, tag: str) -> list[str]:
        """The texts that begin elements of a kind."""
        return [text for name, text in self.texts if name == tag]


@pytest.fixture(scope="module")
def page() -> Page:
    """A page with every kind of part on it."""
    with speaking("en"):
        return Page(render(EVERYTHING))


def test_page_says_its_language_and_title() -> None:
    """Screen readers and tabs need both."""
    with speaking("sv"):
        page = Page(render(EVERYTHING))

    assert page.attributes("html") == [{"lang": "sv"}]
    assert page.words("title")[0] == "Report – 31.5.2017"


def test_page_allows_nothing_from_outside(page: Page) -> None:
    """The policy forbids all but inline style, and nothing on the page asks for more."""
    policy = next(each for each in page.attributes("meta") if "http-equiv" in each)
    assert policy == {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }
    links = [each.get("href") or "" for _tag, each in page.elements if "href" in each]
    assert all(link.startswith("#") for link in links)
    assert not any("src" in attributes for _tag, attributes in page.elements)
    assert not page.attributes("script")


def test_page_can_be_walked_without_a_mouse(page: Page) -> None:
    """A skip link leads to the content, the list of sections to each of them by its id."""
    ids = [attributes["id"] for _tag, attributes in page.elements if "id" in attributes]
    links = [attributes["href"] for attributes in page.attributes("a")]

    assert links == ["#content", "#part-2", "#part-3", "#part-4"]
    assert len(ids) == len(set(ids))
    assert {(link or "").lstrip("#") for link in links} <= set(ids)


def test_headings_go_down_one_step_at_a_time(page: Page) -> None:
    """One h1, then an h2 for each section."""
    assert page.words("h1") == ["Report"]
    assert page.words("h2") == ["On this page", "Savings", "Raahe", "Network"]


def test_tables_have_captions_and_scopes(page: Page) -> None:
    """Each table is named, each heading belongs to a column or a row, numbers are flush right."""
    assert page.words("caption") == ["Savings", "Network"]
    assert page.attributes("th")[:6] == [
        {"scope": "col"},
        {"scope": "col", "class": "number"},
        {"scope": "col", "class": "date"},
        {"scope": "col"},
        {"scope": "col"},
        {"scope": "row"},
    ]
    assert {"class": "number", "data-label": "saving"} in page.attributes("td")


def test_labels_point_at_what_is_there(page: Page) -> None:
    """Every aria-labelledby names ids of the page."""
    ids = {attributes.get("id") for _tag, attributes in page.elements}
    named = [attributes.get("aria-labelledby") or "" for _tag, attributes in page.elements]
    assert {id for each in named for id in each.split()} <= ids


def test_untold_is_a_dash_to_see_and_a_word_to_hear(page: Page) -> None:
    """An empty cell does not look like a mistake."""
    assert ("span", "–") in page.texts
    assert ("span", "not told") in page.texts


def test_short_page_has_no_list_of_sections() -> None:
    """One table under its own name needs no heading twice and no list."""
    with speaking("en"):
        page = Page(render(Document("Savings", (SAVINGS,), None)))

    assert page.attributes("nav") == []
    assert page.attributes("h2") == [{"id": "part-1-title", "class": "unseen"}]


def test_figures_are_a_table_too() -> None:
    """Single figures shown large keep their table for whoever listens."""
    columns = (Column("what", "what"), Column("count", "count", "number"))
    figures = Table("glance", "At a glance", columns, (("mentors", 7),))
    page = Page(render(Document("Report", (figures,), None)))

    assert page.attributes("section")[0]["class"] == "figures"
    assert page.words("td") == ["7"]


def test_empty_table_says_so() -> None:
    """A table without rows has a sentence instead of nothing."""
    empty = Table("t", "Table", (Column("n", "n", "number"),), ())
    with speaking("en"):
        assert "Nothing to show." in Page(render(Document("T", (empty,), None))).words("p")


@settings(max_examples=80)
@with_hostile
@given(text=texts)
def test_hostile_text_shows_as_it_is(text: str) -> None:
    """Whatever a cell holds, the page has the same elements and the text as text."""
    parts = (
        *one_cell(text).parts,
        Record(text, ((text, text), ("list", (text, text)))),
        Text((text,), "warning"),
    )
    tame = Page(render(Document("T", _tame(parts), None)))
    found = Page(render(Document("T", parts, None)))

    if one_line(text):
        assert [tag for tag, _ in found.elements] == [tag for tag, _ in tame.elements]
        assert found.words("h2")[-1] == one_line(text)
        assert found.words("p")[-1] == one_line(text)
    assert not found.attributes("script")


def _tame(parts: tuple[Table | Record | Text | object, ...]) -> tuple[Table | Record | Text, ...]:
    return (
        *(part for part in one_cell("x").parts if isinstance(part, Table)),
        Record("x", (("x", "x"), ("list", ("x", "x")))),
        Text(("x",), "warning"),
    )


def test_page_holds_no_unseen_letters() -> None:
    """What could hide or turn text is gone before the page is made."""
    page = render(one_cell("a\u202eb\u200bc\x1b[1m"))

    assert safe(page) == page
    assert "abc[1m" in page


def test_colours_of_text_have_contrast() -> None:
    """Every colour that text has stands out from its ground by 4.5 to 1, light and dark."""
    style = render(EVERYTHING)
    sets = re.findall(r"--ground: (#\w+); --paper: (#\w+); --ink: (#\w+); --faint: (#\w+)", style)
    accents = re.findall(r"--accent: (#\w+); --good: (#\w+); --warning: (#\w+)", style)

    assert len(sets) == len(accents) == 3
    for (ground, paper, *inks), more in zip(sets, accents, strict=True):
        for ink in (*inks, *more):
            assert min(_contrast(ink, ground), _contrast(ink, paper)) >= 4.5


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 has it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(letter * 2 for letter in colour[1:])
    shares = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
