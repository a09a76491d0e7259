"""Long words broken where a reader would break them, for columns narrower than the words."""

import re

_SYLLABLE = re.compile(r"(?i)(?=[bcdfghjklmnpqrstvwxz][aeiouyåäö])")
"""In Finnish a syllable begins at a consonant before a vowel; near enough in other languages."""
_LEAST_BEFORE, _LEAST_AFTER = 2, 3
_ENDS = ".,;:!?)"


def fold_words(text: str, width: int) -> str:
    """The text with words over `width` letters in hyphenated pieces, a blank between them.

    Only words of letters are broken: a hyphen in an address or a file name would be a lie.
    """
    return "\n".join(
        " ".join(_pieces(word, width) for word in line.split(" ")) for line in text.split("\n")
    )


def _pieces(word: str, width: int) -> str:
    """The word in pieces that each fit; whole where it has no place to break it."""
    broken = ""
    while len(word) > width and (end := _place(word, width)):
        piece, word = word[:end], word[end:]
        broken += piece if piece.endswith("-") else f"{piece}-"
        broken += " "
    return broken + word


def _place(word: str, width: int) -> int:
    """The last place to break a word so that its first piece fits; 0 where there is none."""
    if not word.rstrip(_ENDS).replace("-", "").isalpha():
        return 0
    own_hyphen = word.rfind("-", 1, width) + 1
    if own_hyphen:
        return own_hyphen
    last = min(width - 1, len(word) - _LEAST_AFTER)
    starts = (found.start() for found in _SYLLABLE.finditer(word))
    return max((start for start in starts if _LEAST_BEFORE <= start <= last), default=0)
