"""Whether a text asks for a consent in the very words that are known, nothing more or less."""

import re
from collections.abc import Collection, Iterable

from digikunta_cli.importing.questions import NUMBERING
from digikunta_cli.text import plain, words

_LEAST = 10
"""Fewer letters are no beginning of a question."""
_REMARK = re.compile(
    r"\(\s*(?:pakollinen|obligatorisk|obligatoriskt|required|mandatory|\d+"
    r"|kyllä\s*/\s*ei|ja\s*/\s*nej|yes\s*/\s*no)\s*\)",
    re.IGNORECASE,
)
"""Remarks that change no consent; any other may narrow or widen it."""
_TURNS = frozenset({"ei", "emme", "eivät", "inte", "ej", "nej", "not", "no", "never", "t"})
"""Words that turn a question round; "t" is what is left of "don't"."""


def is_worded(text: str, wordings: Iterable[str]) -> bool:
    """Whether a text has the words of one of these wordings, what stands in brackets too."""
    return _told(text) in map(_told, wordings)


def is_asked_plainly(
    asked: str,
    wordings: Collection[str],
    *,
    twins: Iterable[str],
    parts: Iterable[tuple[str, str]],
) -> bool:
    """Whether a heading asks in known words: cut, in several languages, or behind a title.

    `twins` is the heading in its languages, `parts` every way to read it as title and question.
    """
    return (
        _is_cut(asked, wordings)
        or all(is_worded(twin, wordings) for twin in twins)
        or any(is_worded(text, wordings) and _is_title(title) for title, text in parts)
    )


def _is_cut(text: str, wordings: Iterable[str]) -> bool:
    told = _told(text)
    return len(told) >= _LEAST and any(_told(each).startswith(told) for each in wordings)


def _is_title(text: str) -> bool:
    """Whether a text may stand before a consent without turning it round."""
    return _TURNS.isdisjoint(words(text))


def _told(text: str) -> str:
    return " ".join(words(_REMARK.sub(" ", NUMBERING.sub("", plain(text)))))
