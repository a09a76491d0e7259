"""The library that others check against published instances: its names, each loaded when asked."""

import pytest

from digikunta_cli import matching


@pytest.mark.parametrize("name", matching.__all__)
def test_every_name_of_the_library_is_there(name: str) -> None:
    """Whether it was loaded before or not."""
    assert getattr(matching, name).__name__ == name


def test_a_name_that_is_not_there_is_told_as_python_does() -> None:
    """And so an import of it fails in the usual way."""
    with pytest.raises(AttributeError, match="has no attribute 'match_all'"):
        _ = matching.match_all
