"""A profile: what each column of one form answers, as one YAML file that a person may edit."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import itemgetter
from pathlib import Path

from digikunta_cli.errors import InputError
from digikunta_cli.history import CONSENTS
from digikunta_cli.importing.answers import YES_OR_NO
from digikunta_cli.importing.dates import Order
from digikunta_cli.importing.form import Form, mapped, questions_of
from digikunta_cli.importing.given import EXTRA, IGNORE, KEPT_TOOL_COLUMNS, with_given
from digikunta_cli.importing.grid import Row
from digikunta_cli.importing.heading_rows import first_readings
from digikunta_cli.importing.headings import tidy
from digikunta_cli.importing.questions import Kind, Question
from digikunta_cli.model import Role
from digikunta_cli.strict_yaml import Node, parse, read_bytes
from digikunta_cli.topics import TOPIC_KEYS, Catalogue

_PARTS = ("fingerprint", "heading_row", "dates", "values")
_LONGEST = 400
"""Longer names of columns could not stand before a colon."""
_LAST_ROW = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What the columns of a form answer; a word is a field, a kept column, extra or ignore."""

    file: str
    """The name of the profile's own file."""
    role: Role
    columns: Mapping[str, str]
    """Name of a column -> word, in the order of the form."""
    heading_row: int = 1
    dates: Order = None
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What answers mean: by field, text -> option key."""

    @property
    def fingerprint(self) -> str:
        """The same for the same headings in any order."""
        return fingerprint(tuple(self.columns))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Headings that were found in a sheet: their names, and the index of the row below them."""

    headings: tuple[str, ...]
    names: tuple[str, ...]
    start: int
    row: int
    """The number of the headings' row, of the lower one where they are in two."""

    @property
    def fingerprint(self) -> str:
        """The same for the same headings in any order."""
        return fingerprint(self.names)


def column_names(headings: Sequence[str]) -> tuple[str, ...]:
    """A name of its own for each column: its heading, its number where that is blank or known."""
    names: dict[str, None] = {}
    for index, heading in enumerate(map(tidy, headings)):
        name = heading[:_LONGEST].strip() or f"({index + 1})"
        while name in names:
            name = f"{name} ({index + 1})"
        names[name] = None
    return tuple(names)


def fingerprint(names: Sequence[str]) -> str:
    """What tells one set of headings from another."""
    return hashlib.sha256("\n".join(sorted(names)).encode()).hexdigest()[:16]


def places(rows: Sequence[Row]) -> tuple[Place, ...]:
    """Every place in the first rows of a sheet where headings may stand."""
    return tuple(place_of(rows, headings, start) for headings, start in first_readings(rows))


def place_of(rows: Sequence[Row], headings: Sequence[str], start: int) -> Place:
    """The place of headings whose answers begin at an index."""
    return Place(
        headings=tuple(headings),
        names=column_names(headings),
        start=start,
        row=rows[start - 1][0],
    )


def fitting(profile: Profile, found: Sequence[Place]) -> Place | None:
    """The place whose columns are those of the profile, in whatever order; None where none is."""
    wanted = set(profile.columns)
    fit = [each for each in found if set(each.names) == wanted]
    return max(fit, key=lambda each: each.row == profile.heading_row, default=None)


def form_of(profile: Profile, place: Place, catalogue: Catalogue) -> Form:
    """The form that a profile makes of headings."""
    form = mapped(place.headings, catalogue, profile.role)
    given = {index: profile.columns[name] for index, name in enumerate(place.names)}
    return replace(with_given(form, given), values=profile.values)


def difference(profile: Profile, found: Sequence[Place]) -> tuple[list[str], list[str]] | None:
    """New and gone columns where the headings are most alike; None where nothing is."""
    known = set(profile.columns)
    common, nearest = max(
        ((len(known.intersection(each.names)), each) for each in found), key=itemgetter(0)
    )
    if not common:
        return None
    new = [name for name in nearest.names if name not in known]
    return new, [name for name in profile.columns if name not in nearest.names]


def read_profile(path: Path) -> Profile:
    """Read a profile; raises InputError with file, line and key where it is not in order."""
    parts = _top(path).section(required=("role", "columns"), allowed=_PARTS)
    role = Role(_word(parts["role"], [*Role]))
    row, dates = parts.get("heading_row"), parts.get("dates")
    return Profile(
        file=path.name,
        role=role,
        columns=_columns(parts["columns"], role),
        heading_row=row.integer(least=1, most=_LAST_ROW) if row else 1,
        dates=_word(dates, ["dmy", "mdy"]) if dates else None,
        values=_values(parts["values"], role) if "values" in parts else {},
    )


def _top(path: Path) -> Node:
    try:
        return parse(read_bytes(path), file=path.name)
    except InputError as error:
        if error.code != "yaml-sections-missing":
            raise
        raise InputError("profile-no-sections", **error.facts) from None


def _columns(node: Node, role: Role) -> dict[str, str]:
    """The words of the columns; only a consent and questions of several answers have several."""
    nodes = _named(node)
    allowed = words_for(role)
    columns = {name: _word(each, allowed) for name, each in nodes.items()}
    taken: set[str] = set()
    for name, word in columns.items():
        if word in taken:
            raise InputError(
                "profile-field-doubled", file=node.file, line=nodes[name].line, key=word
            )
        if word not in (EXTRA, IGNORE) and not _has_several(role, word):
            taken.add(word)
    if "organisation" not in taken:
        node.refuse("profile-organisation-missing")
    return columns


def _values(node: Node, role: Role) -> dict[str, dict[str, str]]:
    choices = {
        name: keys for name, question in questions_of(role).items() if (keys := keys_of(question))
    }
    return {
        name: {text: _word(each, choices[name]) for text, each in _named(part).items()}
        for name, part in node.section(allowed=choices).items()
    }


def _named(node: Node) -> Mapping[str, Node]:
    """The parts of a section whose names are anything."""
    return node.section(allowed=node.value if isinstance(node.value, Mapping) else ())


def keys_of(question: Question) -> tuple[str, ...]:
    """What an answer to a question may mean; empty where it means itself."""
    if question.kind is Kind.YES_NO:
        return YES_OR_NO
    if question.kind is Kind.TOPICS:
        return TOPIC_KEYS
    return tuple(option.key for option in question.options)


def words_for(role: Role) -> tuple[str, ...]:
    """What may stand after a column in a profile of a role."""
    return (*questions_of(role), *KEPT_TOOL_COLUMNS, EXTRA, IGNORE)


def _has_several(role: Role, field: str) -> bool:
    question = questions_of(role).get(field)
    is_many = question is not None and question.kind in (Kind.MANY, Kind.TOPICS)
    return is_many or field in CONSENTS


def _word(node: Node, choices: Sequence[str]) -> str:
    text = node.text()
    if text not in choices:
        raise InputError(
            "yaml-word-unknown",
            file=node.file,
            line=node.line,
            key=node.key,
            choices=", ".join(choices),
        )
    return text
