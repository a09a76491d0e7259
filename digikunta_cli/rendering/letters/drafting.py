"""Letters about pairs and meetings in words and as files; an edited draft stays as it is."""

from collections.abc import Iterable
from datetime import datetime
from email.message import EmailMessage
from pathlib import Path

from digikunta_cli.letters import Became, Draft, Drafted
from digikunta_cli.locale import speaking
from digikunta_cli.meeting import Meeting
from digikunta_cli.rendering.letters.composing import (
    PACKAGED,
    Composed,
    composed,
    environment_of,
    filled,
    letter_of,
    template_of,
)
from digikunta_cli.rendering.letters.writing import (
    as_text,
    make_folder,
    message_of,
    write_missing,
)

_SIGNATURE = "signature.txt"


class LetterWriter:
    """Puts letters in words by the templates of the workspace, else by those packaged."""

    def __init__(self, own: Path, *, now: datetime) -> None:
        self._environment = environment_of(own)
        self._now = now

    def compose(self, draft: Draft) -> Composed:
        """A letter in all its languages; raises InputError where a template cannot be filled."""
        return composed(
            draft.stem,
            ", ".join(draft.to),
            {language: self._said(draft, language) for language in draft.pages},
        )

    def _said(self, draft: Draft, language: str) -> tuple[str, str]:
        page = draft.pages[language]
        template = template_of(self._environment, f"{draft.kind.value}/{language}.txt")
        signature = filled(template_of(self._environment, _SIGNATURE), language=language)
        return letter_of(
            template,
            names=page.names,
            receiver=page.receiver.value,
            matches=page.matches,
            meeting=page.meeting,
            signature=signature.strip(),
        )

    def write(self, drafts: Iterable[Draft], folder: Path) -> tuple[Drafted, ...]:
        """Write each letter as .txt and .eml; all are put in words before the first is written.

        Raises InputError where a template cannot be filled or a file cannot be written.
        """
        letters = [(draft, self.compose(draft)) for draft in drafts]
        if letters:
            make_folder(folder)
        return tuple(self._write(draft, letter, folder) for draft, letter in letters)

    def _write(self, draft: Draft, letter: Composed, folder: Path) -> Drafted:
        message = message_of(letter)
        if draft.meeting is not None:
            self._attach(draft, draft.meeting, message)
        text, mail = (folder / f"{letter.stem}{suffix}" for suffix in (".txt", ".eml"))
        fresh = write_missing({text: as_text(letter), mail: message.as_bytes()})
        is_same = text in fresh or text.read_bytes() == as_text(letter)
        # An attachment bears the time at which it was made, so such a mail is never the same.
        is_same &= (
            mail in fresh or draft.meeting is not None or mail.read_bytes() == message.as_bytes()
        )
        became = Became.WRITTEN if fresh else Became.KEPT
        return Drafted(
            draft=draft,
            files=(text.name, mail.name),
            became=became if is_same else Became.DIFFERENT,
        )

    def _attach(self, draft: Draft, meeting: Meeting, message: EmailMessage) -> None:
        """The meeting for the receiver's calendar, in the first language of the letter."""
        # Loaded only for invitations.
        from digikunta_cli.rendering.calendar import render

        language, page = next(iter(draft.pages.items()))
        with speaking(language):
            content = render(
                meeting, now=self._now, topic_names=page.meeting.topics if page.meeting else ()
            )
        message.add_attachment(
            content,
            maintype="text",
            subtype="calendar",
            params={"charset": "utf-8"},
            filename="meeting.ics",
        )


def write_templates(own: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write the packaged templates for editing; names of those written, and of those kept.

    Raises InputError where a file cannot be written.
    """
    files = sorted(PACKAGED.rglob("*.txt"))
    for folder in sorted({own / file.relative_to(PACKAGED).parent for file in files}):
        make_folder(folder)
    contents = {own / file.relative_to(PACKAGED): file.read_bytes() for file in files}
    fresh = set(write_missing(contents))
    names = {file: file.relative_to(own).as_posix() for file in contents}
    return (
        tuple(name for file, name in names.items() if file in fresh),
        tuple(name for file, name in names.items() if file not in fresh),
    )
