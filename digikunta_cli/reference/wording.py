"""How organisation names are written: what is noise, what separates, which words say kunta."""

import re

from digikunta_cli.text import one_line, plain, safe

_SINGULAR_TEXT = """
    kunta kunnan kunnassa kunnalla kunnasta kunnalta kunnalle kaupunki kaupungin kaupungissa
    kaupungilla kaupungista kaupungilta kaupungille kommun kommunen kommuns kommunens stad
    staden stads stadens municipality city town kpki kpk kaup
"""
SINGULAR = frozenset(_SINGULAR_TEXT.split())
"""Words beside a name that say that a municipality is meant."""
_OFFICES_TEXT = """
    kunnanvirasto kaupunginvirasto kunnantalo kaupungintalo kunnankanslia kaupunginkanslia
    kunnanhallitus kaupunginhallitus kunnanvaltuusto kaupunginvaltuusto kunnanjohtaja
    kaupunginjohtaja kommunkansli kommunkansliet stadskansli stadskansliet kommunhuset
    stadshuset kommunstyrelsen stadsstyrelsen kommundirektören stadsdirektören
"""
OFFICES = frozenset(_OFFICES_TEXT.split())
"""Words that stand for a municipality's own administration."""
PLURAL = frozenset(
    ["kunnat", "kuntien", "kaupungit", "kaupunkien", "kommuner", "kommunerna", "städer", "städerna"]
)
"""Words after several names."""
MUNICIPAL = SINGULAR | OFFICES | PLURAL

_DASHES = re.compile("[\u2010-\u2015\u2212]")
_QUOTES = re.compile("[\"'\u00b4`\u2018-\u201f\u00ab\u00bb]")
_BUSINESS_ID = re.compile(r"\b[0-9]{7}-[0-9]\b")
_WEB = re.compile(r"https?://|(?<=\.fi)/\S*")
_SAINT = re.compile(r"\b(?:s[:.]\s?t|s t|st|sankt)\b\.?")
_INITIALS = re.compile(r"\b(r|o)\.\s?(y|f)\b\.?")
_BULLET = re.compile(r"(?:^|(?<=;))\s*(?:[-*\u00b7\u2022]\s+|[0-9]{1,2}[.)]\s+)")
_CODE_IN_BRACKETS = re.compile(r"\(\s*([0-9]{3})\s*\)")
_LABEL = re.compile(
    r"^(?:(?:kunta|kunnat|kaupunki|organisaatio|kommun|kommuner|stad|organisation|municipality)"
    r"\s*:\s*|(?:city|town|municipality) of (?:the )?|(?:ent|fd|f\.d|entinen|tidigare|former)\.? )"
)
_ABBREVIATED = re.compile(r":(?:n|ssa|lla|llä|s)$")
_LONGEST = 4000
"""Characters that are read; more than any list of names needs."""
_ENDS = frozenset({"kunta", "kaupunki", "kommun", "stad"})
_TRIM = ".,:;!?_*"
_STRONG = re.compile(r"\s*(?:;|,|\|)\s*")
_WEAK = re.compile(r"\s*[/&+()]\s*|\s+-+\s+|(?<!-)\s+(?:ja|och|sekä|samt|and)\s+", re.IGNORECASE)
_TOGETHER = re.compile(r"\s(?:ja|och|sekä|samt|and)\s")
_UNIT = re.compile(
    r"(?:hallinto|palvelut|palvelu|toimi|toimiala|osasto|johtaja|johto|kirjasto|keittiö|lautakunta"
    r"|yksikkö|tiimi|toimisto|förvaltning|förvaltningen|tjänster|avdelning|avdelningen|sektor"
    r"|sektorn|biblioteket|nämnden)$"
)


def one_list(text: str) -> str:
    """A text on one line as it was written: line breaks become semicolons, bullets go."""
    line = safe(text[:_LONGEST]).strip().replace("\n", ";").replace("\t", ";")
    return _BULLET.sub("", _DASHES.sub("-", one_line(line)))


def tidy(text: str) -> str:
    """A name on one line without case and noise."""
    line = _WEB.sub("", _QUOTES.sub("", plain(one_list(text))))
    line = _SAINT.sub("st", _BUSINESS_ID.sub(" ", line))
    return _CODE_IN_BRACKETS.sub(r" \1 ", _INITIALS.sub(r"\1\2", line)).strip()


def strong_parts(line: str) -> tuple[str, ...]:
    """A line cut where only a list is cut: at commas, semicolons and line breaks."""
    return tuple(part for part in _STRONG.split(line) if part.strip(_TRIM + " -"))


def weak_parts(line: str) -> tuple[str, ...]:
    """A line cut where names of several bodies, or the parts of one name, may meet."""
    cut = (part for piece in _WEAK.split(line) for part in _after_each_word(piece))
    return tuple(part for part in cut if part.strip(_TRIM + " -"))


def parts(line: str) -> tuple[str, ...]:
    """A tidy line cut at every place where a list may be cut."""
    return tuple(part for piece in strong_parts(line) for part in weak_parts(piece))


def is_together(line: str) -> bool:
    """Whether a word such as `ja` says that bodies act together."""
    return _TOGETHER.search(line) is not None


def is_area(part: str) -> bool:
    """Whether a part ends in a plural, as in `Kemin kunnat`, after a list or an area's name."""
    return not PLURAL.isdisjoint(tokens(part)[-1:])


def is_unit(part: str) -> bool:
    """Whether a part names a piece of some organisation, such as its administration."""
    return _UNIT.search(part.rstrip(_TRIM)) is not None


def tokens(part: str) -> tuple[str, ...]:
    """The words of a tidy part, labels such as `Kunta:` and punctuation gone."""
    trimmed = (word.strip(_TRIM) for word in _LABEL.sub("", part).split())
    return tuple(_ABBREVIATED.sub("", word) for word in trimmed if word)


def alias_of(name: str) -> str:
    """A name as it is looked up: a hyphen and a blank are the same."""
    return " ".join(tokens(tidy(name))).replace("-", " ")


def _after_each_word(piece: str) -> tuple[str, ...]:
    """`Loviisan kaupunki Lovisa stad` holds two names: cut after the word of the first."""
    found: list[list[str]] = [[]]
    for word in piece.split():
        if len(found[-1]) > 1 and found[-1][-1].casefold() in _ENDS:
            found.append([])
        found[-1].append(word)
    if len(found) == 1 or not all(part[-1].casefold() in _ENDS for part in found):
        return (piece,)
    return tuple(" ".join(part) for part in found)
