"""A small network whose sides speak and share differently, and its letters."""

from pathlib import Path
from typing import Any

from digikunta_cli.__main__ import run
from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

SERVICES = "Sähköisen asioinnin kehittäminen kuntapalveluissa"
SALO, BORGA, OULU, LAHTI, VAASA, KUOPIO = range(1, 7)
"""Ids in the order of import: four experimenters, then two mentors."""
PAIRS = {(SALO, VAASA): 1, (BORGA, KUOPIO): 2, (OULU, VAASA): 3, (LAHTI, VAASA): 4}
"""Ids of pairs, all of them accepted, by their ends."""
MISSING = "No e-mail address that can be used is known of: 4."


def text(tmp_path: Path, stem: str) -> str:
    """A letter as it was written."""
    return (tmp_path / "letters-out" / f"{stem}.txt").read_text(encoding="utf-8")


def written(office: Digikunta, *arguments: str) -> dict[str, Any]:
    """The letters of a run as JSON, by the stem of their files."""
    letters = office("letters", *arguments, "--format", "json").json
    return {each["files"][0].removesuffix(".txt"): each for each in letters}


def move(office: Digikunta, state: str, *ids: int) -> None:
    """Put pairs in a state."""
    for id in ids:
        assert office("pair", "move", str(id), state).code == 0


def make(folder: Path) -> Path:
    """A database with pairs whose sides speak and share differently."""
    database = folder / "network.db"
    about = {"topics": SERVICES}
    experiments = [
        experimenter("Salo", **about, contact_language="suomi", contact_name="Aino Salonen"),
        experimenter(
            "Borgå stad", **about, contact_language="ruotsi", contact_email="bo@b.example"
        ),
        experimenter("Oulu", **about, sharing="vain koordinaattorille", contact_phone="040 777"),
        experimenter("Lahti", **about, contact_email="ei ole", contact_language="molemmat"),
    ]
    mentors = [
        mentor(
            "Vaasa",
            **about,
            sharing="kyllä",
            contact_name="Eero Vaasalainen",
            contact_phone="050 888",
            capacity="5",
            languages="suomi;ruotsi",
            contact_language="molemmat",
        ),
        mentor(
            "Kuopio", **about, sharing="kyllä", contact_language="suomi", languages="suomi;ruotsi"
        ),
    ]
    files = [
        write(folder / "kokeilijat.csv", experiments),
        write(folder / "vaikuttajat.csv", mentors, role=Role.MENTOR),
    ]
    for command in (
        ["import", *map(str, files)],
        *(["pair", "add", str(one), str(other)] for one, other in PAIRS),
    ):
        assert run(["--db", str(database), *command]) == 0
    return database
