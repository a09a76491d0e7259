"""What all tests share: the sample exports, and the program run as a user would run it."""

import json
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


@pytest.fixture
def network(digikunta: Digikunta) -> Digikunta:
    """The program in a folder whose database holds both example exports."""
    assert digikunta("import", EXPERIMENTERS, MENTORS).code == 0
    return digikunta
