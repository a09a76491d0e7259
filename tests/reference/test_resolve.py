"""What organisation names mean."""

import unicodedata

import pytest

from digikunta_cli.model import OrganisationType
from digikunta_cli.reference.resolve import Resolution, body_keys, organisation_key, resolve
from digikunta_cli.reference.tables import Former, Municipality, former_names, municipalities

FORMS = ("kunta", "kaupunki", "kommun", "stad")


def codes(text: str) -> tuple[str, ...]:
    """The municipalities that are taken without asking."""
    return resolve(text).municipalities


def single(text: str, code: str, how: str = "exact", *former: str) -> Resolution:
    """The resolution of a name that is one municipality's."""
    return Resolution(
        text=text,
        municipalities=(code,),
        type=OrganisationType.MUNICIPALITY,
        how=how,
        certain=True,
        former=former,
    )


@pytest.mark.parametrize("each", municipalities(), ids=lambda each: each.name_fi)
def test_every_municipality_is_found_by_its_names(each: Municipality) -> None:
    """Both names and the genitive mean the municipality, with and without kunta or kommun."""
    names = (each.name_fi, each.name_sv, *each.genitives)
    texts = [*names, *(f"{name} {form}" for name in names for form in FORMS)]

    assert {text: resolve(text) for text in texts} == {
        text: single(text, each.code) for text in texts
    }


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Borgå stad", "638"),
        ("Porvoon kaupunki", "638"),
        ("Pargas stad", "445"),
        ("Vörå kommun", "946"),
        ("Kyrkslätts kommun", "257"),
        ("Kimitoöns kommun", "322"),
        ("S:t Michel", "491"),
        ("Sankt Karins stad", "202"),
        ("St Michels stad", "491"),
        ("Mänttä-Vilppula", "508"),
        ("Mänttä Vilppulan kaupunki", "508"),
        ("Koski Tl", "284"),
        ("Kosken kunta", "284"),
        ("Hki", "091"),
        ("Tre", "837"),
        ("Jkl:n kaupunki", "179"),
        ("H:linna", "109"),
        ("541", "541"),
        ("922 Vesilahti", "922"),
        ("Vesilahti (922)", "922"),
        ("Vesilahden kunta 922", "922"),
        ("Vesilahden kaupunki", "922"),
        ("salon kunta", "734"),
        ("SALON KAUPUNKI", "734"),
        ("Salon\u00a0kaupunki", "734"),
        (unicodedata.normalize("NFD", "Äänekosken kaupunki"), "992"),
        ("Aanekosken kaupunki", "992"),
        ("Keitelen kunta", "239"),
        ("Seinäjoelta", "743"),
        ("Oulaisissa", "563"),
        ("Virroilta", "936"),
        ("Kunta: Ranua", "683"),
        ("kunta Ranua", "683"),
        ("City of Espoo", "049"),
        ("www.forssa.fi", "061"),
        ("https://www.mantta-vilppula.fi/asiointi", "508"),
        ("www.salonkaupunki.fi", "734"),
        ("Vaala kunnanvirasto", "785"),
        ("Inkoon kunta, 0126725-8", "149"),
        ("”Inkoon kunta”.", "149"),
    ],
)
def test_spellings_that_mean_one_municipality(text: str, code: str) -> None:
    """Languages, cases, codes, abbreviations and the kunta word change nothing."""
    assert resolve(text) == single(text, code)


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("Karjaan kaupunki", "710", "Karjaa"),
        ("Ekenäs stad", "710", "Tammisaari"),
        ("Pertunmaa", "507", "Pertunmaa"),
        ("Rovaniemen mlk", "698", "Rovaniemen maalaiskunta"),
        ("Jyväskylän maalaiskunta", "179", "Jyväskylän maalaiskunta"),
        ("Länsi-Turunmaan kaupunki", "445", "Länsi-Turunmaa"),
        ("Nummi-Pusula", "444", "Nummi-Pusula"),
        ("Pohjan kunta", "710", "Pohja"),
        ("ent. Lavia", "609", "Lavia"),
    ],
)
def test_a_former_municipality_is_counted_as_todays(text: str, code: str, name: str) -> None:
    """A former name is accepted, and it is said which one it was."""
    assert resolve(text) == single(text, code, "former", name)


