"""How each sheet of a file is read: by a profile, by its own words, or by asking."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.importing.exports import Reading, certain_reading
from digikunta_cli.importing.form import Form
from digikunta_cli.importing.grid import Grid
from digikunta_cli.importing.guessed_form import (
    Guess,
    guess,
    guess_form,
    partly_known,
    strange_form,
)
from digikunta_cli.importing.guessing import Doubt, best, is_asked
from digikunta_cli.importing.profile import (
    Place,
    Profile,
    fitting,
    form_of,
    places,
    read_profile,
)
from digikunta_cli.importing.source import Source
from digikunta_cli.model import Finding, Role
from digikunta_cli.services.asked_choices import Choose, Meanings, asked_meanings
from digikunta_cli.services.asked_columns import Ask, AskOrder, asked_order, with_answers
from digikunta_cli.services.profile_files import (
    changed,
    drafted,
    is_called,
    keep_new,
    named,
    nearly,
    profile_of,
)
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.topics import Catalogue

FOLDER = "profiles"
"""The folder of the workspace whose profiles are found by the headings of a form."""


@dataclass(slots=True, kw_only=True)
class Reader:
    """Reads the sheets of files; remembers what was asked, so that it can be kept."""

    catalogue: Catalogue
    folder: Path
    """Where profiles are kept and found."""
    role: Role | None = None
    given: tuple[Profile, ...] = ()
    ask: Ask | None = None
    choose: Choose | None = None
    ask_order: AskOrder | None = None
    """All are None where nobody can be asked, or need not be."""
    dry_run: bool = False
    answered: list[Profile] = field(default_factory=list)
    fitted: list[Profile] = field(default_factory=list)
    """The given profiles that a form had."""

    def read(self, path: Path, source: Source) -> list[Reading | None]:
        """The reading of each sheet of a file, None of one that holds no form.

        Raises InputError where no given profile fits, or where somebody has to be asked.
        """
        found = [self._places(grid) for grid in source.grids]
        if self.given and not any(fitting(p, each) for p in self.given for each in found):
            raise changed(self.given, [place for each in found for place in each], source)
        readings = [self._by_profile(each, source) for each in found]
        guesses = [
            None if known else self._certain(grid)
            for known, grid in zip(readings, source.grids, strict=True)
        ]
        if not any(readings) and not any(guesses):
            guesses = [self._likely(grid) for grid in source.grids]
            # Where somebody can be asked, a likely form is asked about anew.
            is_asked_anew = self.ask is not None and any(guesses)
            near = None if is_asked_anew else nearly(self.folder, sum(found, ()), source)
            if near:
                raise near
            if not any(guesses):
                self._draft_partly(path, source)
                self._draft_strange(path, source)
        return [
            self._settled(path, source, grid, told) if told else known
            for known, told, grid in zip(readings, guesses, source.grids, strict=True)
        ]

    def keep(self) -> tuple[list[Path], list[Path]]:
        """Write profiles of what was answered, and of what was given; the new files."""
        return keep_new(self.folder, self.answered), keep_new(self.folder, self.fitted)

    def _places(self, grid: Grid) -> tuple[Place, ...]:
        """Where headings may stand; nowhere if there is no profile that they could fit."""
        has_profiles = self.given or self.answered or self.folder.is_dir()
        return places(grid.rows) if has_profiles else ()

    def _by_profile(self, found: Sequence[Place], source: Source) -> Reading | None:
        fits = ((each, fitting(each, found)) for each in (*self.given, *self.answered))
        known = [(profile, place) for profile, place in fits if place]
        fit = known[0] if known else self._kept(found, source)
        if fit is None:
            return None
        profile, place = fit
        if self.role not in (None, profile.role):
            raise InputError("form-other-role", file=source.file_name)
        if profile in self.given:
            self.fitted.append(profile)
        form = form_of(profile, place, self.catalogue)
        return Reading(form=form, start=place.start, dates=profile.dates)

    def _kept(self, found: Sequence[Place], source: Source) -> tuple[Profile, Place] | None:
        """The profile in the folder that is named by the headings."""
        files = (self.folder / f"{place.fingerprint}.yaml" for place in found)
        file = next((each for each in files if each.is_file()), None)
        if file is None:
            return None
        profile = read_profile(file)
        place = fitting(profile, found)
        if place is None:
            raise changed([profile], found, source)
        return profile, place

    def _certain(self, grid: Grid) -> Guess | None:
        """The form whose questions tell it, with what is not certain of its other columns."""
        reading = certain_reading(grid, self.catalogue, role=self.role)
        if reading is None:
            return None
        return guess(reading.form, reading.start, grid.rows, self.catalogue)

    def _likely(self, grid: Grid) -> Guess | None:
        """The form that a sheet in words of its own is likely to be."""
        if self.role and certain_reading(grid, self.catalogue, role=None):
            return None  # it is the other role's
        return guess_form(grid.rows, self.catalogue, role=self.role)

    def _settled(self, path: Path, source: Source, grid: Grid, told: Guess) -> Reading | None:
        """The reading of a form after what is not certain was asked."""
        asked = tuple(doubt for doubt in told.doubts if is_asked(doubt, told.form.role))
        form = told.form
        if asked:
            if self.ask is None:
                raise self._refusal(path, source, grid, told, asked)
            form = with_answers(self.ask, form, asked)
            if all(target.field != "organisation" for target in form.targets.values()):
                return None
        meanings = self._meanings(form, grid, told.start)
        rows = grid.rows[told.start :]
        order = asked_order(form, rows, self.ask_order) if self.ask_order else None
        if asked or order or meanings is not None:
            form = replace(form, values=meanings or {})
            profile = profile_of(replace(told, form=form), grid, {})
            self.answered.append(replace(profile, dates=order))
        findings = () if asked else _doubtful(told.doubts)
        return Reading(form=form, start=told.start, dates=order, findings=findings)

    def _meanings(self, form: Form, grid: Grid, start: int) -> Meanings | None:
        """What answers of the form's own words mean; None where nothing was asked."""
        if self.choose is None:
            return None
        return asked_meanings(form, grid.rows[start:], self.catalogue, self.choose)

    def _refusal(
        self, path: Path, source: Source, grid: Grid, told: Guess, asked: Sequence[Doubt]
    ) -> InputError:
        """What is said where nobody can be asked, with a draft beside the file."""
        likely = best(asked)
        facts = {"file": source.file_name, "columns": named([each.heading for each in likely])}
        if self.dry_run:
            return InputError("form-doubtful-dry", **facts)
        draft, is_new = drafted(path, source, grid, told, asked)
        code = "form-doubtful" if is_new else "form-doubtful-again"
        return InputError(code, draft=draft, **facts)

    def _draft_partly(self, path: Path, source: Source) -> None:
        """Where some questions are known, but not enough to be certain: raise with a draft."""
        found = [
            (told, grid)
            for grid in source.grids
            if not certain_reading(grid, self.catalogue, role=None)
            and (told := partly_known(grid.rows, self.catalogue, role=self.role))
        ]
        if not found:
            return
        told, grid = max(found, key=lambda each: len(each[0].fields))
        # Only known questions are named, since any other text may be somebody's answer.
        columns = named([told.form.headings[index] for index in told.form.targets])
        facts = {"file": source.file_name, "columns": columns}
        if self.dry_run:
            raise InputError("form-partly-dry", **facts)
        asked = tuple(doubt for doubt in told.doubts if is_asked(doubt, told.form.role))
        draft, is_new = drafted(path, source, grid, told, asked)
        raise InputError("form-partly" if is_new else "form-partly-again", draft=draft, **facts)

    def _draft_strange(self, path: Path, source: Source) -> None:
        """Where somebody says whose form it is that asks nothing known: raise with a draft."""
        if self.role is None:
            return
        others = source.grids
        strange = [each for each in others if not certain_reading(each, self.catalogue, role=None)]
        called = [each for each in strange if is_called(each, self.role)]
        # Beside the other role's form a sheet of any other name may be notes.
        if not called and len(strange) < len(others):
            return
        grid = max(called or strange, key=lambda each: len(each.rows))
        told = strange_form(grid.rows, self.catalogue, role=self.role)
        if told is None:
            return
        if self.dry_run:
            raise InputError("form-strange-dry", file=source.file_name)
        draft, is_new = drafted(path, source, grid, told, ())
        code = "form-strange" if is_new else "form-strange-again"
        raise InputError(code, file=source.file_name, draft=draft)


def open_reader(
    workspace: Workspace,
    *,
    role: Role | None,
    profiles: Iterable[Path],
    ask: Ask | None,
    choose: Choose | None,
    ask_order: AskOrder | None,
    dry_run: bool,
) -> Reader:
    """The reader of a workspace; raises InputError where a profile is not in order."""
    folder = workspace.folder or workspace.database.parent
    return Reader(
        catalogue=workspace.catalogue,
        folder=folder / FOLDER,
        role=role,
        given=tuple(read_profile(file) for file in profiles),
        ask=ask,
        choose=choose,
        ask_order=ask_order,
        dry_run=dry_run,
    )


def _doubtful(found: Sequence[Doubt]) -> tuple[Finding, ...]:
    return tuple(
        Finding(code="column-doubtful", column=each.heading, facts=each.field)
        for each in best(found)
    )
