"""Questions to whoever sits at the terminal, one at a time, on the stream of errors."""

import sys
from typing import TYPE_CHECKING

import typer

from digikunta_cli.locale import _
from digikunta_cli.locale.labels import label
from digikunta_cli.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from digikunta_cli.cli.desk import Desk
    from digikunta_cli.document import Document
    from digikunta_cli.model import Role
    from digikunta_cli.services.profiles import Reader

_YES = frozenset({"k", "kyllä", "j", "ja", "y", "yes"})
_NO = frozenset({"", "e", "ei", "n", "nej", "no"})


def reader_for(
    desk: "Desk",
    *,
    role: "Role | None",
    profiles: "Iterable[Path]",
    yes: bool,
    dry_run: bool,
    has_order: bool,
) -> "Reader":
    """What reads files for an import: it asks where a person sits there and may be asked.

    With `has_order` the order of day and month was said already.
    """
    from digikunta_cli.services.profiles import open_reader

    may_ask = not yes and can_ask()
    return open_reader(
        desk.workspace,
        role=role,
        profiles=profiles,
        ask=ask if may_ask else None,
        choose=choose if may_ask else None,
        ask_order=ask_order if may_ask and not has_order else None,
        dry_run=dry_run,
    )


def keep_answers(reader: "Reader") -> None:
    """Keep what was asked for the next import of the form, and tell where."""
    answered, given = reader.keep()
    for file in answered:
        _say(
            _("What you answered is kept in {file}; next time nothing is asked.").format(file=file)
        )
    for file in given:
        _say(_("The profile is kept in {file}; next time the form is known.").format(file=file))


def can_ask() -> bool:
    """Whether a person sits there to read a question and to answer it."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()


def ask(heading: str, field: str, samples: "Sequence[str]") -> bool:
    """Whether a column answers the field that it may answer; Enter is no.

    Raises Abort where the input ends.
    """
    _say("\n" + _("The column: {heading}").format(heading=heading))
    for sample in samples:
        _say(f"  - {sample}")
    return _answered(_("Is it the question: {field}? [y/N]").format(field=label(field)))


def show_first(document: "Document") -> None:
    """Show what a question is about, on the stream on which it is asked."""
    from digikunta_cli.rendering.terminal import console_for, draw

    draw(document, console_for(sys.stderr))


def confirm() -> bool:
    """Whether the round that was shown is to be kept; Enter is no, and that is said.

    Raises Abort where the input ends.
    """
    is_kept = _answered(_("Keep the round so? [y/N]"))
    if not is_kept:
        _say(_("Nothing was kept; the earlier proposals stay as they are."))
    return is_kept


def confirm_undo() -> bool:
    """Whether the import that was shown is to be taken back; Enter is no, and that is said.

    Raises Abort where the input ends.
    """
    is_meant = _answered(_("Take back this import? [y/N]"))
    if not is_meant:
        _say(_("Nothing was taken back."))
    return is_meant


def _answered(question: str) -> bool:
    while (answer := _told(question)) not in _YES | _NO:
        _say(_("Answer y for yes, or n or Enter for no."))
    return answer in _YES


def choose(heading: str, text: str, options: "Mapping[str, str]") -> str | None:
    """The key of the option that an answer means; None, by Enter, where it means none of them.

    Raises Abort where the input ends.
    """
    _say("\n" + _("The column: {heading}").format(heading=heading))
    _say(_('"{text}" recurs there, but is none of the known options:').format(text=one_line(text)))
    return _numbered(options, _("Which one does it mean? [1-{count}, or Enter: leave it as it is]"))


def ask_order(text: str, days: "Mapping[str, str]") -> str | None:
    """The order of day and month by which a time was meant; None, by Enter, where it is unknown.

    Raises Abort where the input ends.
    """
    _say("\n" + _("Nothing tells which day this time means: {text}").format(text=one_line(text)))
    return _numbered(days, _("Which day is it? [1-{count}, or Enter: leave the times out]"))


def _numbered(options: "Mapping[str, str]", question: str) -> str | None:
    """The key of the option of which somebody gives the number; None by Enter."""
    by_number = {str(number): key for number, key in enumerate(options, 1)}
    for number, key in by_number.items():
        _say(f"  {number}. {options[key]}")
    while (answer := _told(question.format(count=len(options)))) not in by_number:
        if not answer:
            return None
        _say(_("Answer with one of the numbers, or with Enter for none of them."))
    return by_number[answer]


def _told(question: str) -> str:
    """What somebody answers to a question, without blanks around it and in small letters."""
    sys.stderr.write(f"{question} ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise typer.Abort
    return line.strip().casefold()


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
