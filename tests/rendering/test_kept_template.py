"""The page's template is compiled once where Python may keep its own compiled modules."""

import os
import subprocess
import sys
from pathlib import Path

from jinja2 import DictLoader, Environment

from digikunta_cli.rendering.templates import Compiled

WORDS = DictLoader({"a": "{{ 1 + 1 }}"})


def rendered(folder: Path) -> str:
    """What a template says that is kept in a folder."""
    cache = Compiled(str(folder), "%s.template")
    return (
        Environment(loader=WORDS, bytecode_cache=cache, autoescape=True).get_template("a").render()
    )


def test_a_compiled_template_is_kept_unless_that_is_barred(tmp_path: Path) -> None:
    """As Python's own compiled modules are, in a second process that may or may not."""
    code = "from tests.rendering.test_kept_template import *; rendered(Path(sys.argv[1]))"
    for barred in ("1", ""):
        environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": barred}
        order = [sys.executable, "-c", code, str(tmp_path)]
        subprocess.run(order, env=environment, check=True, cwd=Path(__file__).parents[2])
        assert bool(list(tmp_path.iterdir())) == (not barred)


def test_a_folder_that_cannot_be_used_and_a_damaged_file_do_no_harm(tmp_path: Path) -> None:
    """The template is compiled anew then."""
    file = tmp_path / "file"
    file.write_text("")
    assert rendered(file) == "2"
    assert rendered(tmp_path / "none") == "2"

    kept = tmp_path / "kept"
    kept.mkdir()
    key = Compiled(str(kept)).get_cache_key("a", None)
    (kept / f"{key}.template").write_bytes(b"damaged")
    assert rendered(kept) == "2"
