"""What is said of a form that a profile does not fit, and the files that profiles are."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.importing.given import word_of
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.guessed_form import Guess
from digikunta_cli.importing.guessing import Doubt, best
from digikunta_cli.importing.profile import (
    Place,
    Profile,
    difference,
    place_of,
    read_profile,
)
from digikunta_cli.importing.profile_text import profile_text
from digikunta_cli.importing.source import Source
from digikunta_cli.model import Role

_MOST_NAMES = 5
_SUFFIX = ".profile.yaml"
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


def nearly(folder: Path, found: Sequence[Place], source: Source) -> InputError | None:
    """What is said of a form that shares half its columns with a kept profile; else None."""
    near: list[Profile] = []
    for file in sorted(folder.glob("*.yaml")):
        try:
            profile = read_profile(file)
        except InputError:  # what is wrong with it is said where its own form comes
            continue
        if any(_is_near(profile, place) for place in found):
            near.append(replace(profile, file=f"{folder.name}/{profile.file}"))
    if not near:
        return None
    facts = changed(near, found, source).facts
    return InputError("profile-near", **facts)


def _is_near(profile: Profile, place: Place) -> bool:
    common = len(set(profile.columns).intersection(place.names))
    return 2 * common >= max(len(profile.columns), len(place.names))


def write_new(file: Path, text: str) -> bool:
    """Write a file and its folder; False where there is a file already, which stays."""
    is_begun = False
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            is_begun = True
            stream.write(text)
    except FileExistsError:
        return False
    except OSError as error:
        # Half a profile would be taken for one that somebody made.
        if is_begun:
            file.unlink(missing_ok=True)
        reason = error.strerror or type(error).__name__
        raise InputError("output-unwritable", file=str(file), reason=reason) from error
    return True


def keep_new(folder: Path, profiles: Sequence[Profile]) -> list[Path]:
    """Write profiles by which their forms are found; the files that were not there yet."""
    by_file = {folder / f"{each.fingerprint}.yaml": each for each in profiles}
    return [file for file, each in by_file.items() if write_new(file, profile_text(each))]


def named(names: Sequence[str]) -> str:
    """Names of columns in quotation marks, only so many that they can be read."""
    short = (f'"{name[:_LONGEST_NAME]}"' for name in names[:_MOST_NAMES])
    more = ["…"] if len(names) > _MOST_NAMES else []
    return ", ".join([*short, *more]) or "-"


def is_called(grid: Grid, role: Role) -> bool:
    """Whether a sheet has its name from the role."""
    return (grid.sheet or "").casefold().startswith(_SHEETS[role])


def profile_of(told: Guess, grid: Grid, likely: dict[int, str]) -> Profile:
    """The profile of a form as it was told, with the fields that are likely."""
    place = place_of(grid.rows, told.form.headings, told.start)
    return Profile(
        file="",
        role=told.form.role,
        columns={
            name: likely.get(index) or word_of(told.form, index)
            for index, name in enumerate(place.names)
        },
        heading_row=place.row,
        values=told.form.values,
    )


def drafted(
    path: Path, source: Source, grid: Grid, told: Guess, asked: Sequence[Doubt]
) -> tuple[str, bool]:
    """Write a draft profile beside the file: its name, and whether there was none yet."""
    profile = profile_of(told, grid, {each.index: each.field for each in best(asked)})
    names = tuple(profile.columns)
    guesses = {names[each.index]: each.field for each in best((*asked, *told.doubts))}
    draft = path.with_name(f"{path.name}{_sheet(source, grid)}{_SUFFIX}")
    return draft.name, write_new(draft, profile_text(profile, guesses=guesses))


def _sheet(source: Source, grid: Grid) -> str:
    """What tells the sheets of one workbook apart in the names of files."""
    if len(source.grids) == 1:
        return ""
    return f".{source.grids.index(grid) + 1}"
