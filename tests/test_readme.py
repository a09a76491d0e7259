"""What the README says is true: its commands are run, and continuous integration runs the same."""

import re
import shlex
from pathlib import Path

import pytest

from tests.conftest import DATA, Digikunta

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    """The code blocks of a kind, in order."""
    return re.findall(rf"```{kind}\n(.*?)```", README, flags=re.DOTALL)


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    """Literally the same line."""
    demo, tests = (block.strip() for block in blocks("sh"))

    assert demo.endswith("digikunta demo")
    assert tests in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_each_setting_up_is_one_line() -> None:
    """One line to copy, for a shell and for PowerShell."""
    lines = [block.strip() for block in (*blocks("sh"), *blocks("powershell"))]

    assert len(lines) == 4
    assert not any("\n" in line for line in lines)


@pytest.fixture
def day(digikunta: Digikunta, tmp_path: Path) -> Digikunta:
    """A folder with the exports that the README speaks of."""
    for name in ("kokeilijat_60.csv", "vaikuttajat_7.csv", "kokeilijat_60_uusi.csv"):
        (tmp_path / name).write_bytes((DATA / name).read_bytes())
    return digikunta


def test_a_first_day_runs_as_written(day: Digikunta) -> None:
    """Every command of the console blocks ends well, and shows what the README shows."""
    for block in blocks("console"):
        command, expected = "", ""
        for line in [*block.splitlines(), "$ end"]:
            if not line.startswith("$ "):
                expected += f"{line}\n"
                continue
            if command:
                result = day(*shlex.split(command)[1:])
                assert (result.code, result.err) == (0, ""), command
                assert not expected or result.out == expected
            command, expected = line[2:], ""


def test_the_readme_names_every_command_and_package() -> None:
    """Nothing can be run or needed that the README does not explain."""
    import tomllib

    from digikunta_cli.cli.app import app

    commands = [each.name for each in app.registered_commands]
    groups = [each.name for each in app.registered_groups]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    packages = [re.split(r"[^\w-]", each)[0] for each in project["dependencies"]]

    assert [n for n in [*commands, *groups] if f"`{n}" not in README] == []
    assert [
        n for n in packages if not re.search(rf"^\| .*\b{n}\b", README, flags=re.MULTILINE)
    ] == []


def test_the_lock_names_no_address_and_every_package_with_its_hash() -> None:
    """Versions are fixed by their content, not by where they come from."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")

    assert "://" not in lock
    assert lock.count("==") <= lock.count("--hash=sha256:")
