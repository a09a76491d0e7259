"""How far the filled cells of a sheet reach, by parsing its XML; nothing of it is kept."""

from xml.parsers import expat

from digikunta_cli.importing.limits import Limits, check_size, unsafe


class PlainLook:
    """The XML of a part must be sound and without a document type."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.parser = expat.ParserCreate()
        self.parser.StartDoctypeDeclHandler = self.refuse

    def refuse(self, *_declaration: object) -> None:
        """Stop at what no form export has, such as a document type with endless entities."""
        raise unsafe(self.file, self.limits)

    def check(self) -> None:
        """Refuse cells so far away that a reader would run out of memory: here are none."""


class XlsxCells(PlainLook):
    """The cells of a sheet in xlsx; other parts of such a package have no cells."""

    def __init__(self, file: str, limits: Limits) -> None:
        super().__init__(file, limits)
        self.rows = 0
        self.columns: set[str] = set()
        self.unplaced = 0
        self.widest_unplaced = 0
        self.row = 0
        self.cell: dict[str, str] | None = None
        self.parser.StartElementHandler = self.start

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow rows and cells; a cell counts once something stands in it."""
        tag = name.rpartition(":")[2] if ":" in name else name
        if tag == "c":
            self.cell = attributes
            self.unplaced += "r" not in attributes
        elif tag == "row":
            self.row = int(attributes.get("r", self.row + 1))
            self.unplaced = 0
        elif self.cell is not None and tag in ("v", "is"):
            self.fill(self.cell.get("r", ""))
            self.cell = None
        elif tag == "sst" and int(attributes.get("uniqueCount", 0)) > self.limits.cells:
            self.refuse()  # a reader sets aside room for as many texts as are announced

    def fill(self, reference: str) -> None:
        """Take note of a filled cell, such as C17; without a reference it is the next one."""
        column = reference.rstrip("0123456789")
        self.columns.add(column)
        row = int(reference[len(column) :] or self.row)
        if row > self.rows:
            self.rows = row
        if self.unplaced > self.widest_unplaced:
            self.widest_unplaced = self.unplaced

    def check(self) -> None:
        """Refuse cells so far away that a reader would run out of memory."""
        columns = max(map(column_number, self.columns), default=0)
        columns += self.widest_unplaced
        check_size(self.file, self.limits, rows=self.rows, columns=columns)


class OpenCells(PlainLook):
    """The cells of all sheets of an open document, which are one part, with their repetitions."""

    def __init__(self, file: str, limits: Limits) -> None:
        super().__init__(file, limits)
        self.others = 0
        self.rows = self.columns = 0
        self.row = self.column = 0
        self.parser.StartElementHandler = self.start

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Follow tables, rows and cells; each may stand for many equal ones."""
        tag = name.rpartition(":")[2]
        if tag in ("table-cell", "covered-table-cell"):
            self.column += _repetitions(attributes, "number-columns-repeated")
            if any(part.endswith((":value-type", ":formula")) for part in attributes):
                self.rows = self.row
                self.columns = max(self.columns, self.column)
        elif tag == "table-row":
            self.row += _repetitions(attributes, "number-rows-repeated")
            self.column = 0
        elif tag == "table":
            self.check()
            self.others += self.rows * self.columns
            self.row = self.rows = self.columns = 0

    def check(self) -> None:
        """Refuse cells so far away, or so often repeated, that a reader would run out of memory."""
        check_size(self.file, self.limits, rows=self.rows, columns=self.columns)
        check_size(self.file, self.limits, cells=self.others + self.rows * self.columns)


def _repetitions(attributes: dict[str, str], name: str) -> int:
    """How many equal rows or cells one stands for."""
    counts = [int(text) for part, text in attributes.items() if part.rpartition(":")[2] == name]
    if any(count < 1 for count in counts):
        raise ValueError(name)
    return max(counts, default=1)


def column_number(letters: str) -> int:
    """The number of a column by its letters: A is 1, AA is 27, no letters are 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
