"""What is said of a form that a profile does not fit, and the files that profiles are."""

from collections.abc import Sequence
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.profile import Place, Profile, difference
from digikunta_cli.importing.source import Source
from digikunta_cli.model import Role

_MOST_NAMES = 5
_LONGEST_NAME = 60
_SHEETS = {
    Role.MENTOR: ("mentor", "vaikuttaj", "sparraaj", "påverkar", "sparr"),
    Role.EXPERIMENTER: ("mentee", "kokeilij", "kokeilu", "försök", "experiment"),
}
"""How the name of a role's sheet begins."""


def changed(profiles: Sequence[Profile], found: Sequence[Place], source: Source) -> InputError:
    """What is said of a form whose columns are others than those of a profile for it."""
    differences = [(each, difference(each, found)) for each in profiles]
    profile, least = min(
        differences, key=lambda each: sum(map(len, each[1])) if each[1] else float("inf")
    )
    if least is None:
        # Nothing is alike: what stands there may be no headings, but answers.
        return InputError("profile-other-form", file=source.file_name, profile=profile.file)
    new, gone = map(named, least)
    return InputError(
        "profile-changed", file=source.file_name, profile=profile.file, new=new, gone=gone
    )


def write_new(file: Path, text: str) -> bool:
    """Write a file and its folder; False where there is a file already, which stays."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError("output-unwritable", file=str(file), reason=reason) from error
    return True


def named(names: Sequence[str]) -> str:
    """Names of columns in quotation marks, only so many that they can be read."""
    short = (f'"{name[:_LONGEST_NAME]}"' for name in names[:_MOST_NAMES])
    more = ["…"] if len(names) > _MOST_NAMES else []
    return ", ".join([*short, *more]) or "-"


def sheet_of(role: Role, grids: Sequence[Grid]) -> Grid:
    """The sheet that is called after the role, else the one with most rows."""
    called = [grid for grid in grids if (grid.sheet or "").casefold().startswith(_SHEETS[role])]
    return max(called or grids, key=lambda grid: len(grid.rows))
