"""Text as people type it: made comparable, made safe to show, put in Finnish order."""

import re
import unicodedata
from functools import lru_cache

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 (but tab and newline), DEL, C1
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"  # invisible, bidi
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"  # lone surrogates, no letters, tags
)
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+|_+")
_WORD = re.compile(r"[^\W_]+")
_ORDER = str.maketrans({"å": "{", "ä": "|", "ö": "}", "æ": "|", "ø": "}", "w": "v"})


def safe(text: str) -> str:
    """Text without characters that a terminal or a page could act on; tab and newline stay."""
    if text.isprintable():  # most texts of one line, and quicker
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    # Nothing that prints is unsafe, and so it can be told ten times quicker.
    if text.replace("\n", " ").replace("\t", " ").replace("\u00a0", " ").isprintable():
        return text
    return _UNSAFE.sub("", text.replace("\u2028", "\n").replace("\u2029", "\n"))


def one_line(text: str) -> str:
    """Safe text on one line, for a cell of a table."""
    if text.isprintable():  # most texts, and much quicker
        return " ".join(text.split())
    return _SPACES.sub(" ", safe(text)).strip()


def plain(text: str) -> str:
    """Text made comparable: composed, unseen characters gone, one space, no case."""
    return one_line(unicodedata.normalize("NFKC", text)).casefold()


def key(text: str) -> str:
    """Text compared without case, blanks and punctuation, as an experiment's title is."""
    return _NOT_WORD.sub("", plain(text))


def words(text: str) -> tuple[str, ...]:
    """The words of a text in order, without case and punctuation."""
    # Between them any blanks will do, which `plain` would make one in every long text.
    return tuple(_WORD.findall(safe(unicodedata.normalize("NFKC", text)).casefold()))


@lru_cache(1 << 15)  # names are put in order in list after list
def finnish_order(text: str) -> tuple[str, str]:
    """A sort key: å ä ö come last, w counts as v only where the words are otherwise equal."""
    folded = plain(text)
    letters = folded.translate(_ORDER)
    if letters.isascii():  # most texts, and much quicker
        return letters, folded
    # Other accents sort with their base letter; the three Nordic ones were mapped just above.
    bare = "".join(c for c in unicodedata.normalize("NFD", letters) if not unicodedata.combining(c))
    return bare, folded
