"""From a name on a form to an organisation, and to what a person should look at."""

import pytest

from digikunta_cli.model import Answer, OrganisationType, Registration, Role
from digikunta_cli.services.organisations import Placed, place


def placed(name: str, *, type: str | None = "municipality", partners: str = "") -> Placed:
    """Where a registration with this name belongs."""
    return place(
        Registration(
            role=Role.EXPERIMENTER,
            row=7,
            answers={
                "organisation": Answer(name),
                "organisation_type": Answer(type or "", type),
                "partners": Answer(partners),
            },
        )
    )


def test_two_names_of_one_municipality_are_one_organisation() -> None:
    """By its code, and called as most of its people call it."""
    one, other = placed("Borgå stad"), placed("Porvoon kaupunki")

    assert one.organisation == other.organisation
    assert (one.organisation.key, one.organisation.name) == ("638", "Porvoo")
    assert placed("Närpiön kaupunki").organisation.name == "Närpes"


def test_partners_are_bodies_too() -> None:
    """Municipalities by code, others by name."""
    bodies = placed("Forssan kaupunki", partners="Humppilan kunta, Esimerkki Oy").bodies

    assert {"061", "103"} < set(bodies)
    assert len(bodies) == 3


@pytest.mark.parametrize(
    ("name", "type", "code", "facts"),
    [
        ("Valtimon kunta", "municipality", "organisation-former", "Nurmes"),
        ("Kokkoolan kaupunki", "municipality", "organisation-near", "Kokkola"),
        ("Kokkoola", "municipality", "organisation-unknown", "Kokkola"),
        ("Atlantis", None, "organisation-unknown", ""),
    ],
)
def test_what_is_not_plain_is_told(name: str, type: str | None, code: str, facts: str) -> None:
    """With its row, the name as written, and the municipality that is or may be meant."""
    (finding,) = placed(name, type=type).findings

    assert (finding.code, finding.row, finding.value, finding.facts) == (code, 7, name, facts)


@pytest.mark.parametrize(
    ("name", "type", "expected"),
    [
        ("Esimerkki Oy", "company", OrganisationType.COMPANY),
        ("Esimerkin yliopisto", "university", OrganisationType.UNIVERSITY),
        ("Salon kaupunki", "group", OrganisationType.GROUP),
    ],
)
def test_a_plain_name_needs_nobodys_look(name: str, type: str, expected: OrganisationType) -> None:
    """The type is the one that they told."""
    found = placed(name, type=type)

    assert found.findings == ()
    assert found.type is expected
