"""What all tests share: the sample exports, and the program run as a user would run it."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.__main__ import run
from digikunta_cli.locale import use_language

DATA = Path(__file__).parents[1] / "data"
EXPERIMENTERS = DATA / "kokeilijat_webropol.csv"
MENTORS = DATA / "vaikuttajat_msforms.csv"
SIXTY = DATA / "kokeilijat_60.csv"
SIXTY_NEWER = DATA / "kokeilijat_60_uusi.csv"
SEVEN = DATA / "vaikuttajat_7.csv"


@dataclass(frozen=True)
class Result:
    """What one run of the program left: exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output read as JSON."""
        return json.loads(self.out)


Digikunta = Callable[..., Result]


@pytest.fixture(autouse=True)
def english() -> None:
    """Every test begins in English, whatever the one before spoke."""
    use_language("en")


@pytest.fixture
def digikunta(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Digikunta:
    """Run `digikunta` with these arguments in an empty folder, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIGIKUNTA_DB", str(tmp_path / "network.db"))
    monkeypatch.setenv("DIGIKUNTA_LANG", "en")

    def runner(*arguments: str | Path) -> Result:
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capfd.readouterr()
        return Result(code, out, err)

    return runner


Prepared = Callable[..., Path]


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """A database after these commands, made once for all tests; to be copied, never written to."""
    made: dict[tuple[object, ...], Path] = {}

    def after(*commands: tuple[str | Path, ...]) -> Path:
        if commands in made:
            return made[commands]
        path = tmp_path_factory.mktemp("prepared") / "network.db"
        if commands[1:]:
            shutil.copy(after(*commands[:-1]), path)
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(path.parent)
            patch.setenv("DIGIKUNTA_DB", str(path))
            patch.setenv("DIGIKUNTA_LANG", "en")
            assert run([str(argument) for argument in commands[-1]]) == 0
        made[commands] = path
        return path

    return after


@pytest.fixture
def network(digikunta: Digikunta, prepared: Prepared, tmp_path: Path) -> Digikunta:
    """The program in a folder whose database holds both example exports."""
    shutil.copy(prepared(("import", EXPERIMENTERS, MENTORS)), tmp_path)
    return digikunta


@pytest.fixture
def shortage(digikunta: Digikunta, prepared: Prepared, tmp_path: Path) -> Digikunta:
    """Sixty experimenters and seven mentors, who have too few seats."""
    shutil.copy(prepared(("import", SIXTY, SEVEN)), tmp_path)
    return digikunta


@pytest.fixture
def matched(digikunta: Digikunta, prepared: Prepared, tmp_path: Path) -> Digikunta:
    """Sixty experimenters and seven mentors after a first round."""
    shutil.copy(prepared(("import", SIXTY, SEVEN), ("match",)), tmp_path)
    return digikunta


@pytest.fixture
def newer(digikunta: Digikunta, prepared: Prepared, tmp_path: Path) -> Digikunta:
    """The same, and a newer export after the first round."""
    commands = ("import", SIXTY, SEVEN), ("match",), ("import", SIXTY_NEWER)
    shutil.copy(prepared(*commands), tmp_path)
    return digikunta
