"""The page of all letters in a folder as they are there now, each with a link to send it by."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.letter_kind import OF_MEETINGS, LetterKind
from digikunta_cli.letters import INDEX
from digikunta_cli.locale import _, current_language, plural
from digikunta_cli.locale.labels import label
from digikunta_cli.rendering.letters.composing import Composed
from digikunta_cli.rendering.letters.links import mail_link
from digikunta_cli.rendering.letters.writing import message_of
from digikunta_cli.rendering.output import write_file
from digikunta_cli.rendering.templates import template
from digikunta_cli.text import one_line, safe

_OURS = re.compile(rf"(\d{{3,}})-({'|'.join(map(re.escape, LetterKind))})-(.+)\.txt")
_MARK = b".letter-list"
"""What stands in the style of each such page, and hardly in any other."""
_ADDRESS = re.compile(r"[^\s@,;<>\"]+@[^\s@,;<>\"]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A letter as its file says it now."""

    id: str
    name: str
    """The kind, whom it goes to, and the number that its file begins with."""
    file: str
    to: tuple[str, ...]
    subject: str
    text: str
    link: str
    is_whole: bool
    mail: str | None
    """The file of the draft that holds what the link cannot bring; None where there is none."""
    is_attached: bool
    """Whether a calendar entry belongs to it."""
    is_due: bool
    """Whether it is among the letters that were just asked for; others may have been sent."""


def check_index(folder: Path) -> None:
    """Raise InputError where the folder has a page of somebody else's in the place of ours."""
    page = folder / INDEX
    try:
        is_ours = _MARK in page.read_bytes()
    except OSError:
        # There is none, or what is in its way is told when ours is written.
        return
    if not is_ours:
        raise InputError("letters-page", file=str(page))


def write_index(folder: Path, *, due: Collection[str]) -> None:
    """Make the page anew of the letters that are in the folder, the edited ones as they are.

    Those whose files are called so are `due` and stand first.
    Raises InputError where a letter cannot be read or the page not be written.
    """
    sheets = sorted(_sheets(folder, due), key=lambda sheet: not sheet.is_due)
    count = plural("{count} letter", "{count} letters", len(sheets)).format(count=len(sheets))
    page = template("letters/index.html.j2").render(
        language=current_language(), sheets=sheets, subtitle=count, words=_words()
    )
    write_file(folder / INDEX, page.encode())


def _sheets(folder: Path, due: Collection[str]) -> Iterator[Sheet]:
    names = ((file, _OURS.fullmatch(file.name)) for file in sorted(folder.glob("*.txt")))
    ours = ((file, named) for file, named in names if named)
    for number, (file, named) in enumerate(ours, 1):
        yield _sheet(number, file, named, is_due=file.stem in due)


def _sheet(number: int, file: Path, named: re.Match[str], *, is_due: bool) -> Sheet:
    to, _sign, rest = _read(file).partition("\n")
    subject, _sign, text = rest.partition("\n")
    addresses = tuple(_ADDRESS.findall(to))
    whom = ", ".join(addresses) or one_line(named[3])
    name = f"{label(f'letter:{named[2]}')}: {whom} ({int(named[1])})"
    link = mail_link(addresses, one_line(subject), text)
    whole = Composed(stem=file.stem, to=to, subject=subject, text=text.removeprefix("\n"))
    is_wanted = named[2] in OF_MEETINGS or not link.is_whole
    return Sheet(
        id=f"letter-{number}",
        name=name,
        file=one_line(file.name),
        to=addresses,
        subject=one_line(subject) or name,
        text=text.strip(),
        link=link.address,
        is_whole=link.is_whole,
        mail=_mail(file, whole, is_attached=named[2] in OF_MEETINGS) if is_wanted else None,
        is_attached=named[2] in OF_MEETINGS,
        is_due=is_due,
    )


def _mail(file: Path, whole: Composed, *, is_attached: bool) -> str | None:
    """The draft beside a letter, where it says the same."""
    mail = file.with_suffix(".eml")
    try:
        content = mail.read_bytes()
    except OSError:
        return None
    # An attachment bears the time at which it was made, so such a draft is never the same.
    is_same = is_attached or content == message_of(whole).as_bytes()
    return mail.name if is_same else None


def _read(file: Path) -> str:
    """A letter that a person may have saved with any editor."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InputError("file-unreadable", file=str(file)) from error
    try:
        return safe(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return safe(content.decode("cp1252", "replace"))


@cache
def _words() -> dict[str, str]:
    return {
        "title": _("Letters to send"),
        "skip": _("Skip to the content"),
        "contents": _("On this page"),
        "nothing_sent": _(
            "Nothing has been sent. Each link opens a letter in your mail program, where you read"
            " it once more and send it."
        ),
        "private": _("This page holds personal data; keep it to yourself."),
        "earlier": _("This letter was written earlier and may have been sent already."),
        "to": _("To:"),
        "nobody": _("no address is known; add it yourself"),
        "open": _("Open in the mail program"),
        "cut": _("The link holds only the beginning of this letter: copy the rest from here."),
        "attached": _("The link brings no calendar entry. The draft that has it attached:"),
        "draft": _("The whole letter for your mail program:"),
        "empty": _("There are no letters in this folder."),
    }
