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


@dataclass(frozen=True, slots=True)
class Bars:
    """A picture: bars of some number columns, the `measures`, of each row of its table.

    `parts` are measures with the column that says which part of the bar is marked. A row of totals
    has no bars, beside which the others would be short.
    """

    table: Table
    measures: tuple[str, ...]
    parts: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """What the picture is of."""
        return self.table.title


@dataclass(frozen=True, slots=True)
class Tile:
    """An area on a map of tiles: how many of it take part, of how many there are."""

    key: str
    label: str
    count: int
    of: int


@dataclass(frozen=True, slots=True)
class TileMap:
    """A picture: areas as tiles of one size, about where they lie; the table has all the facts."""

    table: Table
    tiles: tuple[Tile, ...]

    @property
    def title(self) -> str:
        """What the picture is of."""
        return self.table.title


@dataclass(frozen=True, slots=True)
class Cluster:
    """Some nodes that belong together, by what they share; `host` is the id of one of them."""

    label: str
    nodes: tuple[Node, ...]
    shared: tuple[str, ...] = ()
    host: int | None = None


@dataclass(frozen=True, slots=True)
class Clusters:
    """A picture: clusters beside each other; the table has all the facts."""

    table: Table
    clusters: tuple[Cluster, ...]

    @property
    def title(self) -> str:
        """What the picture is of."""
        return self.table.title


@dataclass(frozen=True, slots=True)
class Flow:
    """How many go from a node on the left to one on the right, both by id."""

    left: int
    right: int
    count: int


@dataclass(frozen=True, slots=True)
class Flows:
    """A picture of many: bands between two sides, each as broad as it counts; or its table."""

    table: Table
    left_title: str
    right_title: str
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    flows: tuple[Flow, ...]

    @property
    def title(self) -> str:
        """What the picture is of."""
        return self.table.title


Picture = Network | Bars | TileMap | Clusters | Flows
"""What HTML draws; everywhere else its facts stand in a table."""

Part = Text | Table | Record | Picture

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Document:
    """All that one command shows. `data` is what the JSON format prints, language-free."""

    title: str
    parts: tuple[Part, ...]
    data: Json
    subtitle: str = ""
