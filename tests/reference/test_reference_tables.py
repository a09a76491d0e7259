"""The tables of municipalities and regions."""

import pytest

from digikunta_cli.reference.tables import (
    Municipality,
    Region,
    former_names,
    municipalities,
    municipality,
    municipality_name,
    region_name,
    regions,
)


def test_there_are_the_municipalities_and_regions_of_2026() -> None:
    """All municipalities and regions are there, each in a region that exists."""
    codes = {region.code for region in regions()}

    assert (len(municipalities()), len(regions())) == (308, 19)
    assert {each.region for each in municipalities()} == codes


def test_a_municipality_is_found_by_its_code() -> None:
    """A code gives names, region, languages and inhabitants."""
    assert municipality("638") == Municipality(
        code="638",
        name_fi="Porvoo",
        name_sv="Borgå",
        region="01",
        language="fi+sv",
        population=51232,
        genitives=("Porvoon",),
        local_cases=("inner",),
    )


def test_an_unknown_code_is_no_municipality() -> None:
    """A code that is not in use raises KeyError."""
    with pytest.raises(KeyError):
        municipality("999")


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("638", "fi", "Porvoo"),
        ("638", "sv", "Borgå"),
        ("638", "en", "Porvoo"),
        ("946", "en", "Vörå"),
        ("478", "fi", "Maarianhamina"),
    ],
)
def test_a_name_is_in_the_language_asked_for(code: str, language: str, name: str) -> None:
    """English uses the name that the majority of a municipality uses."""
    assert municipality_name(code, language) == name


def test_a_region_has_a_name_in_each_language() -> None:
    """Regions have Finnish, Swedish and English names."""
    assert [region_name("19", language) for language in ("fi", "sv", "en")] == [
        "Lappi",
        "Lappland",
        "Lapland",
    ]
    assert regions()[0] == Region(
        code="01", name_fi="Uusimaa", name_sv="Nyland", name_en="Uusimaa", genitive="Uudenmaan"
    )


def test_former_names_lead_to_municipalities_of_today() -> None:
    """No former name leads to a code that is no longer in use."""
    codes = {each.code for each in municipalities()}

    assert {each.code for each in former_names()} <= codes
    assert not {each.old_code for each in former_names()} & codes
