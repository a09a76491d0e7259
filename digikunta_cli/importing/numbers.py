"""Numbers as people type them: a value where there is one, None where there is not."""

import re

_NUMBER = re.compile(
    r"(?<![\w.,])[+-]?"
    r"(?:\d{1,3}(?:[ .']\d{3})+|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+(?=\.\d)|\d+)(?:[.,]\d+)?"
    # 26 000 · 2.900 · 1,234,567 · 1,200.50 · 3,5 · 8500
    r"(?![\w]*\d)"
)
_PER_CENT = re.compile(r"\s*(?:%|prosent|procent|per ?cent)", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?:[-–—*x×/]|\.\.+)\s*\d")
_THOUSAND = re.compile(r"\s*(?:k|t|te|tuhatta|tusen)\b(?!\w)\s*(?:€|e|eur)?", re.IGNORECASE)
_UNIT = re.compile(
    r"€|\b(?:eur|euroa?|euro|e|kpl|st|h|min|tuntia|minuuttia|kk|mån|vuodessa|vuosi|v|år|om året"
    r"|per|a|n|noin|ca|cirka|c|noin|about|arvio|arviolta|arvioitu|uppskattningsvis|omkring"
    r"|yht|yhteensä|totalt|max|min|enintään|högst|vähintään|minst|yli|över|alle|under)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"[\s\u00a0\u202f\u2009]+")
_PER_UNIT = re.compile(r"(?:kk|mm|min|€|eur|euroa?)\s*/.*$", re.IGNORECASE)
_POINTS = re.compile(r"(?![+-]?0+\.\d{3}\Z)[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_COMMAS = re.compile(r"[+-]?\d{1,3}(?:(?:,\d{3}){2,}|(?:,\d{3})+\.\d+)")
_DOUBTFUL = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_EXACT = 15
"""Whole numbers of so many digits are exact, however they are computed with."""
_LONGEST = 18
"""Digits and what parts them; more are no amount of anything."""
_NOISE = re.compile(r"[\s.,;:~≈<>+=/()€-]+")


def number(text: str) -> int | float | None:
    """The one number that a text tells, None where there is none or more than one.

    A per cent figure, a range and a product are no single number; spaces (no-break too), points
    and apostrophes may part thousands, comma or point decimals: "2 900,00", "n. 50 000".
    "1,200" is none: with a Finnish decimal comma it is a little over one, with an English comma
    between thousands it is 1200, and a figure wrong a thousandfold would spoil every sum. "1.200"
    is 1200, since three decimals after a point are no way to write an amount.
    """
    if _is_plain(text):
        return int(text)
    found = _found(text)
    return found[0] if len(found) == 1 else None


def is_bare(text: str) -> bool:
    """Whether nothing but the number, its unit and words such as "about" stand in the text."""
    if _is_plain(text):
        return True
    rest = _THOUSAND.sub(" ", _NUMBER.sub(" ", _flat(text)))
    return not _NOISE.sub("", _UNIT.sub(" ", rest))


def is_doubtful(text: str) -> bool:
    """Whether the comma of a number in the text may part thousands as well as decimals."""
    return any(_DOUBTFUL.fullmatch(match.group()) for match in _NUMBER.finditer(_flat(text)))


def _is_plain(text: str) -> bool:
    """Whether there are digits and nothing else, as in most answers."""
    return len(text) <= _EXACT and text.isascii() and text.isdigit()


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).replace("−", "-").replace("’", "'")


def _found(text: str) -> list[int | float]:
    flat = _flat(text)
    if _RANGE.search(_PER_UNIT.sub("", flat)):
        return []
    numbers = []
    for match in _NUMBER.finditer(flat):
        after = flat[match.end() :]
        if _PER_CENT.match(after):
            continue
        if len(match.group()) > _LONGEST or _DOUBTFUL.fullmatch(match.group()):
            return []
        factor = 1000 if _THOUSAND.match(after) else 1
        numbers.append(_value(match.group()) * factor)
    return numbers


def _value(digits: str) -> int | float:
    digits = digits.replace(" ", "").replace("'", "")
    if _POINTS.fullmatch(digits):
        digits = digits.replace(".", "")
    elif _COMMAS.fullmatch(digits):
        digits = digits.replace(",", "")
    value = float(digits.replace(",", "."))
    return int(value) if value.is_integer() else value
