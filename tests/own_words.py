"""An invented form in words of its own, for the tests of what is asked and of profiles."""

from pathlib import Path

from tests.conftest import Digikunta
from tests.importing.exports import write_export

OWN = {
    "Vastausaika": "1.9.2016 9:00",
    "Edustamasi kunta": "Salo",
    "Yhteyshenkilön nimi": "Aino Esimerkki",
    "Mihin lähetämme postia?": "aino@salo.example",
    "Kokeilun nimi": "Etäneuvonta",
    "Mitä kokeillaan ja miten toiminta muuttuu?": "Kokeillaan etäyhteyttä",
    "Kokeilun vaihe": "idea",
    "Kokeilun kesto kuukausina": "6",
    "Sitoudumme jakamaan tulokset verkostolle": "kyllä",
    "Huom": "soita",
}
"""An experimenter's answers to questions that only nearly are the form's."""


def write_own(folder: Path) -> Path:
    """Two answers to a form in words of its own."""
    turku = {**OWN, "Edustamasi kunta": "Turku", "Kokeilun nimi": "Etätulkki"}
    return write_export(folder / "oma.csv", OWN, turku)


def organisations(digikunta: Digikunta) -> set[str]:
    """The names of those who take part."""
    return {each["organisation"] for each in digikunta("list", "--format", "json").json}
