"""The edge: every error that a command may end with becomes a sentence and an exit code."""

import contextlib
import os
import shutil
import sys
import textwrap
import traceback
from pathlib import Path
from types import TracebackType

import typer
from typer.exceptions import Exit

from digikunta_cli.cli.app import app
from digikunta_cli.cli.speech import usage_sentence
from digikunta_cli.errors import DigikuntaError
from digikunta_cli.locale import _
from digikunta_cli.locale.sentences import error_sentence

_BUG, _USAGE, _INTERRUPTED = 1, 2, 130


def guarded(arguments: list[str]) -> int:
    """Run a command and say in one sentence what stopped it, if anything did."""
    try:
        result = app(arguments, prog_name="digikunta", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except DigikuntaError as error:
        return _said(error_sentence(error.code, error.facts), error.exit_code)
    except Exit as error:
        return error.exit_code
    except typer.TyperException as error:
        return _said(usage_sentence(error), _USAGE)
    except (KeyboardInterrupt, typer.Abort):
        return _said(_("Interrupted; nothing was changed."), _INTERRUPTED)
    except (BrokenPipeError, SystemExit):
        # typer leaves in this way, and in no other case, where a reader has gone.
        return _quiet()
    except OSError as error:
        return _said(_("{reason}. Nothing more was written.").format(reason=error.strerror), 3)
    except Exception as error:
        return _bug(error)


def _said(sentence: str, code: int) -> int:
    if sys.stderr.isatty():
        sentence = textwrap.fill(sentence, shutil.get_terminal_size().columns - 1)
    with contextlib.suppress(OSError):  # nobody may be there to read it
        sys.stderr.write(f"{sentence}\n")
    return code


def _quiet() -> int:
    """Whoever read our output has gone; keep Python from complaining when it closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _bug(error: Exception) -> int:
    """A fault of ours: where it happened, but never its text, which may hold personal data."""
    if os.environ.get("DIGIKUNTA_DEBUG") == "1":
        traceback.print_exc()
    sentence = _(
        "digikunta has a fault ({where}). Tell its makers; DIGIKUNTA_DEBUG=1 shows more, which"
        " may hold personal data."
    )
    return _said(sentence.format(where=_where(error, error.__traceback__)), _BUG)


def _where(error: Exception, trace: TracebackType | None) -> str:
    frames = traceback.extract_tb(trace)
    place = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"
