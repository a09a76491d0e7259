"""Invented documents and hostile texts for the tests of how documents look."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from hypothesis import example, settings
from hypothesis import strategies as st

from digikunta_cli.document import Column, Document, Link, Network, Node, Record, Table, Text
from digikunta_cli.locale import current_language, use_language

# How long an example takes on a busy machine says nothing about what is right.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")

HOSTILE = (
    "[red]x[/red]",
    "Digi [/loppu]",
    "[link=https://trap.example]x[/link]",
    ":smile:",
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://trap.example\x07x\x1b]8;;\x07",
    "\x9b31m",
    "a\u202eb\u2066c",
    "Robert'); drop table pair;--",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><a href="javascript:alert(1)">x</a>',
    "</title></style></svg>",
    '=HYPERLINK("https://trap.example","x")',
    "=cmd|' /C calc'!A0",
    "+358",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "| a | b |",
    "a\\|b\\",
    "`x` ~~y~~ *z* __w__",
    "[x](https://trap.example)",
    "![x](https://trap.example/x.png)",
    "https://trap.example",
    "www.trap.example",
    "{{ 7 * 7 }} {% raw %}",
    "<r><t>x</t></r>",
    "_x0041_",
    "&lt;b&gt; &amp;",
    "1. x",
    "- x",
    "# x",
    "two\nlines",
    "\ud800",
)

texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=40))
"""Any text, the hostile ones among them."""


def with_hostile(test: Callable[..., None]) -> Callable[..., None]:
    """Try a test of a `text` with every hostile one, beside those that are drawn."""
    for text in HOSTILE:
        test = example(text=text)(test)
    return test


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while."""
    before = current_language()
    use_language(language)
    try:
        yield
    finally:
        use_language(before)


def one_cell(text: str) -> Document:
    """A document whose only fact is a text in the cell of a table."""
    return Document("Title", (Table("t", "Table", (Column("c", "cell"),), ((text,),)),), [text])


def network(
    left: int = 3, right: int = 2, links: tuple[tuple[int, int], ...] = ((0, 10), (1, 11))
) -> Network:
    """Experimenters 0, 1, 2... and mentors 10, 11...; the first link is settled."""
    return Network(
        "Network",
        "Experimenters",
        "Mentors",
        tuple(Node(n, f"Kunta {n}", f"Kokeilu {n}") for n in range(left)),
        tuple(Node(10 + n, f"Sparraaja {n}") for n in range(right)),
        tuple(Link(a, b, "proposed" if n else "settled") for n, (a, b) in enumerate(links)),
    )


SAVINGS = Table(
    "savings",
    "Savings",
    (
        Column("who", "who"),
        Column("saving", "saving", "money"),
        Column("day", "day", "date"),
        Column("topics", "topics", "list"),
        Column("shared", "shared"),
    ),
    (
        ("Raahe", 48500.5, "2017-03-31", ("e-services", "other"), True),
        ("Utsjoki", -1200, None, (), False),
        ("all", 47300.5, None, (), None),
    ),
    note="The last row adds them up.",
    total=True,
)
RAAHE = Record(
    "Raahe", (("id", 12), ("need", "Cars stand still.\nCalls in office hours."), ("x", None))
)
EVERYTHING = Document(
    "Report",
    (
        Text(("Nobody has a pair.",), "warning"),
        SAVINGS,
        RAAHE,
        network(),
        Text(("Next: match.",), "faint"),
    ),
    {"who": "Raahe"},
    "2017-05-31",
)
"""One part of each kind."""
