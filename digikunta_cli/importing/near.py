"""A quick look at the large parts of an xlsx, which finds most of them plain and near."""

import re

from digikunta_cli.importing.extent import column_number
from digikunta_cli.importing.limits import MOST_COLUMNS, Limits

_OVERLAP = 64
"""What is looked for is shorter, so that none of it is lost between two pieces."""
_ROWS, _COLUMNS = 99_999, 26
"""As far as the commonest cells may reach; they are passed over without being counted."""
_REST = rb'(?: (?:s|t|cm|vm|ph)="\w*")*/?>'
"""What else a cell's tag has; a reader would believe a second reference."""
_FAR = re.compile(
    rb'<c(?! r="[A-Z]{1,2}[1-9][0-9]{0,4}"%b)(?: r="[A-Z]{1,3}([1-9][0-9]{5,6})"%b|[\s/>])'
    % (_REST, _REST)
)
"""A cell in a far row, or one that is written in another way; then the group is empty."""
_WIDE = re.compile(rb'<c r="([A-Z]{2,3})')
_PREFIXED = re.compile(rb":c[\s/>]")
_ANNOUNCED = re.compile(rb'uniqueCount(?!="[0-9]{1,7}")')


class Nearness:
    """Whether all cells of a part lie within the limits, blank ones counted as well.

    It may miss that a part is near, never that it is far: whatever is written in another way
    than spreadsheet programs do makes it uncertain, and then the part has to be parsed.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.is_certain = True
        self._tail = b""
        self._rows = _ROWS
        self._columns = _COLUMNS

    def feed(self, chunk: bytes) -> None:
        """Look at the next piece, together with a tag that the one before it had begun."""
        text = self._tail + chunk
        begun = text.rfind(b"<", -_OVERLAP)
        self._scan(text if begun < 0 else text[:begun])
        self._tail = text[-_OVERLAP if begun < 0 else begun :]

    def is_near(self) -> bool:
        """The answer after the last piece; False also where only a parser can tell."""
        self._scan(self._tail)
        return (
            self.is_certain
            and self._rows <= self.limits.rows
            and self._columns <= MOST_COLUMNS
            and self._rows * self._columns <= self.limits.cells
        )

    def _scan(self, text: bytes) -> None:
        # Another alphabet, a document type, a comment, a tag or an announcement of its own kind.
        if b"\x00" in text or b"<!" in text or _PREFIXED.search(text) or _ANNOUNCED.search(text):
            self.is_certain = False
            return
        rows = set(_FAR.findall(text))
        columns = set(_WIDE.findall(text))
        if b"" in rows:
            self.is_certain = False
            return
        self._rows = max([self._rows, *map(int, rows)])
        self._columns = max([self._columns, *(column_number(each.decode()) for each in columns)])
