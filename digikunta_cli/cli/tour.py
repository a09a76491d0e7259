"""The demo's tour: a fresh folder with the samples in it, and the commands that are run there."""

import contextlib
import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from digikunta_cli.locale import _, current_language
from digikunta_cli.services.samples import samples_folder, topics_file

_MENTORS = "vaikuttajat_7.csv"
_EXPERIMENTERS = "kokeilijat_60.csv"
_NEWER = "kokeilijat_60_uusi.csv"
_DATABASE = Path("data", "digikunta.db")


def run_tour(run: Callable[[list[str]], object]) -> None:
    """Run the main job in a fresh temporary workspace, which stays to be played with.

    `run` runs the program with the arguments that it is given.
    """
    workspace = _fresh_workspace()
    steps = (
        (_("Two form exports come in."), ["import", _EXPERIMENTERS, _MENTORS]),
        (_("The mentors."), ["list", "--role", "mentor"]),
        (_("Mentors and experimenters are matched."), ["match"]),
        (_("A coordinator accepts the first pair."), ["accept", "1"]),
        (_("A newer export comes in."), ["import", _NEWER]),
        # Nobody is there to be asked whether earlier proposals may go.
        (_("What is accepted stays; the rest is matched anew."), ["match", "--yes"]),
        (_("The report before a meeting."), ["report", "--output", "report.html"]),
        (_("Where things stand."), ["status"]),
    )
    with contextlib.chdir(workspace), _environment_without_database():
        for said, arguments in steps:
            _announce(said, arguments)
            run(["--lang", current_language(), *arguments])
    _say_farewell(workspace)


def _fresh_workspace() -> Path:
    workspace = Path(tempfile.mkdtemp(prefix="digikunta-demo-"))
    shutil.copy(topics_file(), workspace / "topics.yaml")
    for name in (_EXPERIMENTERS, _MENTORS, _NEWER):
        shutil.copy(samples_folder() / name, workspace / name)
    return workspace


@contextlib.contextmanager
def _environment_without_database() -> Iterator[None]:
    """Let nobody's real database be touched by the demo."""
    told = os.environ.pop("DIGIKUNTA_DB", None)
    try:
        yield
    finally:
        if told is not None:
            os.environ["DIGIKUNTA_DB"] = told


def _announce(said: str, arguments: list[str]) -> None:
    """Show a command, with a sentence on it, as if it were being typed."""
    sys.stdout.write(f"\n{said}\n$ digikunta {shlex.join(arguments)}\n")
    sys.stdout.flush()


def _say_farewell(workspace: Path) -> None:
    lines = (
        _("The files are in {folder}:").format(folder=workspace),
        _("  report.html, to be opened in a browser"),
        _("  {database}, the database").format(database=_DATABASE),
        _("  topics.yaml, the topics and the weights of a match, to be edited"),
        _("Try next, in that folder:"),
        "  digikunta pairs",
        "  digikunta show Vaasa",
        "  digikunta list --topic participation --search chat",
        "  digikunta topics",
    )
    sys.stdout.write("\n" + "\n".join(lines) + "\n")
