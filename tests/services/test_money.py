"""Sums of money as people type them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digikunta_cli.errors import UsageError
from digikunta_cli.services.money import parse_euros


@pytest.mark.parametrize(
    ("told", "euros"), [("250 000", 250_000), ("0,5 €", 0.5), ("n. 20k", 20_000), ("1.250", 1250)]
)
def test_euros_are_read_as_people_type_them(told: str, euros: float) -> None:
    """As in the forms."""
    assert parse_euros(told) == euros


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=12))
def test_whatever_is_typed_is_a_sum_above_zero_or_refused(told: str) -> None:
    """Nothing else comes of it."""
    try:
        assert parse_euros(told) > 0
    except UsageError as error:
        assert error.code == "sum-bad"
