"""A profile as a file: what is written is read again, and what is odd is refused with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.errors import InputError
from digikunta_cli.importing.given import KEPT_TOOL_COLUMNS, with_given, word_of
from digikunta_cli.importing.profile import (
    Profile,
    column_names,
    difference,
    fitting,
    form_of,
    places,
    read_profile,
)
from digikunta_cli.importing.profile_text import profile_text
from digikunta_cli.locale import use_language
from digikunta_cli.model import Role
from tests.importing.exports import CATALOGUE

GOOD = 'role: mentor\ncolumns:\n  "Kunta": organisation\n  Aihe: topics\n  Teema: topics\n'


def written(folder: Path, text: str) -> Path:
    """A profile with this content."""
    file = folder / "a.yaml"
    file.write_text(text, encoding="utf-8")
    return file


@given(headings=st.lists(st.text(max_size=500), max_size=6), role=st.sampled_from(Role))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, headings: list[str], role: Role
) -> None:
    """Whatever the headings hold, each column keeps a name of its own and its word."""
    use_language("en")
    names = column_names([*headings, "Kunta"])
    columns = {**dict.fromkeys(names, "extra"), names[-1]: "organisation"}
    values = {"commitment": {"OK; ei": "yes", "#": "no"}, "topics": {"a: b": "other"}}
    profile = Profile(
        file="a.yaml", role=role, columns=columns, heading_row=3, dates="mdy", values=values
    )
    file = written(
        tmp_path_factory.mktemp("p"), profile_text(profile, guesses=dict.fromkeys(names, "ideas"))
    )

    assert len(set(names)) == len(headings) + 1
    assert read_profile(file) == profile
    assert list(read_profile(file).columns) == list(names)


def test_a_profile_may_be_written_by_hand(tmp_path: Path) -> None:
    """Only role and columns are needed, and a question of several answers has several columns."""
    profile = read_profile(written(tmp_path, GOOD))

    assert (profile.role, profile.heading_row, profile.dates) == (Role.MENTOR, 1, None)
    assert profile.columns == {"Kunta": "organisation", "Aihe": "topics", "Teema": "topics"}


@pytest.mark.parametrize(
    ("text", "code", "line", "key"),
    [
        ("", "profile-no-sections", 1, ""),
        ("role: [mentor", "yaml-syntax", 1, ""),
        ("role: mentor\n", "yaml-key-missing", 1, "columns"),
        ("role: pilot\ncolumns:\n  A: organisation\n", "yaml-word-unknown", 1, "role"),
        ("role: mentor\ncolumns: organisation\n", "yaml-section-expected", 2, "columns"),
        ("role: mentor\ncolumns:\n  A: organization\n", "yaml-word-unknown", 3, "columns.A"),
        ("role: mentor\ncolumns:\n  A: title\n", "yaml-word-unknown", 3, "columns.A"),
        ("role: mentor\ncolumns:\n  A: extra\n", "profile-organisation-missing", 2, "columns"),
        (f"{GOOD}  B: organisation\n", "profile-field-doubled", 6, "organisation"),
        (f"{GOOD}dates: ymd\n", "yaml-word-unknown", 6, "dates"),
        (f"{GOOD}heading_row: first\n", "yaml-number-bad", 6, "heading_row"),
        (f"{GOOD}values:\n  solution:\n    A: b\n", "yaml-key-unknown", 7, "values.solution"),
        (f"{GOOD}values:\n  topics:\n    A: b\n", "yaml-word-unknown", 8, "values.topics.A"),
        (f"{GOOD}rows: 1\n", "yaml-key-unknown", 6, "rows"),
    ],
)
def test_what_is_odd_is_refused_with_its_line(
    tmp_path: Path, text: str, code: str, line: int, key: str
) -> None:
    """File, line and key, so that it can be mended."""
    with pytest.raises(InputError) as refused:
        read_profile(written(tmp_path, text))

    facts = refused.value.facts
    assert (refused.value.code, facts["file"], facts["line"], facts["key"]) == (
        code,
        "a.yaml",
        line,
        key,
    )


def test_columns_fit_in_any_order_below_any_title() -> None:
    """The row that the profile names wins where headings stand twice."""
    profile = Profile(
        file="a", role=Role.MENTOR, columns={"Kunta": "organisation", "B": "extra"}, heading_row=4
    )
    rows = ((1, ("Raportti",)), (3, ("B", "Kunta")), (4, ("Kunta", "B")), (5, ("Salo", "x")))
    place = fitting(profile, places(rows))

    assert place is not None
    assert (place.row, place.start, place.names) == (4, 3, ("Kunta", "B"))
    assert place.fingerprint == profile.fingerprint
    assert fitting(profile, places(rows[:1])) is None
    assert difference(profile, places(rows[:1])) is None
    assert difference(profile, places(((1, ("Kunta", "C", "D")),))) == (["C", "D"], ["B"])


def test_the_word_of_a_column_wins_over_what_it_tells_by_itself() -> None:
    """A field, a column that is kept beside the fields, an extra, or nothing."""
    columns = {
        "Vastausaika": "extra",
        "Lähetetty": "answered_at",
        "Vastaus-ID": "ignore",
        "Kunnan nimi": "ignore",
        "Seutu": "organisation",
        "Missä aiheissa voitte toimia vaikuttajana tai sparraajana? [muu, mikä?]": "topics",
        "Teemanne": "topics",
        "Last page": "ignore",
    }
    profile = Profile(file="a", role=Role.MENTOR, columns=columns)
    place = fitting(profile, places(((1, tuple(columns)),)))
    assert place is not None
    form = form_of(profile, place, CATALOGUE)

    assert [word_of(form, index) for index in range(len(columns))] == list(columns.values())
    assert form.extras == {0: "Vastausaika"}
    assert form.tool.column("answered_at") == 1
    assert form.tool.column("response_id") is None
    assert form.targets[5].option == "other"
    assert with_given(form, {}) == form
    assert KEPT_TOOL_COLUMNS == ("answered_at", "response_id")
