"""The way in: the language first, then the commands."""

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from digikunta_cli.locale import use_language
from digikunta_cli.locale.choose import choose_language

INTERRUPTED = 130
UNWRITABLE = 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    # Whoever asks the program to end gets what Ctrl-C gets: everything undone, no traceback.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: list[str]) -> int:
    """Run one command; the exit code, whatever happened."""
    _prepare_streams()
    # Sums of this size take less time than waking threads for them.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    use_language(choose_language(arguments, os.environ))
    if arguments == ["--version"]:
        return _version()
    try:
        # Loaded only now, since help texts are made in the language in use.
        from digikunta_cli.cli.edge import guarded

        return guarded(arguments)
    except KeyboardInterrupt:  # before the edge was there
        return INTERRUPTED


def _prepare_streams() -> None:
    """Let a letter that the console does not know become a question mark instead of an error."""
    # A stream that was closed before we began takes nothing, but must not fail either.
    sys.stdout = sys.stdout or _nowhere()
    sys.stderr = sys.stderr or _nowhere()
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")


def _version() -> int:
    """Say the version without loading anything for it."""
    from digikunta_cli import __version__

    try:
        sys.stdout.write(f"digikunta {__version__}\n")
        sys.stdout.flush()
    except OSError:  # a full device, or a reader that went away
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return UNWRITABLE
    return 0


if __name__ == "__main__":
    main()
