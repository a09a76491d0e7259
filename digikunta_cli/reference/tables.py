"""Municipalities and regions of Finland, as Statistics Finland names and numbers them."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """A municipality of today."""

    code: str
    name_fi: str
    name_sv: str
    region: str
    """Code of its region."""
    language: str
    """fi, fi+sv, sv+fi or sv: the majority's language comes first."""
    population: int
    genitives: tuple[str, ...]
    """The Finnish genitive, the usual one first where two are right."""
    local_cases: tuple[str, ...]
    """inner (Turussa), outer (Seinäjoella), both, or none where no rule makes them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A region, maakunta in Finnish."""

    code: str
    name_fi: str
    name_sv: str
    name_en: str
    genitive: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """A name that a municipality no longer has, and the municipality of today."""

    old_code: str
    """Empty where only the name changed."""
    name_fi: str
    name_sv: str
    genitive: str
    year: int
    """The name is out of use from 1 January of this year."""
    code: str
    care: str
    """Empty, `alone` (means the municipality only beside the word kunta) or `never`."""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this room; lines that start with # are notes."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def municipality(code: str) -> Municipality:
    """The municipality with this code; KeyError where there is none."""
    return _municipalities()[code]


def municipalities() -> tuple[Municipality, ...]:
    """All municipalities of today, by code."""
    return tuple(_municipalities().values())


def municipality_name(code: str, language: str) -> str:
    """A municipality's name in fi or sv; in any other language as the majority calls it."""
    found = municipality(code)
    spoken = language if language in ("fi", "sv") else found.language[:2]
    return found.name_sv if spoken == "sv" else found.name_fi


def regions() -> tuple[Region, ...]:
    """All regions, by code."""
    return tuple(_regions().values())


def region_name(code: str, language: str) -> str:
    """A region's name in fi, sv or en (any other language); KeyError for an unknown code."""
    region = _regions()[code]
    return {"fi": region.name_fi, "sv": region.name_sv}.get(language, region.name_en)


@cache
def former_names() -> tuple[Former, ...]:
    """Names out of use since 2001; a municipality that was divided has a row for each part."""
    return tuple(
        Former(
            old_code=row["old_code"],
            name_fi=row["name_fi"],
            name_sv=row["name_sv"],
            genitive=row["genitive"],
            year=int(row["year"]),
            code=row["code"],
            care=row["care"],
        )
        for row in rows("former.csv")
    )


@cache
def _municipalities() -> Mapping[str, Municipality]:
    return {row["code"]: _municipality(row) for row in rows("municipalities.csv")}


def _municipality(row: Mapping[str, str]) -> Municipality:
    return Municipality(
        code=row["code"],
        name_fi=row["name_fi"],
        name_sv=row["name_sv"],
        region=row["region"],
        language=row["language"],
        population=int(row["population"]),
        genitives=tuple(row["genitive"].split("|")),
        local_cases=tuple(row["local_case"].split("+")) if row["local_case"] else (),
    )


@cache
def _regions() -> Mapping[str, Region]:
    return {row["code"]: Region(**row) for row in rows("regions.csv")}
