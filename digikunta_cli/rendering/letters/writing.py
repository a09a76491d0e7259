"""Letters as files for a mail program and for reading; never over a file that is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.mending import Letter
from digikunta_cli.rendering.letters.composing import Composed, Templates
from digikunta_cli.rendering.output import write_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How many letters were written, and how many were there already."""

    written: int
    kept: int


def write(letters: Iterable[Letter], templates: Templates, folder: Path) -> Written:
    """Write each letter as .txt and .eml; all are put in words before the first is written.

    Raises InputError where a template cannot be filled or a file cannot be written.
    """
    composed = [templates.compose(letter) for letter in letters]
    if composed:
        make_folder(folder)
    fresh = [_write(letter, folder) for letter in composed]
    return Written(written=sum(fresh), kept=len(fresh) - sum(fresh))


def make_folder(folder: Path) -> None:
    """Make a folder for its owner alone, where there is none; raises InputError where it cannot."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        in_the_way = next(each for each in (folder, *folder.parents) if each.exists())
        raise InputError("letters-folder", file=str(in_the_way)) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError("output-unwritable", file=str(folder), reason=reason) from error


def _write(letter: Composed, folder: Path) -> bool:
    """Whether anything was new; a file that a person may have edited stays as it is."""
    contents = {
        folder / f"{letter.stem}.txt": as_text(letter),
        folder / f"{letter.stem}.eml": message_of(letter).as_bytes(),
    }
    return bool(write_missing(contents))


def write_missing(contents: Mapping[Path, bytes]) -> tuple[Path, ...]:
    """Write the files that are not there yet, and say which."""
    fresh = tuple(file for file in contents if not (file.exists() or file.is_symlink()))
    for file in fresh:
        write_file(file, contents[file])
    return fresh


def as_text(letter: Composed) -> bytes:
    """A letter as a text: whom it goes to, its subject, a blank line, and what it says."""
    return f"{letter.to}\n{letter.subject}\n\n{letter.text}".encode()


def message_of(letter: Composed) -> EmailMessage:
    """A draft, as X-Unsent makes it in Outlook; nothing sends it."""
    message = EmailMessage(policy=SMTP)
    if letter.to:
        message["To"] = letter.to
    message["Subject"] = letter.subject
    message["X-Unsent"] = "1"
    message.set_content(letter.text, cte="quoted-printable")
    return message
