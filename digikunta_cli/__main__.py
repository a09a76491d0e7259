"""The way in: the language first, then the commands."""

import os
import sys
from collections.abc import Sequence

from digikunta_cli.locale import use_language
from digikunta_cli.locale.choose import choose_language


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))


def run(arguments: list[str]) -> int:
    """Run one command; the exit code, whatever happened."""
    for stream in (sys.stdout, sys.stderr):
        # A letter that the console does not know must not end the program.
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    use_language(choose_language(arguments, os.environ))
    if arguments == ["--version"]:
        return _version()
    # Loaded only now, since help texts are made in the language in use.
    from digikunta_cli.cli.edge import guarded

    return guarded(arguments)


def _version() -> int:
    """Say the version without loading anything for it."""
    from digikunta_cli import __version__

    sys.stdout.write(f"digikunta {__version__}\n")
    return 0


if __name__ == "__main__":
    main()
