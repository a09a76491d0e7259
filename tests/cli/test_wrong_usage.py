"""Wrong usage: exit 2, one sentence that says what is wrong, and where help is."""

import pytest

from tests.conftest import Digikunta


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("import", "FILE... is missing. Help: digikunta import --help"),
        (
            "list --role x",
            "--role cannot be x. Choose one of: mentor, experimenter. Help: digikunta list --help",
        ),
        ("list --search", "--search needs a value. Help: digikunta --help"),
        ("accept x", "ID... must be a whole number. Help: digikunta accept --help"),
        (
            "list --rol mentor",
            "There is no option --rol. Did you mean --all, --region, --role?"
            " Help: digikunta list --help",
        ),
        ("list --colour", "There is no option --colour. Help: digikunta list --help"),
        ("lits", "There is no command lits. Did you mean list? Help: digikunta --help"),
        ("xyzzy", "There is no command xyzzy. Help: digikunta --help"),
        ("list extra words", "Here is too much: extra words. Help: digikunta list --help"),
        (
            "match --min-load -1",
            "--min-load must be at least 0. Help: digikunta match --help",
        ),
        ("--lang de list", "de is not spoken here. Choose --lang fi, sv or en."),
        (
            "list --format pdf",
            "There is no format pdf here. Choose one of: table, plain, json, csv, md, xlsx, html.",
        ),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(digikunta: Digikunta, typed: str, said: str) -> None:
    """What is wrong, what would be right, and where help is."""
    result = digikunta(*typed.split())

    assert (result.code, result.out, result.err) == (2, "", f"{said}\n")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("report", "[default: 30; at least 1]"),
        ("import", "[at least 1]"),
        ("match", "[at least 0]"),
    ],
)
def test_the_help_says_in_words_what_numbers_are_taken(
    digikunta: Digikunta, typed: str, said: str
) -> None:
    """No formula stands there, and no line is longer than a terminal is wide."""
    shown = digikunta(typed, "--help").out

    assert said in " ".join(shown.split())
    assert ">=" not in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_without_a_command_the_help_is_shown(digikunta: Digikunta) -> None:
    """All commands, in the language in use."""
    result = digikunta()

    assert result.code == 2
    assert "Commands:" in result.err
    assert digikunta("topics", "--help").code == 0
    assert digikunta("--version").out.startswith("digikunta ")
    assert digikunta("--lang", "en", "--version").out.startswith("digikunta ")


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize(
    "typed",
    [
        "import",
        "list --role x",
        "accept x",
        "lits",
        "list extra",
        "list --search",
        "list --rol",
        "match --min-load -1",
    ],
)
def test_no_english_is_left_in_another_language(
    digikunta: Digikunta, language: str, typed: str
) -> None:
    """The parser's own English words do not come through."""
    english = {"missing", "choose", "whole", "there", "needs", "too", "unexpected", "invalid"}
    said = digikunta("--lang", language, *typed.split()).err.lower()

    assert english.isdisjoint(said.replace(".", " ").replace(":", " ").split())
