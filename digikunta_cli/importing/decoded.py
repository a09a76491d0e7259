"""The text of a file part by part: decoded at once, it may take four times its bytes."""

from collections.abc import Iterator
from dataclasses import dataclass

from digikunta_cli.importing.limits import LONGEST_LINE
from digikunta_cli.model import Finding

_PART = 100_000
"""Bytes, which stay near the processor; a part ends at the next line end behind them."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text as UTF-8, every line of it ending in a line feed.

    The notes tell where its letters had to be guessed or put right.
    """

    data: bytes
    notes: tuple[Finding, ...] = ()

    def parts(self) -> Iterator[str]:
        """The text in parts of whole lines; one longer than any row comes in several parts."""
        return (part.decode() for part in cut(self.data))

    def start(self, letters: int = 1) -> str:
        """So many first letters, and what more comes with them; all where there are fewer."""
        some: list[str] = []
        for part in self.parts():
            some.append(part)
            letters -= len(part)
            if letters <= 0:
                break
        return "".join(some)


def cut(data: bytes) -> Iterator[bytes]:
    """Parts of whole lines of bytes; a line longer than any row is cut between letters of UTF-8."""
    at = 0
    while at < len(data):
        most = at + _PART + LONGEST_LINE
        end = data.find(b"\n", at + _PART, most) + 1 or _between_letters(data, most)
        yield data[at:end]
        at = end


def _between_letters(data: bytes, at: int) -> int:
    """The nearest place at or before `at` where a letter of UTF-8 begins, or else the end."""
    if at >= len(data):
        return len(data)
    return next((each for each in range(at, at - 4, -1) if data[each] & 0xC0 != 0x80), at)
