"""A letter as a mailto: link, no longer than what mail programs take."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import quote

_MOST = 1_900
"""Characters of a link; Windows hands some 2,000 of them to a mail program."""
_BARE = ",:;()!"
"""Signs that mean nothing in a link, and so need not be written as three."""
_CUT = "\n[…]"


@dataclass(frozen=True, slots=True)
class MailLink:
    """A link that opens a letter in the mail program; not `is_whole` where its end is missing."""

    address: str
    is_whole: bool


def mail_link(to: Iterable[str], subject: str, text: str) -> MailLink:
    """The link of a letter (RFC 6068); of a long one it holds the beginning, up to a blank."""
    receivers = ",".join(quote(each, safe="@") for each in to)
    start = f"mailto:{receivers}?subject={_encoded(subject)}&body="
    body = text.strip()
    if len(start) + len(_encoded(body)) <= _MOST:
        return MailLink(start + _encoded(body), True)
    return MailLink(start + _encoded(_cut(body, _MOST - len(start))), False)


def _encoded(text: str) -> str:
    return quote(text.replace("\n", "\r\n"), safe=_BARE)


def _cut(text: str, most: int) -> str:
    """The beginning of a text that takes at most so many characters in a link, and a mark."""
    words = list(re.finditer(r"\s*\S+", text))
    sizes = accumulate(len(_encoded(word[0])) for word in words)
    left = most - len(_encoded(_CUT))
    fitting = [word.end() for word, size in zip(words, sizes, strict=True) if size <= left]
    return text[: max(fitting, default=0)] + _CUT
