"""Care for memory."""

import gc

import pytest

from digikunta_cli.memory import without_collection


@pytest.mark.parametrize("is_on", [True, False])
def test_collection_is_afterwards_as_it_was(is_on: bool) -> None:
    """Off while facts are made, whatever happens, and on again only if it was."""
    was_on = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        with pytest.raises(ZeroDivisionError), without_collection():
            assert not gc.isenabled()
            _ = 1 / 0
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if was_on else gc.disable)()
