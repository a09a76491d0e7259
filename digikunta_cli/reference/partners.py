"""Words that tell that a body is no municipality, and what kind of body it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from digikunta_cli.model import OrganisationType as Type
from digikunta_cli.reference.tables import regions
from digikunta_cli.reference.wording import OFFICES, alias_of

COMPANY_FORMS = frozenset(
    ["oy", "oyj", "ab", "abp", "tmi", "ltd", "inc", "gmbh", "plc", "osk", "ky"]
)
"""Legal forms of companies."""
ASSOCIATION_FORMS = frozenset(["ry", "rf", "sr"])
"""Legal forms of associations and foundations."""

_STEMS: tuple[tuple[Type, str], ...] = (
    (
        Type.OTHER,
        "folkhögskol|normaalikoulu|ammattiopisto|kansanopisto|konservatori|instituu?t|seurakun"
        "|församling|sairaala|opisto|oppilaito|lyseo",
    ),
    (
        Type.UNIVERSITY,
        "yliopisto|universi|korkeakoul|högskol|polytechnic|akatemia|akademi|tutkimuskesku"
        "|tutkimuslaito|forskningscentral|\\b[xy]?amk\\b",
    ),
    (Type.JOINT_AUTHORITY, "yhtym|samkommun|sairaanhoitopiir|sjukvårdsdistrikt"),
    (
        Type.STATE,
        "ministeri|ministry|virasto|virastot|ämbetsverk|(?:lantmäteri|central)verket"
        "|\\bely(?:\\b|-)|\\bavi(?:\\b|-)|\\bte-toimisto|valtiokonttori|statskontoret|verohallin"
        "|skatteförvaltning|maanmittauslaito|tilastokesku|statistikcentral|väestörekisterikesku"
        "|valtioneuvosto|statsråd|poliisi",
    ),
    (
        Type.REGION,
        "hyvinvointialue|välfärdsområde|maakunta|maakunnan|maakuntien|\\blandskap|wellbeing",
    ),
    (
        Type.COMPANY,
        "osuuskun|andelslag|energia\\b|energi\\b|yhtiö|bolag|yrity|företag|konserni",
    ),
    (Type.GROUP, "seutu\\b|seutukun|seutuyhteisty"),
    (
        Type.ASSOCIATION,
        "säätiö|stiftelse|yhdisty|förening|järjestö|liitto|liiton|förbund|seura\\b|setlement"
        "|association|foundation",
    ),
)
_NAMED = {
    Type.STATE: "vm fm dvv vrk keha thl kela sitra traficom syke luke ruokavirasto tekes",
    Type.UNIVERSITY: "vtt csc lut laurea metropolia haaga-helia novia arcada",
    Type.ASSOCIATION: "kuntaliitto kommunförbundet",
    Type.JOINT_AUTHORITY: "hus hns",
    Type.COMPANY: "fcg tiera istekki sarastia monetra",
}
_REGIONAL = re.compile(r"\b(?:liitto|liiton|förbund|förbundet)\b")
_PATTERN = re.compile(
    "|".join(f"(?P<t{number}>{stems})" for number, (_type, stems) in enumerate(_STEMS))
)
_NAMES = {name: type_ for type_, names in _NAMED.items() for name in names.split()}


@dataclass(frozen=True, slots=True)
class Partner:
    """A body that is no municipality; `type` is None where the words leave it open."""

    type: Type | None


def partner(words: Sequence[str]) -> Partner | None:
    """What kind of body the words name; None where nothing tells that it is no municipality.

    The legal forms of associations decide, then the last word that names an institution, as in
    `ammattikorkeakoulun kuntayhtymä`; a company's legal form decides where nothing else does.
    """
    told = [word for word in words if word not in OFFICES]
    if not ASSOCIATION_FORMS.isdisjoint(told):
        return Partner(Type.ASSOCIATION)
    found = _institution(" ".join(told)) or _named(told)
    if found:
        return Partner(found)
    if COMPANY_FORMS.isdisjoint(told):
        return None
    # `Ky` is a limited partnership and, in municipal speech, a joint authority.
    return Partner(None if COMPANY_FORMS.intersection(told) == {"ky"} else Type.COMPANY)


def _institution(line: str) -> Type | None:
    found = None
    for match in _PATTERN.finditer(line):
        found = _STEMS[int(str(match.lastgroup)[1:])][0]
    if found is Type.ASSOCIATION and _REGIONAL.search(line) and _starts_with_region(line):
        return Type.REGION
    return found


def _named(words: Sequence[str]) -> Type | None:
    if alias_of(" ".join(words)) in _region_names():
        return Type.REGION
    return _NAMES.get(words[0]) if len(words) == 1 else None


@cache
def _region_names() -> frozenset[str]:
    """Names of regions in every language, but for Lappi, which was a municipality as well."""
    names = (
        name
        for region in regions()
        for name in (region.name_fi, region.name_sv, region.name_en, f"{region.name_sv}s")
    )
    return frozenset(alias_of(name) for name in names) - {"lappi"}


def _starts_with_region(line: str) -> bool:
    begins = {alias_of(region.genitive) for region in regions()} | _region_names()
    return any(alias_of(line).startswith(f"{name} ") for name in begins)
