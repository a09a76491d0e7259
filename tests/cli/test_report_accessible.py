"""The report's page for people who cannot see it, or not well: checked by axe-core in a browser."""

import html
import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from digikunta_cli.rendering.html.page import render
from tests.conftest import DATA, Digikunta
from tests.rendering.rendering_samples import EVERYTHING

BROWSER = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
STYLE = "<style>.scroll{background:none!important}</style>"
"""The shade at a table's edge is a gradient, over which no contrast can be told."""
RUN = """
axe.run(document, {resultTypes: ["violations", "incomplete"]}).then((found) => {
  const said = document.createElement("pre");
  said.id = "found";
  said.textContent = JSON.stringify([...found.violations, ...found.incomplete]);
  document.body.append(said);
});
"""


def found_by_axe(page: str, folder: Path, *, width: int = 1280) -> list[Any]:
    """What axe-core finds wrong or cannot tell on a page, by rule and element."""
    assert BROWSER
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    scripts = "".join(
        f"<script>{script.replace('</script>', '<' + chr(92) + '/script>')}</script>"
        for script in (axe, RUN)
    )
    copy = folder / "checked.html"
    # The copy alone may run a script; the page itself allows none.
    copy.write_text(
        POLICY.sub("", page).replace("</body>", f"{STYLE}{scripts}</body>"), encoding="utf-8"
    )
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=30000")
    done = subprocess.run(
        [BROWSER, *options, f"--window-size={width},2000", "--dump-dom", copy.as_uri()],
        capture_output=True,
        check=True,
        timeout=180,
    )
    said = re.search(r'<pre id="found">(.*?)</pre>', done.stdout.decode(), re.DOTALL)
    assert said, "axe-core did not run"
    return [
        (rule["id"], node["html"])
        for rule in json.loads(html.unescape(said[1]))
        for node in rule["nodes"]
        # Of letters in a picture it cannot tell the contrast; the pictures' own tests do.
        if not (rule["id"] == "color-contrast" and node["html"].startswith("<text"))
    ]


@pytest.mark.skipif(not BROWSER, reason="there is no Chromium here")
def test_the_check_finds_what_is_wrong(tmp_path: Path) -> None:
    """A check that could find nothing would be worth nothing."""
    page = render(EVERYTHING).replace(' lang="en"', "")

    assert [rule for rule, _element in found_by_axe(page, tmp_path)] == ["html-has-lang"]


@pytest.fixture
def sample(digikunta: Digikunta) -> Digikunta:
    """The realistic sample after a matching."""
    files = (DATA / "kokeilijat_60.csv", DATA / "vaikuttajat_7.csv")
    assert digikunta("import", *files).code == 0
    assert digikunta("match").code == 0
    return digikunta


@pytest.mark.skipif(not BROWSER, reason="there is no Chromium here")
@pytest.mark.parametrize("width", [1280, 400])
def test_axe_finds_nothing_on_the_report(sample: Digikunta, tmp_path: Path, width: int) -> None:
    """The realistic sample with every section, on a wide screen and on a telephone."""
    page = tmp_path / "report.html"
    assert sample("report", "--contacts", "--frame", "250000", "-o", page).code == 0

    assert found_by_axe(page.read_text(encoding="utf-8"), tmp_path, width=width) == []


@pytest.mark.skipif(not BROWSER, reason="there is no Chromium here")
def test_axe_finds_nothing_on_one_section_and_on_the_letters(
    sample: Digikunta, tmp_path: Path
) -> None:
    """A page of one section has no list of sections; the letters have a page of their own."""
    page = tmp_path / "needs.html"
    assert sample("report", "needs", "-o", page).code == 0
    assert sample("letters", "-o", tmp_path / "letters").code == 0
    letters = tmp_path / "letters" / "index.html"

    assert "<nav" not in page.read_text(encoding="utf-8")
    for each in (page, letters):
        assert found_by_axe(each.read_text(encoding="utf-8"), tmp_path) == []
