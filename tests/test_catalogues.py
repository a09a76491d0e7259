"""Every sentence that people read is there in Finnish and in Swedish."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parents[1] / "digikunta_cli"
KEYWORDS = {"_": None, "mark": None, "plural": (1, 2)}
PARSER = {
    "Options",
    "Arguments",
    "Commands",
    "required",
    "default: {default}",
    "env var: {var}",
    "Missing command.",
    "No such command {name!r}.",
}
"""Sentences of the option parser, which looks them up in our catalogues."""


Sentence = str | tuple[str, ...]
"""A sentence, or its forms where it has two."""


def sentences() -> set[Sentence]:
    """All sentences that the code marks."""
    found = extract_from_dir(
        str(PACKAGE), method_map=[("**.py", "python"), ("**.j2", "jinja2")], keywords=KEYWORDS
    )
    return {m[2] if isinstance(m[2], str) else tuple(m[2]) for m in found} | PARSER


def catalogue(language: str) -> Catalog:
    """The catalogue of a language."""
    with (PACKAGE / "locale" / language / "LC_MESSAGES" / "digikunta.po").open("rb") as file:
        return read_po(file)


def placeholders(text: str) -> set[str]:
    """The facts that a sentence asks for."""
    return set(re.findall(r"{[^}]*}", text))


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_catalogue_has_every_sentence_and_no_other(language: str) -> None:
    """Nothing is shown in English to who chose another language."""
    known = {
        message.id if isinstance(message.id, str) else tuple(message.id)
        for message in catalogue(language)
        if message.id and message.string and not message.fuzzy
    }
    assert sentences() - known == set()
    assert known - sentences() == set()


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_a_translation_asks_for_the_same_facts(language: str) -> None:
    """A missing or misspelt placeholder would lose a fact."""
    for message in catalogue(language):
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        told = message.string
        translations = [told] if isinstance(told, str) else list(told or ())
        for original, translation in zip(originals, translations, strict=True):
            if original:
                assert placeholders(translation) == placeholders(original), original
