"""A command that is refused has done nothing: its database is byte for byte what it was."""

import os
from pathlib import Path

import pytest

from tests.conftest import EXPERIMENTERS, Digikunta


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("accept", "1", "--output", "x.pdf"), 2),
        (("match", "--format", "foo"), 2),
        (("reject", "1", "--output", "none/x.csv"), 3),
        (("topics", "set", "1", "other", "--output", "x.pdf"), 2),
        (("pair", "add", "1", "26", "--format", "foo"), 2),
        (("accept", "1", "999"), 2),
    ],
)
def test_what_is_refused_has_done_nothing(
    network: Digikunta, tmp_path: Path, arguments: tuple[str, ...], code: int
) -> None:
    """Wrong usage and unwritable files are found before anything is done."""
    network("match")
    before = (tmp_path / "network.db").read_bytes()
    result = network(*arguments)

    assert (result.code, result.out) == (code, "")
    assert (tmp_path / "network.db").read_bytes() == before


def test_an_import_that_cannot_be_shown_is_not_done(digikunta: Digikunta, tmp_path: Path) -> None:
    """Not even an empty database appears."""
    assert digikunta("import", EXPERIMENTERS, "--output", "x.pdf").code == 2
    assert digikunta("match").code == 0
    assert not (tmp_path / "network.db").exists()


def test_a_report_is_made_of_a_database_that_may_only_be_read(
    network: Digikunta, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be remembered stops no report, but stops what must be kept."""
    # Whoever runs the tests may write everything, so it is the system that is made to say no.
    monkeypatch.setattr(os, "access", lambda *_: False)
    report = network("report", "--format", "json")
    refused = network("topics", "set", "1", "other")

    assert (report.code, report.err) == (0, "")
    assert report.json["participants"]["mentors"] == 25
    assert (refused.code, "may only be read" in refused.err) == (4, True)


def test_pairs_go_only_where_their_state_allows(network: Digikunta) -> None:
    """What has ended is not accepted anew, and what was declined can be said again."""
    network("match")
    assert network("pair", "move", "1", "ended").code == 0
    result = network("accept", "1")
    assert (result.code, "ended" in result.err) == (2, True)
    assert network("reject", "2").code == 0
    assert network("reject", "2").code == 0


def test_the_role_of_another_form_is_refused(digikunta: Digikunta, tmp_path: Path) -> None:
    """--role helps where the questions do not tell, and contradicts nothing that they tell."""
    result = digikunta("import", EXPERIMENTERS, "--role", "mentor")

    assert result.code == 3
    assert "--role" in result.err
    assert not (tmp_path / "network.db").exists()


def test_every_line_of_the_demos_farewell_runs(
    digikunta: Digikunta, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the demo tells people to try next works in its folder."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    farewell = digikunta("demo").out.rsplit("Try next", 1)[1]
    monkeypatch.delenv("DIGIKUNTA_DB")
    monkeypatch.chdir(next(tmp_path.glob("digikunta-demo-*")))
    lines = [line.split()[1:] for line in farewell.splitlines() if line.startswith("  digikunta")]

    assert len(lines) == 4
    assert [digikunta(*line).code for line in lines] == [0, 0, 0, 0]
