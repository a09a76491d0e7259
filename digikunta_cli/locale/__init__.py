"""The language of what people read: English in the code, Finnish and Swedish in catalogues."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LANGUAGES = ("fi", "sv", "en")
_language: ContextVar[str] = ContextVar("language", default="en")


def use_language(language: str) -> None:
    """Speak `language` (fi, sv or en) from here on."""
    _language.set(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` for a while, as in a letter to somebody who reads another one."""
    before = _language.set(language)
    try:
        yield
    finally:
        _language.reset(before)


def current_language() -> str:
    """The language in use: fi, sv or en."""
    return _language.get()


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = Path(__file__).parent
    return gettext.translation("digikunta", folder, languages=[language], fallback=True)


def _(sentence: str) -> str:
    """The sentence in the language in use; itself where there is no translation."""
    return _catalogue(_language.get()).gettext(sentence)


def plural(one: str, many: str, count: int) -> str:
    """The form of a sentence that goes with a count, in the language in use."""
    return _catalogue(_language.get()).ngettext(one, many, count)


def mark(sentence: str) -> str:
    """Mark a sentence for the catalogues; it is translated where it is shown."""
    return sentence
