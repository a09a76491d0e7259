"""Words that tell what kind of body is meant."""

import pytest

from digikunta_cli.model import OrganisationType as Type
from digikunta_cli.reference.partners import partner
from digikunta_cli.reference.resolve import resolve
from digikunta_cli.reference.tables import municipalities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nokian Esimerkki Oyj", Type.COMPANY),
        ("Ab Exempel", Type.COMPANY),
        ("Porvoon Energia", Type.COMPANY),
        ("Turun yliopisto", Type.UNIVERSITY),
        ("Kuvitteellinen Ammattikorkeakoulu Oy", Type.UNIVERSITY),
        ("Aalto-universitetet", Type.UNIVERSITY),
        ("Exempels yrkeshögskola", Type.UNIVERSITY),
        ("Mallilan AMK", Type.UNIVERSITY),
        ("Jyväskylän koulutuskuntayhtymä", Type.JOINT_AUTHORITY),
        ("Kemi-Tornion ammattikorkeakoulun kuntayhtymä", Type.JOINT_AUTHORITY),
        ("Exempel samkommun", Type.JOINT_AUTHORITY),
        ("Lapin liitto", Type.REGION),
        ("Österbottens förbund", Type.REGION),
        ("Keski-Uudenmaan hyvinvointialue", Type.REGION),
        ("Uusimaa", Type.REGION),
        ("Nyland", Type.REGION),
        ("Lappland", Type.REGION),
        ("Kuvitteellinen liitto", Type.ASSOCIATION),
        ("Suomen Kuntaliitto ry", Type.ASSOCIATION),
        ("Finlands Kommunförbund", Type.ASSOCIATION),
        ("Salon yliopistoseura r.y.", Type.ASSOCIATION),
        ("Exempelföreningen r.f.", Type.ASSOCIATION),
        ("Esimerkkisäätiö", Type.ASSOCIATION),
        ("Esimerkkiministeriö", Type.STATE),
        ("Digi- ja väestötietovirasto", Type.STATE),
        ("Varsinais-Suomen ELY-keskus", Type.STATE),
        ("Sitra", Type.STATE),
        ("VM", Type.STATE),
        ("Rovaniemen seurakunta", Type.OTHER),
        ("Kajaanin normaalikoulu", Type.OTHER),
        ("KUUMA-seutu", Type.GROUP),
        ("Turun, Kaarinan ja Liedon seurakuntayhtymä", Type.JOINT_AUTHORITY),
        ("Vetelin, Kaustisen ja Halsuan kuntayhtymä Malli", Type.JOINT_AUTHORITY),
        ("Turun, Kaarinan ja Liedon hoiva- ja terveyspalvelujen kuntayhtymä", Type.JOINT_AUTHORITY),
        ("Vantaan ja Keravan hyvinvointialue", Type.REGION),
        ("Kuvitteellinen Ky", None),
    ],
)
def test_a_word_tells_the_type(text: str, expected: Type | None) -> None:
    """A body that is no municipality is a partner of its type, surely and without codes."""
    found = resolve(text)

    assert (found.how, found.type, found.municipalities) == ("partner", expected, ())
    assert found.certain


def test_no_municipality_looks_like_a_partner() -> None:
    """No word in a municipality's name says that it is something else."""
    names = {
        name.casefold()
        for each in municipalities()
        for name in (each.name_fi, each.name_sv, *each.genitives)
    }
    assert {name for name in names if partner(name.split())} == set()
