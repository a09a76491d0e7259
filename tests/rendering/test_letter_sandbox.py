"""Templates that people change: whatever stands in them, they are refused in a sentence."""

from pathlib import Path

import pytest

from digikunta_cli.errors import InputError
from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.locale.sentences import error_sentence
from tests.rendering.letter_samples import draft, writer

UNREADABLE = Path("/proc/self/mem")
"""A file that is there, but cannot be read from its beginning."""
_SIX = "".join(f"{{% for {each} in range(999) %}}" for each in "abcdef")
_TWICE = "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}"
_GROWING = (
    "{% set n = namespace(x='aaaa') %}{% for i in range(40) %}{% set n.x = GROWN %}{% endfor %}"
)


def refused(folder: Path, content: str | bytes, file: str = "results/fi.txt") -> InputError:
    """What is said of a template, second of whose lines is this content."""
    own = folder / file
    own.parent.mkdir(exist_ok=True)
    words = content if isinstance(content, bytes) else content.encode()
    own.write_bytes(b"Otsikko\n" + words)
    with pytest.raises(InputError) as caught:
        writer(folder).compose(draft(LetterKind.RESULTS))
    return caught.value


@pytest.mark.parametrize(
    "content",
    [
        '{{ "a" * 10**10 }}',
        "{{ 10**9 * 'a' }}",
        "{{ [names] * 999999 }}",
        "{{ 9**9**9 }}",
        "{{ 2 ** 999999999 }}",
        "{{ 10**9 * 10**9 }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '%*d' % (9999999999, 1) }}",
        "{{ '%9999999999d' | format(1) }}",
        "{{ '{:>9999999999}'.format('a') }}",
        "{{ '{:>{w}}'.format('a', w=9999999999) }}",
        "{{ '{:>{w}}'.format('a', w='9999999999') }}",
        "{{ 'a'.ljust(9999999999) }}",
        "{{ 'a' | center(9999999999) }}",
        "{{ ['a'] | batch(9999999999, 'b') | list }}",
        "{{ range(9999999999) }}",
        "{{ range(99999) | list }}",
        _SIX + "{{ a }}" + "{% endfor %}" * 6,
        _SIX + "{% endfor %}" * 6,
        "{% for a in range(9999) %}{% for b in range(9) | map('abs') %}{% endfor %}{% endfor %}",
        _TWICE + "{{ m(60) }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        _GROWING.replace("GROWN", "n.x ~ n.x"),
        _GROWING.replace("GROWN", "n.x + n.x"),
        _GROWING.replace("GROWN", "n.x | replace('a', n.x)"),
        _GROWING.replace("GROWN", "n.x.replace('a', n.x)"),
        _GROWING.replace("GROWN", "[n.x, n.x] | join"),
        "{% for a in range(9999) %}{{ 'x' * 999 }}{% endfor %}",
    ],
)
def test_what_would_fill_the_memory_or_never_end_is_refused(tmp_path: Path, content: str) -> None:
    """At once, with the file and the line."""
    error = refused(tmp_path, content)

    assert error_sentence(error.code, error.facts) == (
        "The letter results/fi.txt asks in line 2 for more than any letter holds."
        " Look there for a loop without an end or a number that is too large."
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("\n{{ nmaes }}", "asks in line 3 for something that is not there."),
        ("{{ names.oops }}", "asks in line 2 for something that is not there."),
        ("\n\n{{ 1 / 0 }}", "asks in line 4 for something that is not there."),
        ("{{ names.__class__.__mro__ }}", "asks in line 2 for something that is not there."),
        ("{{ lipsum() }}", "asks in line 2 for something that is not there."),
        ("{% for a in 5 %}{% endfor %}", "asks in line 2 for something that is not there."),
        ("{{ cycler() }}", "asks in line 2 for something that is not there."),
        ("{{ matches[7] }}", "asks in line 2 for something that is not there."),
        ("{% include 'oma.txt' %}", "asks in line 2 for something that is not there."),
        ("{{ self.block() }}", "asks in line 2 for something that is not there."),
        ("\n{% if names %}", "Line 3 of the letter results/fi.txt cannot be read."),
        ("{% extends 5 %}{% block x %}", "Line 2 of the letter results/fi.txt cannot be read."),
        ("{{ names | nosuch }}", "Line 2 of the letter results/fi.txt cannot be read."),
        ("{{ names", "Line 2 of the letter results/fi.txt cannot be read."),
        ("{{ " + "(" * 9999, "The letter results/fi.txt is too tangled to be read."),
        ("{{ " + "9" * 9999 + " }}", "The letter results/fi.txt is too tangled to be read."),
        (
            "{% for a in names %}" * 30 + "{% endfor %}" * 30,
            "The letter results/fi.txt is too tangled to be read.",
        ),
        ("\npäivää".encode("cp1252"), "has characters in line 3 that are not UTF-8."),
        ("päivää".encode("utf-16"), "has characters in line 2 that are not UTF-8."),
    ],
)
def test_whatever_is_wrong_with_a_template_is_said_with_its_line(
    tmp_path: Path, content: str | bytes, said: str
) -> None:
    """One sentence says what, and one what to do; no answer of anyone stands in them."""
    error = refused(tmp_path, content)
    sentence = error_sentence(error.code, error.facts)

    assert said in sentence
    assert "results/fi.txt" in sentence
    assert "?" not in sentence


def test_a_letter_that_another_takes_in_is_named_itself(tmp_path: Path) -> None:
    """Where it cannot be read."""
    (tmp_path / "oma.txt").write_text("\n\n{% if %}", encoding="utf-8")
    error = refused(tmp_path, "{% include 'oma.txt' %}")
    (tmp_path / "oma.txt").write_bytes(b"\xff")
    other = refused(tmp_path, "{% include 'oma.txt' %}")

    assert (error.code, error.facts) == ("letter-template-bad", {"file": "oma.txt", "line": 3})
    assert other.code == "letter-template-misencoded"


@pytest.mark.skipif(not UNREADABLE.exists(), reason="this system has no such file")
def test_a_template_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """And its permissions are to be looked at."""
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "fi.txt").symlink_to(UNREADABLE)
    with pytest.raises(InputError) as caught:
        writer(tmp_path).compose(draft(LetterKind.RESULTS))

    assert (caught.value.code, caught.value.facts) == (
        "letter-template-unreadable",
        {"file": "results/fi.txt"},
    )


def test_what_letters_do_is_within_the_limits(tmp_path: Path) -> None:
    """A line of dashes, a table, many pairs, a text over several lines."""
    (tmp_path / "results").mkdir()
    (tmp_path / "results" / "fi.txt").write_text(
        "Otsikko\n{{ '–' * 60 }}\n{{ '%-20s|' % 'a' }}{{ '%d.%02d' | format(9, 5) }}\n"
        "{{ '{:>5}'.format('x') }}{{ 2 ** 3 + 1 }}{{ (1, 2) + (3,) }}{{ 'a' | center(20) }}\n"
        "{% for each in range(300) %}{{ loop.index }}/{{ loop.length }};{% endfor %}\n"
        "{% for each in names | map('upper') %}{{ each }}{% endfor %}\n"
        "{{ 'x' | indent(4) }} {{ names | join(', ') }} {{ 7 % 4 }}",
        encoding="utf-8",
    )
    own = writer(tmp_path)
    texts = {own.compose(draft(LetterKind.RESULTS)).text for _time in range(70)}

    (text,) = texts
    assert text.startswith("–" * 60 + "\na                   |9.05\n    x9(1, 2, 3)")
    assert "1/300;2/300;" in text
    assert text.endswith(";EEROx Eero 3\n")
