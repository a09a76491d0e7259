"""What a command says, before anyone decides how it looks: texts, tables, pictures."""

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | bool | date | tuple[str, ...] | None
"""A value of a table. None is "not told" and shows as an empty cell or a dash."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: `kind` is text, number, money, date, list or lines.

    A list stands on one line, the items of lines each on their own where there is room.
    """

    key: str
    title: str
    kind: str = "text"
    is_spare: bool = False
    """Whether a narrow terminal may leave it out to show the others as a table."""
    heads_row: bool = False
    """Whether its cell names the row; where no column says so, the first one of texts does."""


@dataclass(frozen=True, slots=True)
class Line:
    """A fact in one line of a narrow terminal: what it is about, and what is said of it."""

    name: str
    said: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of raw values under titled columns; `total` marks the last row as a sum.

    `brief` is the same in fewer words, for a terminal on which the table would be long.
    """

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""
    total: bool = False
    brief: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """One thing with its labelled facts, as `show` prints it."""

    title: str
    fields: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Sentences between the tables; `style` is plain, good, warning or faint."""

    lines: tuple[str, ...]
    style: str = "plain"


@dataclass(frozen=True, slots=True)
class Node:
    """A participant in the picture of the network."""

    id: int
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A pair in the picture: `state` is proposed or settled."""

    left: int
    right: int
    state: str


@dataclass(frozen=True, slots=True)
class Network:
    """A picture: experimenters on the left, mentors on the right, pairs between them."""

    title: str
    left_title: str
    right_title: str
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    links: tuple[Link, ...]


Part = Text | Table | Record | Network

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Document:
    """All that one command shows. `data` is what the JSON format prints, language-free."""

    title: str
    parts: tuple[Part, ...]
    data: Json
    subtitle: str = ""
