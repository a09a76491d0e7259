"""Text as people type it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.text import finnish_order, key, one_line, plain, safe, words


def test_control_and_bidi_characters_are_taken_out() -> None:
    """Nothing that a terminal could act on stays; letters, tabs and line breaks do."""
    assert safe("a\x1b[31mb\u202ec\u200bd\x00\x85é\tf\r\ng") == "a[31mbcdé\tf\ng"


def test_one_line_has_no_breaks() -> None:
    """A cell of a table is one line."""
    assert one_line(" a\n b\u00a0\tc\u2028d ") == "a b c d"


def test_finnish_letters_come_last_and_w_beside_v() -> None:
    """å ä ö come after z, in this order; w counts as v where words are otherwise equal."""
    names = ["Örö", "Äänekoski", "Åbo", "Zeta", "Wiitasaari", "Viitasaari", "Vörå", "Oulu", "Élan"]
    assert sorted(names, key=finnish_order) == [
        "Élan",
        "Oulu",
        "Viitasaari",
        "Wiitasaari",
        "Vörå",
        "Zeta",
        "Åbo",
        "Äänekoski",
        "Örö",
    ]


def test_keys_and_words_ignore_case_and_punctuation() -> None:
    """Titles and headings are compared by their letters."""
    assert key("Päätösten avoin-rajapinta!") == "päätöstenavoinrajapinta"
    assert words("Mihin aiheisiin, kokeilu_liittyy?") == (
        "mihin",
        "aiheisiin",
        "kokeilu",
        "liittyy",
    )


@given(st.text())
def test_safe_text_is_safe_and_stays_so(text: str) -> None:
    """Cleaning twice is cleaning once, and nothing invisible is left."""
    cleaned = safe(text)
    assert safe(cleaned) == cleaned
    assert not any(0xD800 <= ord(c) < 0xE000 or c in "\x1b\x07\x9b\u202e\u200b" for c in cleaned)


@given(st.text())
def test_plain_text_is_stable(text: str) -> None:
    """Comparable text does not change when compared again, but for case of rare letters."""
    assert plain(plain(text)) == plain(plain(plain(text)))


@given(st.text())
def test_words_are_runs_of_letters_and_digits(text: str) -> None:
    """Nothing between them is kept, and no letter is lost."""
    letters = "".join(c for c in plain(text) if c.isalnum() or re.fullmatch(r"[^\W_]", c))

    assert "".join(words(text)) == letters
    assert all(words(text))


def test_blanks_of_any_kind_part_words_and_unseen_marks_do_not() -> None:
    """A text of several lines has the words that it has on one."""
    text = "Yksi\nkaksi\r\nkol\u00adme\tneljä\u00a0viisi\u2028KUU\u200bSI"

    assert words(text) == words(one_line(text))
    assert words(text) == ("yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi")


@given(st.text(alphabet="abcåäöéêwvWÅ -"))
def test_order_is_the_same_for_letters_with_and_without_accents(text: str) -> None:
    """An accent other than the Nordic ones counts as none."""
    bare = text.replace("é", "e").replace("ê", "e")

    assert finnish_order(text)[0] == finnish_order(bare)[0]
