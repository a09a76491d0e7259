"""A free list of partners, cut into the bodies that it names."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from digikunta_cli.model import OrganisationType
from digikunta_cli.reference.reading import read
from digikunta_cli.reference.resolve import Resolution, is_one_body, organisation_key, resolve
from digikunta_cli.reference.wording import (
    MUNICIPAL,
    is_area,
    is_unit,
    one_list,
    strong_parts,
    tidy,
    tokens,
    weak_parts,
)
from digikunta_cli.text import key

_NOBODY_TEXT = """
    avoin auki yksin itse muut muita muu ym yms jne mm esim myöhemmin tarkentuumyöhemmin kyllä ja x
    kunta kunnat kaupunki kaupungit naapurikunta naapurikunnat naapurikuntia lähikunnat seutukunta
    muitakuntia yritys yritykset yrityksiä alueenyritykset järjestöt järjestöjä yhdistykset
    yliopisto yliopistot ammattikorkeakoulu korkeakoulu oppilaitokset
    andra öppet osv kommun kommuner grannkommuner städer företag föreningar universitet högskola
    yrkeshögskola na nobody others other tba tbd etc
"""
_NOBODY = frozenset(_NOBODY_TEXT.split())
"""Answers, as `key` makes them, that name no body: two who gave one are not the same body."""
_NO = frozenset({"ei", "eivät", "emme", "eikä", "ingen", "inga", "inte", "nej", "none", "no"})
_REMARK = re.compile(r"\(([^()]*)\)")
_FOR_EXAMPLE = re.compile(r"\b(?:mm|esim|bl\.\s?a|t\.\s?ex|muun muassa|bland annat)\b[.:]?", re.I)
_MAIL = re.compile(r"\S+@\S+")


def resolve_bodies(text: str) -> tuple[Resolution, ...]:
    """One resolution for each body in a list, in the order written and each body once.

    Answers such as "ei" name nobody; several municipalities are several bodies.
    """
    line = _MAIL.sub(" ", _FOR_EXAMPLE.sub(" ", _REMARK.sub(_remark, one_list(text))))
    names = [name for piece in _rejoined(strong_parts(line)) for name in _names(piece.strip())]
    found = (body for name in _without_plurals(names) for body in _bodies(name))
    return tuple({organisation_key(body): body for body in found}.values())


def _remark(match: re.Match[str]) -> str:
    """A list in brackets belongs to the list; any other remark says nothing new."""
    inside = match.group(1)
    return f";{inside};" if len(strong_parts(inside)) > 1 else " "


def _rejoined(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, where a body of several municipalities was cut at a comma between them: whole."""
    owners: list[str] = []
    for piece in pieces:
        if read(tidy(piece)).is_genitive:
            owners.append(piece)
            continue
        whole = ", ".join((*owners, piece))
        yield from (whole,) if is_one_body(whole) else (*owners, piece)
        owners = []
    yield from owners


def _names(piece: str) -> tuple[str, ...]:
    """A piece cut at `ja`, `/` and the like, where what they join are bodies indeed."""
    names = weak_parts(piece)
    whole = resolve(piece)
    if len(names) < 2 or all(_means_the_same(name, whole) for name in names):
        return (piece,)
    readings = [read(tidy(name)) for name in names]
    are_bodies = all(reading.codes or reading.how == "partner" for reading in readings)
    # "Salo & Virtanen Oy" is one company: what comes first must not look like a municipality.
    return names if whole.municipalities or (are_bodies and not readings[0].codes) else (piece,)


def _means_the_same(name: str, whole: Resolution) -> bool:
    return bool(whole.municipalities) and resolve(name).municipalities == whole.municipalities


def _without_plurals(names: Sequence[str]) -> Iterator[str]:
    """`Kaavin, Juuan ja Nurmeksen kunnat`: the last word belongs to all of them."""
    for before, name in zip(("", *names), names, strict=False):
        is_bare = MUNICIPAL.isdisjoint(tokens(tidy(before)))
        if is_area(tidy(name)) and is_bare and resolve(before).municipalities:
            yield name.rstrip().rpartition(" ")[0] or name
        else:
            yield name


def _bodies(name: str) -> Iterator[Resolution]:
    body = resolve(name)
    if not body.municipalities:
        yield from () if _is_nobody(name) else (body,)
    # Several where the name cannot be cut, such as Kemi-Tornio.
    for code in body.municipalities:
        yield replace(body, municipalities=(code,), type=OrganisationType.MUNICIPALITY)


def _is_nobody(name: str) -> bool:
    words = tokens(tidy(name))
    if not words or words[0] in _NO or key(name) in _NOBODY:
        return True
    return is_area(tidy(name)) or (len(words) == 1 and is_unit(words[0]))
