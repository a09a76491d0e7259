"""The invented exports and the topics file that come with the program."""

from pathlib import Path

from digikunta_cli.topics import find_file

_PACKAGE = Path(__file__).parents[1]


def samples_folder() -> Path:
    """The sample exports: in the installed package, else in the checkout beside it."""
    shipped = _PACKAGE / "shipped" / "data"
    return shipped if shipped.is_dir() else _PACKAGE.parent / "data"


def topics_file() -> Path:
    """The topics file that comes with the program."""
    return find_file(None)
