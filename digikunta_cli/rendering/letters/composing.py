"""A letter in words: the templates of its languages filled in, those of the workspace first."""

from dataclasses import dataclass
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from digikunta_cli.errors import InputError
from digikunta_cli.mending import Letter
from digikunta_cli.text import one_line, safe

PACKAGED = Path(__file__).parent
"""The folder with the templates that come with the program: fi.txt, sv.txt and en.txt."""
LANGUAGES = ("fi", "sv", "en")
_BETWEEN = "\n\n* * *\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A letter ready to be written: its subject on one line, and its text."""

    stem: str
    to: str
    subject: str
    text: str


class Templates:
    """The templates of all languages, read and checked."""

    def __init__(self, own: Path | None) -> None:
        loaders: list[BaseLoader] = [FileSystemLoader(each) for each in (own, PACKAGED) if each]
        # A template may come from a colleague, so it can read what it is given and do no more.
        environment = ImmutableSandboxedEnvironment(
            loader=ChoiceLoader(loaders),
            undefined=StrictUndefined,
            # Plain text, not HTML: an escaped ampersand would be read as it stands.
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates = {}
        for language in LANGUAGES:
            name = f"{language}.txt"
            try:
                self._templates[language] = environment.get_template(name)
            except TemplateSyntaxError as error:
                raise InputError("letter-template-bad", file=name, line=error.lineno) from error
            except (OSError, UnicodeDecodeError) as error:
                raise InputError("letter-template-unreadable", file=name) from error

    def compose(self, letter: Letter) -> Composed:
        """The letter in all its languages; raises InputError where a template cannot be filled."""
        pages = [self._page(letter, language) for language in letter.pages]
        return Composed(
            stem=letter.stem,
            to=letter.to,
            subject=" / ".join(subject for subject, _text in pages),
            text=_BETWEEN.join(text for _subject, text in pages) + "\n",
        )

    def _page(self, letter: Letter, language: str) -> tuple[str, str]:
        """Subject and text in one language."""
        try:
            filled = self._templates[language].render(
                name=letter.name, matters=letter.pages[language]
            )
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            # Whatever a changed template asks for; its words may hold answers, so they stay out.
            raise InputError("letter-template-unfilled", file=f"{language}.txt") from error
        subject, _, text = safe(filled).strip().partition("\n")
        return one_line(subject), text.strip()
