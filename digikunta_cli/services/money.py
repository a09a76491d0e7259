"""Sums of money as coordinators type them."""

from digikunta_cli.errors import UsageError
from digikunta_cli.importing.numbers import is_bare, number


def parse_euros(told: str) -> float:
    """A sum of euros above zero as typed, "250 000" or "0.25"; raises UsageError if it is none."""
    euros = number(told) if is_bare(told) else None
    if euros is None or euros <= 0:
        raise UsageError("sum-bad", sum=told)
    return euros
