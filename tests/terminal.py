"""A second process whose terminal is given lines, as somebody would type them."""

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest


def typed(folder: Path, arguments: list[str], answers: list[str]) -> tuple[int, str]:
    """The exit code and all output of `digikunta` with an answer for each of its questions."""
    pty = pytest.importorskip("pty", reason="there are no such terminals here")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "digikunta_cli", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), "TERM": "dumb"},
    )
    os.close(theirs)
    told, asked = "", 0
    while select.select([ours], [], [], 60)[0]:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # the other end has gone
            break
        if not piece:
            break
        told += piece.decode(errors="replace")
        if told.count("[y/N]") > asked and answers:
            asked += 1
            os.write(ours, answers.pop(0).encode())
    os.close(ours)
    return process.wait(60), told
