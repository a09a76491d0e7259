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
    {"0", "0.0", "ei", "nej", "no", "n", "false", "epätosi", "falskt", "☐"}
    | {"ei valittu", "inte vald", "not selected", "unchecked"}
)
_NOT_CHOSEN = frozenset(
    {"-", "–", "—", "n/a", "na", "#n/a", "✗", "✘", "×", "❌", "no answer"}
    | {"ei vastausta", "ei vastattu", "ei vastannut", "inget svar", "har inte svarat"}
    | {"not answered"}
)
_DIGITS = re.compile(r"[01][.,]0+")
_OTHER_LABEL = re.compile(
    r"^(?:jokin |något )?(?:muu|muuta|annat|övrigt|other)\b[^:]*:\s*", re.IGNORECASE
)
_PART = re.compile(r"(?:\([^()]*\)|[^,])+")
"""What stands between commas; a comma in brackets parts nothing."""
_SIGN = re.compile(r"[|/&+•·→]|\s[-–—*~]+\s")
"""Other signs that people put between options."""
_BREAK = re.compile(
    rf"\([^()]*\)|({_SIGN.pattern}|[.!?]\s|\s(?:ja|sekä|tai|och|samt|eller|and|or)\s|,)",
    re.IGNORECASE,
)
"""What may stand between options, and brackets, in which nothing parts."""
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
    mark = plain(cell)
    if not mark or mark in _NOT_CHOSEN:
        return False
    if _DIGITS.fullmatch(mark):
        return mark.startswith("1")
    told = yes_no(cell)
    if told is not None:
        return told
    return True if mark == plain(option) else None


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
        found, rest = _amid(parts[start:end], options, join)
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


def _amid(parts: list[str], options: Wordings, join: Join) -> tuple[list[str], list[str]]:
    """Take off options that stand beside signs and words that part options but seldom."""
    whole = ", ".join(parts)
    spans = _spans(whole)
    if len(spans) > _MOST_PARTS:
        return [], [whole]
    keys: list[str] = []
    others: list[str] = []
    for key, text in _runs(whole, spans, options):
        if key is not None:
            keys.append(key)
            continue
        for piece in _by_signs(text, options):
            pieces = [part.strip() for part in _PART.findall(piece) if part.strip()]
            found, rest = _near(pieces, options, join) if pieces else ([], [])
            keys.extend(found)
            others.extend(rest)
    return keys, others


def _by_signs(text: str, options: Wordings) -> list[str]:
    """A text cut at its signs where these part what is nearly an option from anything else."""
    if options.find(text) is not None and not options.goes_on(text):
        return [text]
    pieces = _SIGN.split(text)
    is_list = len(pieces) <= _MOST_PARTS and any(map(options.find, pieces))
    return pieces if is_list else [text]


def _runs(
    text: str, spans: list[tuple[int, int]], options: Wordings
) -> list[tuple[str | None, str]]:
    """A text cut into known options with their keys, and what stands between them."""
    runs: list[tuple[str | None, str]] = []
    start = since = 0
    while start < len(spans):
        key, end = _longest_span(text, spans[start : start + _LONGEST], options)
        if key is not None:
            if since < start:
                runs.append((None, text[spans[since][0] : spans[start - 1][1]]))
            runs.append((key, ""))
            since = start + end
        start += end
    return runs if since == len(spans) else [*runs, (None, text[spans[since][0] :])]


def _spans(text: str) -> list[tuple[int, int]]:
    """Where in a text stands what is between breaks."""
    cuts = [match.span(1) for match in _BREAK.finditer(text) if match[1]]
    starts = [0, *(end for _start, end in cuts)]
    return list(zip(starts, [*(start for start, _end in cuts), len(text)], strict=True))


def _longest_span(
    text: str, spans: list[tuple[int, int]], options: Wordings
) -> tuple[str | None, int]:
    """The longest option that begins with the first of the spans, or None; and how many it is."""
    for end in range(len(spans), 0, -1):
        key = options.exact(text[spans[0][0] : spans[end - 1][1]])
        if key is not None:
            return key, end
    return None, 1


def _near(parts: list[str], options: Wordings, join: Join) -> tuple[list[str], list[str]]:
    """Options in nearly these words: all parts together, or each; the rest is no option."""
    whole = ", ".join(parts)
    key = options.find(whole)
    if key is not None:
        later = (whole[start:] for start, _end in _spans(whole)[1:])
        more = (options.find(text) for text in later if options.goes_on(text))
        return [key, *filter(None, more)], []
    found = [options.find(part) for part in parts]
    rest = [part for part, key in zip(parts, found, strict=True) if key is None]
    keys = [key for key in found if key is not None]
    return keys, [_without_label(text) for text in join(rest)] if rest else []


def _without_label(text: str) -> str:
    return _OTHER_LABEL.sub("", text).strip() or text
