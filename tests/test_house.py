"""The house keeps its shape: imports go down, never sideways, and light commands stay light."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "digikunta_cli"
ROOMS = {
    "cli": {"services", "reports", "rendering"},
    "services": {"importing", "matching", "reports", "store", "reference"},
    "importing": set(),
    "matching": set(),
    "reports": set(),
    "rendering": set(),
    "store": set(),
    "reference": set(),
}
"""Which rooms each room may import, beside itself and the ground."""


def room_of(module: str) -> str | None:
    """The room of a module of ours; None for the ground and for other packages."""
    parts = module.split(".")
    return (
        parts[1] if parts[0] == "digikunta_cli" and len(parts) > 1 and parts[1] in ROOMS else None
    )


def imports_of(path: Path) -> set[str]:
    """Every module that a file imports, wherever in it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@pytest.mark.parametrize("room", sorted(ROOMS))
def test_a_room_imports_only_what_lies_below(room: str) -> None:
    """cli -> services -> the middle floor -> the ground; rendering is the doors' own."""
    wrong = {
        (path.name, module)
        for path in (PACKAGE / room).rglob("*.py")
        for module in imports_of(path)
        if (other := room_of(module)) and other != room and other not in ROOMS[room]
    }
    assert wrong == set()


def test_the_ground_imports_no_room() -> None:
    """Types and texts that everyone uses rest on nothing of ours."""
    ground = [*PACKAGE.glob("*.py"), *(PACKAGE / "locale").glob("*.py")]
    wrong = {
        (path.name, module)
        for path in ground
        if path.name != "__main__.py"
        for module in imports_of(path)
        if room_of(module)
    }
    assert wrong == set()


def test_only_the_store_speaks_sql() -> None:
    """SQL lives in one room."""
    wrong = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "store" and ".execute(" in path.read_text(encoding="utf-8")
    ]
    assert wrong == []


HEAVY = ("numpy", "pylmcf", "jinja2", "xlsxwriter", "python_calamine", "sqlite_utils")


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--version"], (*HEAVY, "typer", "rich", "yaml", "sqlite3", "digikunta_cli.cli")),
        (["list"], (*HEAVY, "rich", "digikunta_cli.matching", "digikunta_cli.importing")),
    ],
)
def test_light_commands_load_nothing_heavy(
    network: object, tmp_path: Path, arguments: list[str], unwanted: tuple[str, ...]
) -> None:
    """What a command does not need is not imported by it."""
    code = (
        "import sys\n"
        "from digikunta_cli.__main__ import run\n"
        f"assert run({arguments!r}) == 0\n"
        "sys.stderr.write(' '.join(sys.modules))\n"
    )
    # Measuring coverage would load what it needs itself.
    environment = {k: v for k, v in os.environ.items() if not k.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    loaded = set(done.stderr.split())

    assert loaded & set(unwanted) == set()
