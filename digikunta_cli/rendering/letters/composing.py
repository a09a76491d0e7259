"""A letter in words: the templates of its languages filled in, those of the workspace first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from traceback import walk_tb
from typing import cast

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
)
from jinja2.exceptions import TemplateSyntaxError

from digikunta_cli.errors import InputError
from digikunta_cli.mending import Letter
from digikunta_cli.rendering.letters.sandbox import Sandbox, TooMuchError
from digikunta_cli.text import one_line, safe

PACKAGED = Path(__file__).parent
"""The folder with the templates that come with the program.

fi.txt, sv.txt and en.txt ask for missing answers; each other kind has them in a folder of its name.
"""
LANGUAGES = ("fi", "sv", "en")
_BELOW = {"fi": "Suomeksi alempana.", "sv": "På svenska nedan.", "en": "In English below."}
"""What a letter says first of its other languages."""
_BETWEEN = "\n\n* * *\n\n"
_DASH = " – "


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
        pages = {
            language: letter_of(self._templates[language], name=letter.name, matters=matters)
            for language, matters in letter.pages.items()
        }
        return composed(letter.stem, letter.to, pages)


def environment_of(own: Path | None) -> Sandbox:
    """Where templates come from: the workspace's `own` folder first, then those packaged."""
    loaders: list[BaseLoader] = [FileSystemLoader(each) for each in (own, PACKAGED) if each]
    return Sandbox(
        loader=ChoiceLoader(loaders),
        undefined=StrictUndefined,
        # Plain text, not HTML: an escaped ampersand would be read as it stands.
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def template_of(environment: Sandbox, name: str) -> Template:
    """A template by its name; raises InputError where it cannot be read."""
    try:
        return environment.get_template(name)
    except TemplateSyntaxError as error:
        raise _misspelt(error, name) from error
    except UnicodeDecodeError as error:
        raise _misencoded(error, name) from error
    except OSError as error:
        raise InputError("letter-template-unreadable", file=name) from error
    except (SyntaxError, RecursionError, MemoryError, ValueError) as error:
        # Python's own words about what a template became, such as loops in loops in loops.
        raise InputError("letter-template-tangled", file=name) from error


def filled(template: Template, **facts: object) -> str:
    """A template with the facts filled in, safe to show; raises InputError where it asks more."""
    name = template.name or ""
    try:
        cast(Sandbox, template.environment).begin()
        return safe(template.render(facts))
    except TemplateSyntaxError as error:
        # Of a letter that this one takes in.
        raise _misspelt(error, name) from error
    except UnicodeDecodeError as error:
        raise _misencoded(error, name) from error
    except (TooMuchError, MemoryError, OverflowError, RecursionError) as error:
        raise _unfilled("letter-template-endless", error, template) from error
    except (
        TemplateError,
        ArithmeticError,
        AttributeError,
        LookupError,
        OSError,
        RuntimeError,
        TypeError,
        ValueError,
    ) as error:
        # Whatever a changed template asks for; its words may hold answers, so they stay out.
        raise _unfilled("letter-template-unfilled", error, template) from error


def _misspelt(error: TemplateSyntaxError, name: str) -> InputError:
    return InputError("letter-template-bad", file=error.name or name, line=error.lineno)


def _misencoded(error: UnicodeDecodeError, name: str) -> InputError:
    line = error.object.count(b"\n", 0, error.start) + 1
    return InputError("letter-template-misencoded", file=name, line=line)


def _unfilled(code: str, error: BaseException, template: Template) -> InputError:
    """What a template could not be given, with the line of it that asks."""
    lines = [
        line
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename == template.filename
    ]
    return InputError(code, file=template.name, line=lines[-1] if lines else 1)


def letter_of(template: Template, **facts: object) -> tuple[str, str]:
    """The subject and the text of a letter; raises InputError where it has either not."""
    subject, _, text = filled(template, **facts).strip().partition("\n")
    if not text.strip():
        raise InputError("letter-template-empty", file=template.name)
    return one_line(subject), text.strip()


def composed(stem: str, to: str, pages: Mapping[str, tuple[str, str]]) -> Composed:
    """One letter of its pages, subject and text by language; the first says which follow."""
    text = _BETWEEN.join(text for _subject, text in pages.values())
    following = " ".join(_BELOW[language] for language in [*pages][1:])
    return Composed(
        stem=stem,
        to=to,
        subject=_subject([subject for subject, _text in pages.values()]),
        text=f"{following}\n\n{text}\n".lstrip(),
    )


def _subject(subjects: Sequence[str]) -> str:
    """All subjects; what follows a dash in each, such as an experiment's title, stands once."""
    heads, _dashes, tails = zip(*(each.partition(_DASH) for each in subjects), strict=True)
    if len(set(tails)) > 1:
        return " / ".join(subjects)
    return _DASH.join(filter(None, (" / ".join(heads), tails[0])))
