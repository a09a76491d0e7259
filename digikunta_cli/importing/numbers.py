"""Numbers as people type them: a value where there is one, None where there is not."""

import re

_NUMBER = re.compile(
    r"(?<![\w.,])[+-]?(?:\d{1,3}(?:[ .']\d{3})+|\d+)(?:[.,]\d+)?"  # 26 000 · 2.900 · 3,5 · 8500
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
_LONGEST = 18
"""Digits and what parts them; more are no amount of anything."""
_NOISE = re.compile(r"[\s.,;:~≈<>+=/()€-]+")


def number(text: str) -> int | float | None:
    """The one number that a text tells, None where there is none or more than one.

    A per cent figure, a range and a product are no single number; spaces (no-break too), points
    and apostrophes may part thousands, comma or point decimals: "2 900,00", "n. 50 000".
    """
    found = _found(text)
    return found[0] if len(found) == 1 else None


def is_bare(text: str) -> bool:
    """Whether nothing but the number, its unit and words such as "about" stand in the text."""
    rest = _THOUSAND.sub(" ", _NUMBER.sub(" ", _flat(text)))
    return not _NOISE.sub("", _UNIT.sub(" ", rest))


def _flat(text: str) -> str:
    return re.sub(r"[\s\u00a0\u202f\u2009]+", " ", text).replace("−", "-").replace("’", "'")


def _found(text: str) -> list[int | float]:
    flat = _flat(text)
    if _RANGE.search(re.sub(r"(?i)(kk|mm|min|€|eur|euroa?)\s*/.*$", "", flat)):
        return []
    numbers = []
    for match in _NUMBER.finditer(flat):
        after = flat[match.end() :]
        if _PER_CENT.match(after):
            continue
        if len(match.group()) > _LONGEST:
            return []
        factor = 1000 if _THOUSAND.match(after) else 1
        numbers.append(_value(match.group()) * factor)
    return numbers


def _value(digits: str) -> int | float:
    digits = digits.replace(" ", "").replace("'", "")
    if re.fullmatch(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        digits = digits.replace(".", "")
    elif re.fullmatch(r"[+-]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?", digits):
        digits = digits.replace(",", "")
    value = float(digits.replace(",", "."))
    return int(value) if value.is_integer() else value
