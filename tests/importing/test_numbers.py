"""Numbers as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.importing.numbers import is_bare, is_doubtful, number
from digikunta_cli.importing.sheets import written


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 900,00", 2900),
        ("n. 50 000", 50_000),
        ("ca 40 000 €/år", 40_000),
        ("28,9", 28.9),
        ("3,5", 3.5),
        ("30.50", 30.5),
        ("0.125", 0.125),
        ("noin 0.500 h", 0.5),
        ("1.125", 1125),
        ("44\u00a0375", 44_375),
        ("1\u202f350", 1350),
        ("120 000 €", 120_000),
        ("130 000€", 130_000),
        ("7500+", 7500),
        ("+25", 25),
        ("~62k", 62_000),
        ("4695,70", 4695.7),
        ("1.234.567", 1_234_567),
        ("2.900", 2900),
        ("1,234,567", 1_234_567),
        ("1,234,567.50", 1_234_567.5),
        ("1,200.50", 1200.5),
        ("1.200", 1200),
        ("1.200,50", 1200.5),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        ("1 200,125", 1200.125),
        ("32'000", 32_000),
        ("invånarnas restid, ca 40 000 €/år", 40_000),
        ("Energiansäästö 3 % = 21 000", 21_000),
        ("0", 0),
        ("8", 8),
    ],
)
def test_one_number_in_a_text_is_its_value(text: str, expected: float) -> None:
    """Thousands, decimals, units and words about the number do not hide it."""
    assert number(text) == expected


@pytest.mark.parametrize(
    "text",
    ["10-15 %", "10-15 % kyytikuluista", "2000-3400", "2600*12,5", "ei tiedossa", "", "3 %", "2–3"],
)
def test_no_single_number_is_no_value(text: str) -> None:
    """A range, a product, a per cent figure or words give no value."""
    assert number(text) is None


@pytest.mark.parametrize("text", ["1,200", "12,500 €", "n. 120,000 euroa", "+1,200", "1,200 k€"])
def test_a_comma_that_may_part_thousands_gives_no_value(text: str) -> None:
    """Three digits after one comma are thousands to some and decimals to others: nobody guesses."""
    assert number(text) is None
    assert is_doubtful(text)


@pytest.mark.parametrize(
    "text", ["1,20", "1,2000", "1.200", "1,200,000", "1,200.50", "0,125", "ei"]
)
def test_a_comma_with_one_meaning_is_not_doubtful(text: str) -> None:
    """Any other count of digits, a second separator or a leading zero tells what is meant."""
    assert not is_doubtful(text)


@pytest.mark.parametrize("text", ["2 900,00", "n. 50 000", "ca 40 000 €/år", "120 000 €", "~62k"])
def test_a_number_with_its_unit_is_bare(text: str) -> None:
    """Units and words such as "about" need nobody's second look."""
    assert is_bare(text)


@pytest.mark.parametrize(
    "text", ["invånarnas restid, ca 40 000 €/år", "Energiansäästö 3 % = 21 000"]
)
def test_other_words_beside_a_number_are_told(text: str) -> None:
    """Words that may change what the number means ask for a look."""
    assert not is_bare(text)


@given(st.integers(min_value=0, max_value=10**9))
def test_finnish_thousands_round_trip(value: int) -> None:
    """A whole number written the Finnish way is read back, whatever its blanks."""
    written = f"{value:,}"
    assert number(written.replace(",", " ")) == value
    assert number(written.replace(",", "\u00a0") + " €") == value
    assert number(str(value)) == value


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=99))
def test_finnish_decimals_round_trip(whole: int, cents: int) -> None:
    """A decimal comma is read as such."""
    assert number(f"{whole},{cents:02}") == pytest.approx(whole + cents / 100)


@given(st.text(max_size=40))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Whatever people type, reading it never fails."""
    value = number(text)
    assert value is None or isinstance(value, int | float)
    assert is_bare(text) in (True, False)


@given(st.floats(-999, 999).filter(lambda value: not value.is_integer()))
def test_a_real_number_of_a_workbook_is_never_taken_for_thousands(value: float) -> None:
    """Three decimals after a point part thousands in a text only."""
    rounded = round(value, 3)

    assert number(written(rounded)) == (rounded or 0)
