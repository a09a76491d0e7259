"""What several tests of commands share: small networks, of pairs and with a meeting."""

from pathlib import Path

import pytest

from digikunta_cli.__main__ import run
from digikunta_cli.model import Role
from tests.cli.letter_office import make
from tests.cli.pair_cases import ALIKE, alike
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

TALKS = "Osallistuminen ja vaikuttaminen"
SERVICES = "Sähköisen asioinnin kehittäminen kuntapalveluissa"


@pytest.fixture(scope="session")
def with_a_pair(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with four experiments and two mentors, one pair accepted."""
    folder = tmp_path_factory.mktemp("with-a-pair")
    database = folder / "network.db"
    experiments = [
        experimenter("Salo", title="Raati", topics=TALKS, contact_name="Ali Esimerkki"),
        experimenter("Salo", title="Lomake", topics=SERVICES, sharing="ei"),
        experimenter("Äänekoski", title="Ääni", topics=TALKS, publish="kyllä"),
        experimenter("Utsjoki", title="Kartta", topics=SERVICES, contact_email=""),
    ]
    mentors = [mentor("Vaasa", topics=TALKS), mentor("Kuopio", topics=SERVICES)]
    files = [
        write(folder / "kokeilijat.csv", experiments),
        write(folder / "vaikuttajat.csv", mentors, role=Role.MENTOR),
    ]
    for command in (["import", *map(str, files)], ["pair", "add", "4", "5"]):
        assert run(["--db", str(database), *command]) == 0
    return database


@pytest.fixture
def planned(with_a_pair: Path, digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """The program over a copy of that database, with a meeting about participation."""
    (tmp_path / "network.db").write_bytes(with_a_pair.read_bytes())
    told = digikunta(
        *("meeting", "add", "Verkosto tapaa", "--date", "31.3.2017", "--start", "9.30"),
        *("--place", "Helsinki", "--topic", "participation", "--note", "kahvit"),
    )
    assert (told.code, told.err) == (0, "")
    return digikunta


@pytest.fixture
def small(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """Vaasa (1) with one seat, and Salo (2) and Lohja (3), who are alike."""
    mentors = write(tmp_path / "m.csv", [mentor(capacity="1", solution=ALIKE)], role=Role.MENTOR)
    both = write(tmp_path / "e.csv", [alike("Salo"), alike("Lohja")])
    assert digikunta("import", mentors).code == 0
    assert digikunta("import", both).code == 0
    return digikunta


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of the office."""
    return make(tmp_path_factory.mktemp("made"))


@pytest.fixture
def office(made: Path, tmp_path: Path, digikunta: Digikunta) -> Digikunta:
    """The program over a copy of a database with pairs who speak and share differently."""
    (tmp_path / "network.db").write_bytes(made.read_bytes())
    return digikunta
