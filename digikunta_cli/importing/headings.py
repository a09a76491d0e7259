"""Headings as tools write them: tidied, freed of codes, and two rows of them joined to one."""

import html
import re
from collections.abc import Sequence
from itertools import zip_longest

from digikunta_cli.text import one_line, plain, words

_BREAK = re.compile(r"</?(?:br|p|div|li|ul|ol|h\d|tr|td)\b[^<>]*>", re.IGNORECASE)
_LOOK = re.compile(r"</?(?:b|i|u|em|strong|span|font|a|sup|sub|small|mark)\b[^<>]*>", re.IGNORECASE)
_CODE = re.compile(
    r"(?:(?:sivu|sida|page)\s+\d+\s*/\s*)?(?:kysymys|fråga|question)\s+\d+\s*[.:)]\s*"
    r"|\d+(?:\.\d+)+[.)]?\s+"  # 6.1
    r"|[a-z]\w*\[\w+\][.:]?\s+|(?:g\d+)?q\d+\w*[.:]?\s+",  # G01Q02[SQ001], as LimeSurvey codes
    re.IGNORECASE,
)
_LANGUAGE_WORDS = {
    "fi": frozenset({"ja", "tai", "kokeilun", "mitä", "mihin", "kuinka", "nimi", "kunnan", "sekä"}),
    "sv": frozenset({"och", "eller", "vad", "vilka", "hur", "namn", "försökets", "kommunen", "är"}),
    "en": frozenset({"and", "or", "the", "of", "what", "which", "how", "name", "is"}),
}
_RESPONSE = frozenset({"response", "open-ended response", "vastaus", "svar"})
"""What stands below a question that has one column only."""


def tidy(heading: str) -> str:
    """A heading on one line, without the marks of a web page."""
    if "<" in heading:
        heading = _LOOK.sub("", _BREAK.sub(" ", heading))
    return one_line(html.unescape(heading) if "&" in heading else heading)


def without_code(heading: str) -> str:
    """A heading without the place or code of its question: "Sivu 1 / Kysymys 2:", "G01Q02"."""
    code = _CODE.match(heading)
    return heading[code.end() :] or heading if code else heading


def language_of(headings: Sequence[str]) -> str | None:
    """The language of headings, None where their words do not tell."""
    mine = [word for heading in headings for word in words(heading)]
    counts = {
        language: sum(word in known for word in mine) for language, known in _LANGUAGE_WORDS.items()
    }
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else None


def may_go_on(first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether a second row may go on from a first: where that is blank, or repeats a question."""
    before = ""
    for above, below in zip_longest(first, second, fillvalue=""):
        if below and before and above in ("", before):
            return True
        before = above or before
    return any(plain(below) in _RESPONSE for below in second)


def joined(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """Questions over options as "question: option"; a blank goes on with the question before."""
    question = ""
    headings: list[str] = []
    for above, below in zip_longest(first, second, fillvalue=""):
        question = above or question
        if not below or below == above:
            headings.append(above)
        elif not question or plain(below) in _RESPONSE:
            headings.append(question or below)
        else:
            headings.append(f"{question.rstrip(' :')}: {below}")
    return tuple(headings)
