"""A letter in words: the templates of its languages filled in, those of the workspace first."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
)
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from digikunta_cli.errors import InputError
from digikunta_cli.mending import Letter
from digikunta_cli.text import one_line, safe

PACKAGED = Path(__file__).parent
"""The folder with the templates that come with the program.

fi.txt, sv.txt and en.txt ask for missing answers; each other kind has them in a folder of its name.
"""
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
        environment = environment_of(own)
        self._templates = {
            language: template_of(environment, f"{language}.txt") for language in LANGUAGES
        }

    def compose(self, letter: Letter) -> Composed:
        """The letter in all its languages; raises InputError where a template cannot be filled."""
        pages = [
            letter_of(self._templates[language], name=letter.name, matters=matters)
            for language, matters in letter.pages.items()
        ]
        return composed(letter.stem, letter.to, pages)


def environment_of(own: Path | None) -> Environment:
    """Where templates come from: the workspace's `own` folder first, then those packaged."""
    loaders: list[BaseLoader] = [FileSystemLoader(each) for each in (own, PACKAGED) if each]
    # A template may come from a colleague, so it can read what it is given and do no more.
    return ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        # Plain text, not HTML: an escaped ampersand would be read as it stands.
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template_of(environment: Environment, name: str) -> Template:
    """A template by its name; raises InputError where it cannot be read."""
    try:
        return environment.get_template(name)
    except TemplateSyntaxError as error:
        raise InputError("letter-template-bad", file=name, line=error.lineno) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("letter-template-unreadable", file=name) from error


def filled(template: Template, **facts: object) -> str:
    """A template with the facts filled in, safe to show; raises InputError where it asks more."""
    try:
        return safe(template.render(facts))
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        # Whatever a changed template asks for; its words may hold answers, so they stay out.
        raise InputError("letter-template-unfilled", file=template.name) from error


def letter_of(template: Template, **facts: object) -> tuple[str, str]:
    """The subject and the text of a letter; raises InputError where it has either not."""
    subject, _, text = filled(template, **facts).strip().partition("\n")
    if not text.strip():
        raise InputError("letter-template-empty", file=template.name)
    return one_line(subject), text.strip()


def composed(stem: str, to: str, pages: Sequence[tuple[str, str]]) -> Composed:
    """One letter of its pages, subject and text by language."""
    return Composed(
        stem=stem,
        to=to,
        subject=" / ".join(subject for subject, _text in pages),
        text=_BETWEEN.join(text for _subject, text in pages) + "\n",
    )
