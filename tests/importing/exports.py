"""Small exports of the mentor's form as files, for the tests of what is made of their cells."""

import csv
from collections.abc import Sequence
from pathlib import Path

from digikunta_cli.importing.exports import Sheet, read_export
from digikunta_cli.topics import find_file, load

CATALOGUE = load(find_file(None))
ORGANISATION = "Ilmoittautuvan kunnan tai organisaation nimi"
NAME, EMAIL = "Yhteyshenkilön nimi", "Sähköposti"
SPOKEN = "Toivottu asiointikieli"
TOPICS = "Missä aiheissa voitte toimia vaikuttajana tai sparraajana?"
SOLUTION = "Kuvatkaa toteutettu toimintatavan muutos ja siinä hyödynnetty digitaalinen ratkaisu"
SUPPORT = "Millaista tukea voitte tarjota kokeilijoille?"
SEATS = "Kuinka montaa kokeilijaa voitte sparrata samaan aikaan?"
LANGUAGES = "Millä kielillä voitte sparrata?"
COMMITMENT = (
    "Sitoudumme jakamaan verkostolle tulokset, onnistumiset ja epäonnistumiset"
    " sekä tietoa ja avointa dataa"
)
SHARING = "Yhteystietomme saa jakaa digikehitysverkostolle"

WHOLE = {
    ORGANISATION: "Espoon kaupunki",
    NAME: "Veera Esimerkki",
    EMAIL: "veera.esimerkki@espoo.example",
    SPOKEN: "suomi",
    TOPICS: "Uudet palveluinnovaatiot",
    SOLUTION: "Varaukset verkossa",
    SUPPORT: "Apu säästövaikutusten laskemiseen",
    SEATS: "2",
    LANGUAGES: "suomi",
    COMMITMENT: "kyllä",
    SHARING: "kyllä",
}
"""An answer to the mentor's form with nothing to ask."""


def write_export(path: Path, *answers: dict[str, str]) -> Path:
    """An export with a column for every question of the answers; a None key is no heading."""
    headings = list(dict.fromkeys(key for answer in answers for key in answer))
    rows = [[answer.get(heading, "") for heading in headings] for answer in answers]
    return write_rows(path, headings, *rows)


def write_rows(path: Path, *rows: Sequence[str]) -> Path:
    """A csv file of these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    return path


def sheet_of(path: Path) -> Sheet:
    """The first sheet of an export."""
    return read_export(path, CATALOGUE).sheets[0]
