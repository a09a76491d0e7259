"""Answers that choose: one option, several in one cell, or one column an option."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from digikunta_cli.importing.questions import Wordings
from digikunta_cli.text import plain

_YES = frozenset(
    {"1", "1.0", "x", "kyllä", "ja", "yes", "y", "true", "tosi", "sant", "✓", "✔", "☑", "☒", "on"}
    | {"valittu", "vald", "valt", "selected", "checked"}
)
_NO = frozenset(
    {"0", "0.0", "ei", "nej", "no", "n", "false", "epätosi", "falskt", "-", "–", "☐"}
    | {"ei valittu", "inte vald", "not selected", "unchecked"}
)
_NOT_ASKED = frozenset({"n/a", "na", "#n/a"})
_OTHER_LABEL = re.compile(
    r"^(?:jokin |något )?(?:muu|muuta|annat|övrigt|other)\b[^:]*:\s*", re.IGNORECASE
)
_PART = re.compile(r"(?:\([^()]*\)|[^,])+")
"""What stands between commas; a comma in brackets parts nothing."""
_MOST_PARTS = 100
"""Nobody ticks so many options: a text with more parts is a free one."""
_LONGEST = 8
"""No option holds so many commas."""


Join = Callable[[list[str]], list[str]]
"""Puts the pieces between commas that are no option, neighbours in order, together to texts."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: keys in order of the answer, and texts that are no option."""

    keys: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def yes_no(text: str) -> bool | None:
    """Yes is True, no is False, anything else None."""
    told = plain(text).rstrip(".!; ")
    if told in _YES:
        return True
    return False if told in _NO else None


@lru_cache(1 << 12)  # the same few marks stand in most cells
def is_chosen(cell: str, *, option: str) -> bool | None:
    """Whether an option's own column says that it was chosen; None if it says something else."""
    if not cell or plain(cell) in _NOT_ASKED:
        return False
    told = yes_no(cell)
    if told is not None:
        return told
    return True if plain(cell) == plain(option) else None


def together(pieces: list[str]) -> list[str]:
    """All pieces as the one text that they may be where nothing tells more."""
    return [", ".join(pieces)]


def split(text: str, options: Wordings, join: Join = together) -> Chosen:
    """The options named in one cell, whether parted by ";", line breaks or commas.

    Options may hold commas themselves, so a comma parts only where the pieces are known; what is
    not known is put together by `join`.
    """
    pieces = [piece.strip() for piece in re.split(r"[;\n]", text) if piece.strip()]
    if len(pieces) > _MOST_PARTS:
        return Chosen((), (text,))
    keys: list[str] = []
    others: list[str] = []
    for piece in pieces:
        found, rest = _by_commas(piece, options, join)
        keys.extend(found)
        others.extend(rest)
    return Chosen(tuple(dict.fromkeys(keys)), tuple(others))


def _by_commas(piece: str, options: Wordings, join: Join) -> tuple[list[str], list[str]]:
    """Take known options off a comma-parted list, the longest first; what remains is other."""
    parts = [part.strip() for part in _PART.findall(piece)]
    if len(parts) > _MOST_PARTS:
        return [], [piece]
    keys: list[str] = []
    others: list[str] = []
    start = 0
    while start < len(parts):
        key, end = _longest(parts, start, options)
        if key is not None:
            keys.append(key)
            start = end
            continue
        end = _next_known(parts, start, options)
        found, rest = _near(parts[start:end], options, join)
        keys.extend(found)
        others.extend(rest)
        start = end
    return keys, others


def _longest(parts: list[str], start: int, options: Wordings) -> tuple[str | None, int]:
    """The longest option that begins at a part, or None, and the part to go on with."""
    for end in range(min(len(parts), start + _LONGEST), start, -1):
        key = options.exact(", ".join(parts[start:end]))
        if key is not None:
            return key, end
    return None, start + 1


def _next_known(parts: list[str], start: int, options: Wordings) -> int:
    """The first part after `start` at which an option begins; the end where there is none."""
    later = range(start + 1, len(parts))
    return next((i for i in later if _longest(parts, i, options)[0] is not None), len(parts))


def _near(parts: list[str], options: Wordings, join: Join) -> tuple[list[str], list[str]]:
    """Options in nearly these words: all parts together, or each; the rest is no option."""
    key = options.find(", ".join(parts))
    if key is not None:
        return [key], []
    found = [options.find(part) for part in parts]
    rest = [part for part, key in zip(parts, found, strict=True) if key is None]
    keys = [key for key in found if key is not None]
    return keys, [_without_label(text) for text in join(rest)] if rest else []


def _without_label(text: str) -> str:
    return _OTHER_LABEL.sub("", text).strip() or text
