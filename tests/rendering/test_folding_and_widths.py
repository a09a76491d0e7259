"""Where long words break, and how columns share a terminal's width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.rendering.folding import fold_words
from digikunta_cli.rendering.widths import Need, share


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("valmistautuminen", "valmistau- tuminen"),
        ("Rakennusvalvonnan lupa", "Rakennus- valvonnan lupa"),
        ("sosiaalipalvelu,", "sosiaali- palvelu,"),
        ("Pohjois-Pohjanmaa", "Pohjois- Pohjanmaa"),
        ("vaikuttajat_msforms.csv", "vaikuttajat_msforms.csv"),
        ("etunimi@kunta.example", "etunimi@kunta.example"),
        ("aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa"),
        ("lyhyt", "lyhyt"),
    ],
)
def test_long_words_break_between_syllables(text: str, folded: str) -> None:
    """Finnish compounds break where a reader would, file names and addresses do not."""
    assert fold_words(text, 10) == folded


@given(text=st.text(), width=st.integers(1, 20))
def test_folding_only_adds_hyphens_and_blanks(text: str, width: int) -> None:
    """Taking away what was added gives the text back."""
    bare = str.maketrans("", "", "- ")
    assert fold_words(text, width).translate(bare) == text.translate(bare)


needs = st.lists(
    st.builds(
        lambda word, more, is_whole, firm: Need(
            word, word + more, float(word), is_whole=is_whole, firm=min(firm, word)
        ),
        st.integers(0, 30),
        st.integers(0, 200),
        st.booleans(),
        st.integers(0, 30),
    ),
    max_size=12,
)


@given(needs=needs, room=st.integers(1, 240))
def test_columns_fit_and_numbers_stay_whole(needs: list[Need], room: int) -> None:
    """The widths never need more than there is, nor take more than they can use."""
    widths = share(needs, room)

    if widths is None:
        assert sum(need.least(9) for need in needs) > room
        return
    assert sum(widths) <= room
    for need, width in zip(needs, widths, strict=True):
        assert need.least(9) <= width <= max(need.cell, 1)


def test_room_goes_to_the_column_that_needs_it_most() -> None:
    """A long text gets more than a short one, which keeps its words whole."""
    assert share([Need(5, 5), Need(8, 100, 50.0), Need(8, 40, 20.0)], 65) == (5, 43, 17)


def test_short_columns_are_whole_before_long_ones_grow() -> None:
    """A name beside a long text does not wrap while there is room for it."""
    assert share([Need(9, 19, 10.0), Need(8, 400, 200.0)], 60) == (19, 41)
    assert share([Need(9, 19, 10.0), Need(8, 400, 200.0)], 20) == (9, 11)


def test_word_that_may_not_break_is_never_narrower() -> None:
    """An address keeps its width, or there is no table."""
    needs = [Need(30, 60, 30.0, firm=30), Need(8, 8)]
    assert share(needs, 38) == (30, 8)
    assert share(needs, 37) is None
