"""Names that are not certain: what is suggested, and what is never taken for a municipality."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.model import OrganisationType
from digikunta_cli.reference.resolve import Resolution, resolve
from digikunta_cli.reference.tables import Municipality, municipalities

CODES = {each.code for each in municipalities()}
FORMS = ("kunta", "kaupunki", "kommun", "stad")


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("Lappi", ("684",)),
        ("Lapin kunta", ("684",)),
        ("Pohja", ("710",)),
        ("Saari", ("580",)),
        ("Koski", ("284",)),
        ("Längelmäki", ("182", "562")),
        ("443", ("182", "562")),
        ("541 Lieksa", ("541", "422")),
        ("541 Mikä lie", ("541",)),
        ("Salon ruokapalvelut", ("734",)),
        ("Oulun kunnat", ("564",)),
        ("Rauma, Kuvitteellinen", ("684",)),
        ("Kuvitteellinen, Rauma", ("684",)),
    ],
)
def test_an_ambiguous_name_is_only_suggested(text: str, suggestions: tuple[str, ...]) -> None:
    """Where a name may mean something else, a person decides."""
    assert resolve(text) == Resolution(text=text, suggestions=suggestions)


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("Ranuam", ("683",)),
        ("Mäntsälö", ("505",)),
        ("Peehno kunta", ("584",)),
        ("Prikkalan kunta", ("580", "604")),
        ("Mellilam kunta", ("430",)),
        ("Ranuam kunta kirjasto", ("683",)),
    ],
)
def test_a_misspelt_name_that_may_be_another_is_only_suggested(
    text: str, suggestions: tuple[str, ...]
) -> None:
    """Alone, equally near to two, or near to a former name: a person decides."""
    assert resolve(text) == Resolution(text=text, how="near", suggestions=suggestions)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "?",
        "kunta",
        "kaupunki",
        "ei kuntaa",
        "testi",
        "Tallinn",
        "Lunds kommun",
        "Borås stad",
        "Savon kunnat",
        "Helsingforsregionen",
        "Salla Esimerkki",
        "Kuvitteellinen 7",
        "Kuvitteellisen erittäin pitkän nimen omaava yhteisö täällä",
        "X kunta",
        "Salon kunto",
        "Helsingin seudun liikenne",
        "www.kuvitteellinen.fi",
        "Lappi-Saari",
    ],
)
def test_what_is_no_municipality_stays_unknown(text: str) -> None:
    """Other words, other places and people are never taken for a municipality."""
    found = resolve(text)

    assert (found.municipalities, found.how, found.certain) == ((), "unknown", False)


@pytest.mark.parametrize(
    ("text", "suggestions"),
    [
        ("Salo & Virtanen Oy", ("734",)),
        ("Rauma, Kuvitteellinen Oy", ("684",)),
        ("Salo, Aura & Virtanen Oy", ("734", "019")),
        ("Kuvitteellinen Oy, Rauma", ()),
        ("Rauma-Esimerkki Oyj", ()),
    ],
)
def test_a_company_is_not_the_municipality_in_its_name(
    text: str, suggestions: tuple[str, ...]
) -> None:
    """A name with Oy is a company, whatever else is in it."""
    assert resolve(text) == Resolution(
        text=text,
        type=OrganisationType.COMPANY,
        how="partner",
        certain=not suggestions,
        suggestions=suggestions,
    )


def names() -> st.SearchStrategy[str]:
    """Texts made of what names are made of, and of anything."""
    each = st.sampled_from(municipalities())
    words = st.one_of(
        each.map(lambda one: one.name_fi),
        each.map(lambda one: one.genitives[0]),
        st.sampled_from(["kunta", "kunnat", "stads", " ja ", "/", "-", ",", "(", ")", "Oy", "ry"]),
        st.text(max_size=8),
    )
    return st.lists(words, max_size=6).map(" ".join)


@given(names())
def test_resolving_never_fails_and_codes_are_real(text: str) -> None:
    """Whatever was typed, the answer holds codes in use, each once."""
    found = resolve(text)
    told = (*found.municipalities, *found.suggestions)

    assert set(told) <= CODES
    assert len(set(told)) == len(told)
    assert found.certain == (
        not found.suggestions and (bool(found.municipalities) or found.how == "partner")
    )


@given(st.sampled_from(municipalities()), st.sampled_from(FORMS), st.data())
def test_a_single_edit_never_leads_to_another_municipality(
    each: Municipality, form: str, data: st.DataObject
) -> None:
    """A changed letter gives the same municipality, none, or the one now spelt exactly."""
    name = each.genitives[0]
    place = data.draw(st.integers(0, len(name) - 1))
    letter = data.draw(st.sampled_from("aeikunsö"))
    found = resolve(f"{name[:place]}{letter}{name[place + 1 :]} {form}")

    assert found.how in ("exact", "former") or set(found.municipalities) <= {each.code}


@pytest.mark.parametrize(
    "text",
    [
        "Vantaan ja Keravan hyvinvointialue",
        "Vanda och Kervo välfärdsområde",
        "Turun ja Kaarinan seurakuntayhtymä",
    ],
)
def test_one_body_that_is_named_after_two_municipalities_is_neither(text: str) -> None:
    """The first name is a part of the body's own, so that it is for a person to decide."""
    assert resolve(text).municipalities == ()


def test_a_municipality_and_a_partner_of_another_name_stay_the_municipality() -> None:
    """Only a partner that begins with a municipality's name makes one body of the two."""
    assert resolve("Sipoo ja Sitra").municipalities == ("753",)
    assert resolve("Oulun kaupungille").municipalities == ("564",)
