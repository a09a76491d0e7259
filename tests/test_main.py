"""The way in, from outside: the installed command in a process of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import EXPERIMENTERS, MENTORS

DIGIKUNTA = Path(sys.executable).with_name("digikunta")


def start(*arguments: str | Path, cwd: Path, **environment: str) -> subprocess.Popen[bytes]:
    """The installed command, started with a database in `cwd`."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("DIGIKUNTA", "LC_", "LANG"))}
    return subprocess.Popen(
        [DIGIKUNTA, *map(str, arguments)],
        cwd=cwd,
        env={**kept, "DIGIKUNTA_DB": str(cwd / "network.db"), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def command(
    *arguments: str | Path, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """The installed command, run to its end."""
    process = start(*arguments, cwd=cwd, **environment)
    out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


def test_the_version_is_said_by_the_command_and_the_module(tmp_path: Path) -> None:
    """Both ways in are one program."""
    module = subprocess.run(
        [sys.executable, "-m", "digikunta_cli", "--version"], capture_output=True, check=True
    )
    assert command("--version", cwd=tmp_path).stdout == module.stdout
    assert module.stdout.startswith(b"digikunta ")


@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252", "utf-8"])
def test_any_console_encoding_will_do(tmp_path: Path, encoding: str) -> None:
    """Letters that the console does not know become question marks, never an error."""
    command("import", EXPERIMENTERS, cwd=tmp_path, PYTHONIOENCODING=encoding)
    done = command("list", "--format", "table", cwd=tmp_path, PYTHONIOENCODING=encoding)

    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Kuusamo" in done.stdout


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"DIGIKUNTA_LANG": "fi"}, "organisaatio"),
        ({"DIGIKUNTA_LANG": "sv", "LANG": "fi_FI.UTF-8"}, "organisation"),
        ({"LANG": "fi_FI.UTF-8"}, "organisaatio"),
        ({"LANG": "de_DE.UTF-8"}, "organisation"),
        ({"LC_ALL": "C"}, "organisation"),
    ],
)
def test_the_language_is_found(tmp_path: Path, environment: dict[str, str], word: str) -> None:
    """Environment before locale, else English."""
    done = command("list", cwd=tmp_path, **environment)

    assert word in done.stdout.decode().splitlines()[0].split("\t")


def test_the_option_is_before_the_environment(tmp_path: Path) -> None:
    """--lang wins, and the help speaks it too."""
    done = command("--lang", "sv", "--help", cwd=tmp_path, DIGIKUNTA_LANG="fi")

    assert "Kommandon" in done.stdout.decode()


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    """Into `head`, quietly."""
    command("import", EXPERIMENTERS, MENTORS, cwd=tmp_path)
    process = start("list", "--format", "json", cwd=tmp_path)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    err = process.stderr.read()
    process.stderr.close()

    assert process.wait(60) in (0, 141)
    assert err == b""


def test_a_full_device_is_told(tmp_path: Path) -> None:
    """Exit 3 and a sentence, where standard output cannot take it."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [DIGIKUNTA, "topics"], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("arguments", ["--version", "list", "topics", "lst"])
@pytest.mark.parametrize("closing", [">&-", "2>&-", ">/dev/full", "2>/dev/full"])
def test_closed_and_full_streams_make_no_fault(
    tmp_path: Path, arguments: str, closing: str
) -> None:
    """No traceback and never exit 1, whatever the shell did to the streams."""
    done = subprocess.run(
        f"{DIGIKUNTA} {arguments} {closing}",
        shell=True,
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode in (0, 2, 3)
    assert b"Traceback" not in done.stdout + done.stderr


def test_two_imports_at_once_both_come_in(tmp_path: Path) -> None:
    """The second waits for the first."""
    processes = [start("import", file, cwd=tmp_path) for file in (EXPERIMENTERS, MENTORS)]
    errors = [process.communicate(timeout=60)[1] for process in processes]
    listed = command("list", cwd=tmp_path)

    assert errors == [b"", b""]
    assert len(listed.stdout.splitlines()) == 51


def test_a_killed_import_leaves_all_or_nothing(tmp_path: Path) -> None:
    """Killed at any moment, the next command works and the import can be run again."""
    for delay in (0.2, 0.3, 0.4, 0.5):
        process = start("import", EXPERIMENTERS, cwd=tmp_path)
        time.sleep(delay)
        process.kill()
        process.communicate()
        listed = command("list", cwd=tmp_path)
        assert listed.returncode == 0
        assert len(listed.stdout.splitlines()) in (1, 26)
    assert command("import", EXPERIMENTERS, cwd=tmp_path).returncode == 0
    assert len(command("list", cwd=tmp_path).stdout.splitlines()) == 26


def wait_for(file: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until a file is there, or the process that should make it has ended."""
    while not file.exists() and process.poll() is None:
        time.sleep(0.005)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_import_is_undone_without_a_traceback(
    tmp_path: Path, sign: signal.Signals
) -> None:
    """Exit 130 wherever it is stopped, or 0 where it was done already."""
    for delay in (0, 0.02, 0.1):
        process = start("import", EXPERIMENTERS, MENTORS, cwd=tmp_path)
        wait_for(tmp_path / "network.db", process)
        time.sleep(delay)
        process.send_signal(sign)
        _out, err = process.communicate(timeout=60)
        assert process.returncode in (0, 130)
        assert b"Traceback" not in err
        assert len(command("list", cwd=tmp_path).stdout.splitlines()) in (1, 51)
        (tmp_path / "network.db").unlink(missing_ok=True)


def test_a_fault_of_ours_tells_where_but_never_what(tmp_path: Path) -> None:
    """Exit 1 without a traceback; the text of the error may hold personal data."""
    code = (
        "import digikunta_cli.services.workspace as w\n"
        "def broken(*_): raise ValueError('Matti Mallikas 010190-123A')\n"
        "w.find_workspace = broken\n"
        "import digikunta_cli.cli.desk as d\n"
        "d.find_workspace = broken\n"
        "from digikunta_cli.__main__ import main\n"
        "main(['--lang', 'en', 'list'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 1
    assert "Mallikas" not in done.stderr
    assert "ValueError" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_demo_runs_the_whole_job(tmp_path: Path) -> None:
    """It imports, matches and reports in a folder of its own, and touches no other database."""
    done = command("demo", cwd=tmp_path, DIGIKUNTA_LANG="en", TMPDIR=str(tmp_path))
    out = done.stdout.decode()
    workspace = next(tmp_path.glob("digikunta-demo-*"))

    assert (done.returncode, done.stderr) == (0, b"")
    assert "$ digikunta import kokeilijat_60.csv vaikuttajat_7.csv" in out
    assert "38 of 51 experimenters get a mentor" in out
    assert (workspace / "report.html").stat().st_size > 10_000
    assert (workspace / "data" / "digikunta.db").exists()
    assert not (tmp_path / "network.db").exists()
