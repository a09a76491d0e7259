"""Answers that choose: one option, several in one cell, or one column an option."""

import re
from dataclasses import dataclass

from digikunta_cli.importing.questions import Wordings
from digikunta_cli.text import plain

_YES = frozenset({"1", "x", "kyllä", "ja", "yes", "y", "true", "✓", "☑", "on", "valittu", "vald"})
_NO = frozenset({"0", "ei", "nej", "no", "n", "false", "-", "ei valittu"})
_OTHER_LABEL = re.compile(r"^(?:muu|annat|other)\b[^:]*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: keys in order of the answer, and texts that are no option."""

    keys: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def yes_no(text: str) -> bool | None:
    """Yes is True, no is False, anything else None."""
    told = plain(text).rstrip(".! ")
    if told in _YES:
        return True
    return False if told in _NO else None


def is_chosen(cell: str, *, option: str) -> bool | None:
    """Whether an option's own column says that it was chosen; None if it says something else."""
    if not cell:
        return False
    told = yes_no(cell)
    if told is not None:
        return told
    return True if plain(cell) == plain(option) else None


def split(text: str, options: Wordings) -> Chosen:
    """The options named in one cell, whether parted by ";", line breaks or commas.

    Options may hold commas themselves, so a comma parts only where the pieces are known.
    """
    pieces = [piece.strip() for piece in re.split(r"[;\n]", text) if piece.strip()]
    keys: list[str] = []
    others: list[str] = []
    for piece in pieces:
        found, rest = _by_commas(piece, options)
        keys.extend(found)
        others.extend(rest)
    return Chosen(tuple(dict.fromkeys(keys)), tuple(others))


def _by_commas(piece: str, options: Wordings) -> tuple[list[str], list[str]]:
    """Take known options off a comma-parted list, the longest first; what remains is other."""
    parts = [part.strip() for part in piece.split(",")]
    keys: list[str] = []
    rest: list[str] = []
    start = 0
    while start < len(parts):
        key, end = _longest(parts, start, options)
        if key is None:
            rest.append(parts[start])
        else:
            keys.append(key)
        start = end
    if keys:
        return keys, [_without_label(", ".join(rest))] if rest else []
    near = options.find(piece)
    return ([near], []) if near else ([], [_without_label(piece)])


def _longest(parts: list[str], start: int, options: Wordings) -> tuple[str | None, int]:
    """The longest option that begins at a part, or None, and the part to go on with."""
    for end in range(len(parts), start, -1):
        key = options.exact(", ".join(parts[start:end]))
        if key is not None:
            return key, end
    return None, start + 1


def _without_label(text: str) -> str:
    return _OTHER_LABEL.sub("", text).strip() or text
