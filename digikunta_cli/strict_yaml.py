"""YAML as a person may edit it: text stays text, and whatever is odd is refused with its line."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from digikunta_cli.errors import InputError
from digikunta_cli.text import one_line

LARGEST = 1_000_000
"""Bytes that a file may have."""
DEEPEST = 8
"""Sections and lists inside each other that a file may have."""


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the file: its value, and where a person finds it."""

    file: str
    line: int
    key: str
    """Names of the sections down to here with dots between, such as weights.topic."""
    value: "str | tuple[Node, ...] | Mapping[str, Node]"

    def refuse(self, code: str, key: str = "") -> NoReturn:
        """Raise InputError with where this is, or where `key` should be."""
        raise InputError(code, file=self.file, line=self.line, key=key or self.key)

    def text(self) -> str:
        """The value as one line of text that says something."""
        if not isinstance(self.value, str):
            self.refuse("yaml-text-expected")
        return one_line(self.value) or self.refuse("yaml-text-empty")

    def texts(self) -> tuple[str, ...]:
        """The texts of a list; nothing after the colon is an empty list."""
        if self.value == "":
            return ()
        if not isinstance(self.value, tuple):
            self.refuse("yaml-list-expected")
        return tuple(item.text() for item in self.value)

    def section(
        self, *, required: Iterable[str] = (), allowed: Iterable[str] = ()
    ) -> Mapping[str, "Node"]:
        """The named parts of a section; nothing after the colon is an empty section."""
        found = {} if self.value == "" else self.value
        if not isinstance(found, Mapping):
            self.refuse("yaml-section-expected")
        required = tuple(required)
        known = {*required, *allowed}
        for name, node in found.items():
            if name not in known:
                node.refuse("yaml-key-unknown")
        for name in required:
            if name not in found:
                self.refuse("yaml-key-missing", _below(self.key, name))
        return found

    def integer(self, *, least: int, most: int) -> int:
        """The value as a whole number within limits, written in plain digits."""
        text = self.text()
        # Longer digits than any limit has would only cost time to convert.
        is_plain = text.isascii() and text.isdecimal() and len(text) <= 9
        if not (is_plain and least <= int(text) <= most):
            place = {"file": self.file, "line": self.line, "key": self.key}
            raise InputError("yaml-number-bad", **place, least=least, most=most)
        return int(text)


def read_bytes(path: Path) -> bytes:
    """The content of a file that is there, may be read and is not too large; else InputError."""
    try:
        if path.is_dir():
            raise InputError("yaml-folder", file=path.name or str(path))
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError("file-missing", file=path.name) from None
    except OSError:
        raise InputError("file-unreadable", file=path.name) from None
    if len(content) > LARGEST:
        raise InputError("yaml-too-large", file=path.name, line=1, key="")
    return content


def parse(content: bytes, *, file: str) -> Node:
    """The whole of a file as its top section; raises InputError with code, file, line and key."""
    return _Reader(file).read(_decoded(content, file))


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise InputError("yaml-encoding-bad", file=file, line=line, key="") from None


def _below(key: str, name: str) -> str:
    return f"{key}.{name}" if key else name


class _Reader:
    """Builds nodes from the parser's events, so that nothing odd is ever composed."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._events: Iterator[Any] = iter(())

    def read(self, text: str) -> Node:
        # Only here, since the library takes longer to load than the file to read.
        import yaml

        # The C parser is ten times faster; some installations lack it.
        self._events = yaml.parse(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
        try:
            return self._top()
        except yaml.MarkedYAMLError as error:
            self._refuse("yaml-syntax", _place(error.context or "", error))
        except yaml.YAMLError:
            # What is left are characters that no YAML may hold; the error does not say the line.
            found = yaml.reader.Reader.NON_PRINTABLE.search(text)
            self._refuse("yaml-syntax", text.count("\n", 0, found.start() if found else 0) + 1)

    def _top(self) -> Node:
        starts = ("StreamStart", "DocumentStart")
        first = next((event for event in self._events if _kind(event) not in starts), None)
        if _kind(first) != "MappingStart":
            self._refuse("yaml-sections-missing", 1)
        top = self._node(first, "", line=1, depth=1)
        self._end()
        return top

    def _end(self) -> None:
        for event in self._events:
            if _kind(event) not in ("DocumentEnd", "StreamEnd"):
                self._refuse("yaml-feature-refused", _line(event))

    def _node(self, event: Any, key: str, *, line: int, depth: int) -> Node:
        if _kind(event) == "Alias" or event.anchor or event.tag:
            self._refuse("yaml-feature-refused", _line(event), key)
        if depth > DEEPEST:
            self._refuse("yaml-too-deep", _line(event), key)
        if _kind(event) == "Scalar":
            return Node(self._file, line, key, event.value)
        if _kind(event) == "SequenceStart":
            return Node(self._file, line, key, tuple(self._items(key, depth + 1)))
        return Node(self._file, line, key, self._parts(key, depth + 1))

    def _items(self, key: str, depth: int) -> Iterator[Node]:
        while _kind(event := next(self._events)) != "SequenceEnd":
            yield self._node(event, key, line=_line(event), depth=depth)

    def _parts(self, key: str, depth: int) -> Mapping[str, Node]:
        parts: dict[str, Node] = {}
        while _kind(event := next(self._events)) != "MappingEnd":
            line = _line(event)
            name = self._node(event, key, line=line, depth=depth).text()
            if name in parts:
                self._refuse("yaml-key-doubled", line, _below(key, name))
            parts[name] = self._node(next(self._events), _below(key, name), line=line, depth=depth)
        return parts

    def _refuse(self, code: str, line: int, key: str = "") -> NoReturn:
        raise InputError(code, file=self._file, line=line, key=key)


def _place(doing: str, error: Any) -> int:
    # What was never closed is noticed far below, so the line where it begins says more.
    is_open = any(word in doing for word in ("flow", "quoted", "simple key"))
    mark = error.context_mark if is_open else error.problem_mark
    return int(mark.line) + 1


def _kind(event: Any) -> str:
    return type(event).__name__.removesuffix("Event")


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1