@pytest.mark.parametrize("each", former_names(), ids=lambda each: f"{each.name_fi}-{each.code}")
def test_no_former_name_leads_elsewhere(each: Former) -> None:
    """A former name means today's municipality, or is left for a person."""
    found = {*codes(each.name_fi), *codes(f"{each.genitive} kunta")}

    assert found <= {each.code}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ranuam kunta", "683"),
        ("Lepppävirean kunta", "420"),
        ("Ähtärin aupunki", "989"),
        ("Kuuaamo stad", "305"),
        ("Forssna kaupunki", "061"),
        ("Salonkaupunki", "734"),
        ("Hatolan kuntz", "081"),
    ],
)
def test_a_misspelt_name_beside_kunta_is_accepted_and_marked(text: str, code: str) -> None:
    """A name one or two edits away is taken where kunta or kommun stands beside it."""
    assert resolve(text) == single(text, code, "near")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sysmä/Hartola/Heinola", ("781", "081", "111")),
        ("Ranuan kunta ja Loppi", ("683", "433")),
        ("Raision ja Ranuan kunnat", ("680", "683")),
        ("Pernå och Ekenäs", ("434", "710")),
        ("Kemi-Tornio", ("240", "851")),
        ("Kemi\u2013Tornio", ("240", "851")),
        ("Kemin-Tornion kaupungit", ("240", "851")),
        ("Vasa-Korsholm", ("905", "499")),
        ("Suonenjoella, Tervossa ja Vesannolla", ("778", "844", "921")),
        ("Forssan kaupunki\nHausjärvi\r\nPukkila", ("061", "086", "616")),
        ("Jyväskylä & Ranua + Salo; Nokia", ("179", "683", "734", "536")),
        ("Salon kaupunki Someron kaupunki", ("734", "761")),
        ("Kaavin, Juuann ja Nurmeksen kunnat", ("204", "176", "541")),
    ],
)
def test_joint_names_are_several_municipalities(text: str, expected: tuple[str, ...]) -> None:
    """The municipalities of a joint name come in the order written."""
    found = resolve(text)

    assert (found.municipalities, found.type) == (expected, OrganisationType.GROUP)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Loviisan kaupunki / Lovisa stad", "434"),
        ("Maarianhamina - Mariehamn", "478"),
        ("Espoo-Esbo", "049"),
        ("Porvoo (Borgå)", "638"),
        ("Lovisa stad Loviisan kaupunki", "434"),
        ("Ranuan kunta, keskushallinto", "683"),
        ("Ranuan kunta — Kuvitteellinen yksikkö", "683"),
        ("Keskushallinto, Ranuan kunta", "683"),
        ("Ranuan kunnan Kuvitteellinen", "683"),
        ("Ranuan kunnan rakennusvirasto", "683"),
        ("Ranuan kunta, kumppanina Esimerkki Oy", "683"),
        ("Sipoo ja Esimerkkisäätiö", "753"),
        ("Kirkkonummen kunnanjohtaja", "257"),
    ],
)
def test_one_municipality_in_many_words_is_one(text: str, code: str) -> None:
    """Both languages, units and partners beside a municipality leave it one."""
    assert resolve(text) == single(text, code)


def test_a_misspelt_member_of_a_joint_name_is_suggested() -> None:
    """Good names of a list are taken, and the misspelt one is asked about."""
    assert resolve("Vaala, Posio ja Ranuam") == Resolution(
        text="Vaala, Posio ja Ranuam",
        municipalities=("785", "614"),
        type=OrganisationType.GROUP,
        how="near",
        suggestions=("683",),
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Borgå stad", "638"),
        ("Raision ja Forssan kunnat", "061+680"),
        ("Forssa, Raisio", "061+680"),
        ("Esimerkkisofta Oy", "name:esimerkkisofta"),
        ("ESIMERKKISOFTA OYJ", "name:esimerkkisofta"),
        ("Oy Esimerkkisofta Ab.", "name:esimerkkisofta"),
        ("Kuvitteellinen seura r.y.", "name:kuvitteellinenseura"),
        ("Oy", "name:oy"),
        ("-", "name:"),
    ],
)
def test_the_key_is_the_same_for_every_spelling(text: str, key: str) -> None:
    """Codes in order, or the name without its legal form."""
    assert organisation_key(resolve(text)) == key


def test_bodies_are_codes_and_names() -> None:
    """Each municipality of a joint name is a body of its own."""
    found = (resolve("Forssa, Raisio"), resolve("Esimerkkisofta Oy"))

    assert body_keys(found) == {"061", "680", "name:esimerkkisofta"}
