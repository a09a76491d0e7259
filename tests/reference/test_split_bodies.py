"""Free lists of partners."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.reference.resolve import body_keys, organisation_key
from digikunta_cli.reference.split import resolve_bodies
from digikunta_cli.reference.tables import municipalities


def keys(text: str) -> list[str]:
    """The keys of the bodies in the order written."""
    return [organisation_key(body) for body in resolve_bodies(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Humppilan kunta, Jokioisten kunta, Kuvitteellinen Logistiikka Oy",
            ["103", "169", "name:kuvitteellinenlogistiikka"],
        ),
        ("Kimitoöns kommun; Exempelbutiken Ab", ["322", "name:exempelbutiken"]),
        ("Isojoki, Karijoki, Teuva", ["151", "218", "846"]),
        ("Larsmo, Nykarleby, Kronoby", ["440", "893", "288"]),
        ("Lieksan kaupunki; Esimerkin aluekirjasto", ["422", "name:esimerkinaluekirjasto"]),
        ("Kaavin, Juuan ja Nurmeksen kunnat", ["204", "176", "541"]),
        ("Kunnat: Isojoki, Karijoki ja Teuva", ["151", "218", "846"]),
        ("- Isojoki\n- Karijoki\r\n", ["151", "218"]),
        ("1. Isojoki\n2) Teuva", ["151", "846"]),
        ("Kemi-Tornio", ["240", "851"]),
        ("Loviisan kaupunki / Lovisa stad", ["434"]),
        ("Borgå, Porvoon kaupunki", ["638"]),
        ("Esimerkki Oy ja Lahden kaupunki", ["name:esimerkki", "398"]),
        ("Esimerkki Oy & Malli Ab", ["name:esimerkki", "name:malli"]),
        ("Sipoo ja Esimerkkisäätiö", ["753", "name:esimerkkisäätiö"]),
        ("Salo & Virtanen Oy", ["name:salovirtanen"]),
        ("Kulttuuri ja Taide ry", ["name:kulttuurijataide"]),
        ("Digi- ja väestötietovirasto", ["name:digijaväestötietovirasto"]),
        ("Seutukunta (Isojoki, Karijoki)", ["151", "218"]),
        ("Esimerkki Oy (Espoo)", ["name:esimerkki"]),
        ("Espoon kaupunki, keskushallinto", ["049"]),
        ("Oulu, esko.esimerkki@malli.example", ["564"]),
        ("Lieksa ja Nurmes sekä naapurikunnat", ["422", "541"]),
        (
            "Raisio, Turun, Kaarinan ja Liedon seurakuntayhtymä",
            ["680", "name:turunkaarinanjaliedonseurakuntayhtymä"],
        ),
        (
            "Turun, Kaarinan ja Liedon kunnat, Lapin liitto",
            ["853", "202", "423", "name:lapinliitto"],
        ),
        ("Turun, Esimerkki Oy", ["853", "name:esimerkki"]),
        ("Turun, Kaarinan", ["853", "202"]),
    ],
)
def test_a_list_is_cut_into_its_bodies(text: str, expected: list[str]) -> None:
    """Each body comes once, in the order written, and a company's name stays whole."""
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "ei",
        "Ei.",
        "ei muita kuntia",
        "Inga andra",
        "muut kunnat",
        "Lapin kunnat",
        "yritys",
    ],
)
def test_an_answer_without_names_has_no_bodies(text: str) -> None:
    """Two who both answered "ei" do not share a body."""
    assert resolve_bodies(text) == ()


def test_a_body_keeps_its_name_as_written() -> None:
    """Names are shown as they were typed."""
    assert [body.text for body in resolve_bodies("Malli Oy, Isojoen kunta")] == [
        "Malli Oy",
        "Isojoen kunta",
    ]


@given(st.lists(st.sampled_from(municipalities()), max_size=6, unique=True))
def test_a_list_of_municipalities_is_found_whole(chosen: list[object]) -> None:
    """Whatever municipalities are listed, all of them are bodies."""
    told = [each for each in municipalities() if each in chosen]

    assert body_keys(resolve_bodies(", ".join(each.name_fi for each in told))) == {
        each.code for each in told
    }


@given(st.text(alphabet="aOyäj ,;/-&()\n@.", max_size=60))
def test_cutting_never_fails(text: str) -> None:
    """Whatever was typed, each body has a key of its own."""
    found = keys(text)

    assert len(set(found)) == len(found)
