"""Where documents go: streams and files."""

import io
import os
import stat
import sys
from pathlib import Path

import pytest

from digikunta_cli.errors import InputError, UsageError
from digikunta_cli.rendering.formats import render
from digikunta_cli.rendering.output import show
from tests.rendering.rendering_samples import EVERYTHING, one_cell

DOCUMENT = one_cell("Äänekoski")


class Stream(io.TextIOWrapper):
    """A standard stream, on a terminal or not."""

    def __init__(self, *, terminal: bool, encoding: str = "utf-8") -> None:
        self.raw_bytes = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.raw_bytes, encoding=encoding, errors="replace", newline="\n")

    def isatty(self) -> bool:
        """Whether somebody looks at it."""
        return self.terminal

    def written(self) -> bytes:
        """All that was written so far."""
        self.flush()
        return self.raw_bytes.getvalue()


def stdout(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, encoding: str = "utf-8") -> Stream:
    """Put a stream in the place of stdout."""
    stream = Stream(terminal=terminal, encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    return stream


def test_terminal_gets_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a format somebody at a terminal sees a table."""
    stream = stdout(monkeypatch, terminal=True)
    show(DOCUMENT)

    lines = [line.rstrip() for line in stream.written().decode().splitlines()]
    assert lines == ["Title", "", "Table", "cell", "─────────", "Äänekoski"]


def test_pipe_gets_plain_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a format the next program gets tab-separated lines in the stream's encoding."""
    stream = stdout(monkeypatch, terminal=False, encoding="cp1252")
    show(DOCUMENT)

    assert stream.written() == "cell\nÄänekoski\n".encode("cp1252")


def test_ascii_pipe_gets_question_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """A letter that the stream has not ends nothing."""
    stream = stdout(monkeypatch, terminal=False, encoding="ascii")
    show(DOCUMENT, format="plain")

    assert stream.written() == b"cell\n??nekoski\n"


@pytest.mark.parametrize("format", ["json", "csv", "md", "html", "xlsx"])
def test_pipe_gets_utf_8_in_formats_that_are_files(
    monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    """Whatever the stream's encoding, what another program reads is whole."""
    stream = stdout(monkeypatch, terminal=False, encoding="ascii")
    show(DOCUMENT, format=format)

    content = render(DOCUMENT, format)
    if isinstance(content, str):
        assert stream.written() == content.encode()
    else:
        assert stream.written().startswith(b"PK")


def test_terminal_gets_json_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Formats of lines may be looked at."""
    stream = stdout(monkeypatch, terminal=True)
    show(DOCUMENT, format="json")

    assert stream.written().decode() == '[\n  "Äänekoski"\n]\n'


@pytest.mark.parametrize("format", ["xlsx", "html"])
def test_terminal_gets_no_files(monkeypatch: pytest.MonkeyPatch, format: str) -> None:
    """A workbook on a terminal is a mistake, and nothing is written."""
    stream = stdout(monkeypatch, terminal=True)
    with pytest.raises(UsageError) as raised:
        show(DOCUMENT, format=format)

    assert (raised.value.code, raised.value.facts) == ("format-needs-file", {"format": format})
    assert stream.written() == b""


def test_stream_without_bytes_gets_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stand-in for stdout that knows letters only is written to as well."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    show(DOCUMENT, format="csv")

    assert stream.getvalue() == "\ufeffcell\r\nÄänekoski\r\n"


def test_unknown_format_writes_nothing(tmp_path: Path) -> None:
    """The format is looked at before anything else."""
    with pytest.raises(UsageError):
        show(DOCUMENT, format="docx", output=tmp_path / "a.json")

    assert list(tmp_path.iterdir()) == []


def test_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    """What may hold personal data is not for others; the suffix tells the format."""
    file = tmp_path / "raportti ä.json"
    show(DOCUMENT, output=file)

    assert file.read_bytes() == '[\n  "Äänekoski"\n]\n'.encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [file]


def test_format_wins_over_the_suffix(tmp_path: Path) -> None:
    """Somebody who names a format means it."""
    file = tmp_path / "a.txt"
    show(DOCUMENT, format="md", output=file)

    assert file.read_text("utf-8").startswith("# Title")


@pytest.mark.parametrize("suffix", ["txt", "csv", "md", "html", "xlsx"])
def test_every_suffix_is_written(tmp_path: Path, suffix: str) -> None:
    """Each kind of file comes out whole."""
    show(EVERYTHING, output=tmp_path / f"a.{suffix}")

    assert (tmp_path / f"a.{suffix}").stat().st_size > 0


def test_existing_file_is_replaced(tmp_path: Path) -> None:
    """Old contents are gone, longer ones too."""
    file = tmp_path / "a.txt"
    file.write_text("old " * 100)
    show(DOCUMENT, output=file)

    assert file.read_text("utf-8") == "cell\nÄänekoski\n"


def test_link_stays_a_link(tmp_path: Path) -> None:
    """What a link points to is replaced, not the link."""
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_text("old")
    link.symlink_to(target)
    show(DOCUMENT, output=link)

    assert link.is_symlink()
    assert target.read_text("utf-8") == "cell\nÄänekoski\n"


def refused(output: Path) -> dict[str, object]:
    """The facts of the error that writing to a place ends with."""
    with pytest.raises(InputError) as raised:
        show(DOCUMENT, format="plain", output=output)
    assert raised.value.code == "output-unwritable"
    return raised.value.facts


def test_places_that_cannot_be_written_are_refused(tmp_path: Path) -> None:
    """A missing folder, a folder and a device are told by name, and stay as they were."""
    assert refused(tmp_path / "none" / "a.txt") == {
        "file": str(tmp_path / "none" / "a.txt"),
        "reason": "No such file or directory",
    }
    assert refused(tmp_path) == {"file": str(tmp_path), "reason": "it is no file"}
    assert refused(Path(os.devnull)) == {"file": os.devnull, "reason": "it is no file"}
    assert list(tmp_path.iterdir()) == []


def test_circle_of_links_is_refused(tmp_path: Path) -> None:
    """Links that lead to each other lead to no file."""
    link = tmp_path / "a.txt"
    link.symlink_to(link)

    assert refused(link)["file"] == str(link)
    assert list(tmp_path.iterdir()) == [link]


def test_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Where the new file does not fit, the old one stays and nothing is left beside it."""
    resource = pytest.importorskip("resource")
    file = tmp_path / "a.txt"
    file.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5, hard))
    try:
        facts = refused(file)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert facts["reason"] == "File too large"
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]
