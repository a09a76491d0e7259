"""The files that profiles are."""

import sys
from pathlib import Path

import pytest

from digikunta_cli.errors import InputError
from digikunta_cli.services.profile_files import write_new


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no file's size")
def test_a_profile_that_breaks_off_is_not_left_behind(tmp_path: Path) -> None:
    """Half a profile would be taken for one that somebody made."""
    import resource

    file = tmp_path / "profiles" / "oma.yaml"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(InputError) as caught:
            write_new(file, "x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert caught.value.code == "output-unwritable"
    assert not file.exists()
