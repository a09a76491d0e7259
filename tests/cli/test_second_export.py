"""What `import` says of a newer export of a form that is known already."""

from pathlib import Path
from typing import Any

from digikunta_cli.model import Role
from tests.conftest import DATA, Digikunta
from tests.invented import TIME, experimenter, mentor, write

TOWNS = ("Salo", "Lohja", "Turku", "Oulu")


def changes(digikunta: Digikunta, *arguments: str | Path) -> list[dict[str, Any]]:
    """The changes that importing tells of its last sheet."""
    result = digikunta("import", *arguments, "--format", "json")
    assert result.code == 0, result.err
    found: list[dict[str, Any]] = result.json["files"][-1]["changes"]
    return found


def kinds(told: list[dict[str, Any]]) -> set[tuple[str, str, str | None]]:
    """Organisation, kind and field of each change."""
    return {(each["organisation"], each["kind"], each["field"]) for each in told}


def test_a_first_export_has_no_changes_to_tell(digikunta: Digikunta, tmp_path: Path) -> None:
    """Everything is new, which the counts say."""
    file = write(tmp_path / "first.csv", map(experimenter, TOWNS))

    assert changes(digikunta, file) == []


def test_new_changed_again_and_gone_are_told(digikunta: Digikunta, tmp_path: Path) -> None:
    """By organisation, with what an answer was and is."""
    changes(digikunta, write(tmp_path / "first.csv", map(experimenter, TOWNS)))
    later = {TIME: "2.10.2016 9:00"}
    second = [
        experimenter("Salo"),
        experimenter("Lohja", months="9", **later),
        experimenter("Turku", **later),
        experimenter("Kemi", **later),
    ]
    told = changes(digikunta, write(tmp_path / "second.csv", second))

    assert kinds(told) == {
        ("Lohja", "changed", "months"),
        ("Turku", "again", None),
        ("Kemi", "new", None),
        ("Oulu", "gone", None),
    }
    assert [(c["registration"], c["old"], c["new"]) for c in told if c["field"]] == [(2, 6, 9)]
    assert len(digikunta("list", "--format", "json").json) == 5


def test_consent_comes_first_and_fields_are_told_as_data(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Consent and commitment stand before all else; options are keys, blank is null."""
    changes(digikunta, write(tmp_path / "first.csv", map(experimenter, TOWNS)))
    topics = "Osallistuminen ja vaikuttaminen"
    second = [
        experimenter("Lohja", months="9", topics=topics),
        experimenter("Turku", commitment="", sharing="ei"),
        experimenter("Oulu"),
    ]
    file = write(tmp_path / "second.csv", second)
    told = changes(digikunta, file, "--dry-run")
    shown = digikunta("import", file, "--format", "md").out

    assert [(c["organisation"], c["field"], c["old"], c["new"]) for c in told] == [
        ("Turku", "commitment", True, None),
        ("Turku", "sharing", True, False),
        ("Lohja", "months", 6, 9),
        ("Lohja", "topics", None, ["participation"]),
        ("Salo", None, None, None),
    ]
    assert "| commits to share | yes | not told |" in shown
    assert "| topics | not told | participation |" in shown
    assert "withdrawn?" in shown


def test_personal_answers_are_only_said_to_have_changed(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Contacts, free texts, and answers to questions that no field takes."""
    first = experimenter(ideas="Vanha salaisuus", Muuta="Eka lisäys", contact_language="suomi")
    second = experimenter(
        ideas="Uusi salaisuus",
        Muuta="Toka lisäys",
        contact_language="ruotsi",
        contact_name="Kalle Keksitty",
    )
    changes(digikunta, write(tmp_path / "first.csv", [first]))
    file = write(tmp_path / "second.csv", [second])
    table = digikunta("import", file, "--dry-run", "--format", "md").out
    result = digikunta("import", file, "--format", "json")
    told = result.json["files"][0]["changes"]

    assert {c["field"] for c in told} == {"ideas", "Muuta", "contact_language", "contact_name"}
    assert all(c["old"] is None and c["new"] is None for c in told)
    for out in (table, result.out):
        assert not any(word in out for word in ("salaisuus", "lisäys", "Kalle", "Aino", "ruotsi"))


def test_a_number_that_was_not_understood_is_told_as_written(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """No value stands in for it."""
    changes(digikunta, write(tmp_path / "first.csv", [experimenter()]))
    told = changes(digikunta, write(tmp_path / "second.csv", [experimenter(months="vielä auki")]))

    assert [(c["field"], c["old"], c["new"]) for c in told] == [("months", 6, "vielä auki")]


def test_an_old_export_says_that_its_answers_were_kept_once(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """What is kept as an earlier version is not said to have been here already."""
    newer = experimenter(months="9", **{TIME: "2.10.2016 9:00"})
    digikunta("import", write(tmp_path / "new.csv", [newer]))
    old = write(tmp_path / "old.csv", [experimenter()])
    first = digikunta("import", old, "--format", "md").out
    second = digikunta("import", old, "--format", "md").out

    assert "No answer changed; those that are older or were sent again were kept as well." in first
    assert "here already" not in first
    assert "Everything was here already; nothing changed." in second


def test_a_file_of_another_form_lists_nobody_as_gone(digikunta: Digikunta, tmp_path: Path) -> None:
    """Less than half of the earlier file in it: it is not a newer export of that form."""
    changes(digikunta, write(tmp_path / "first.csv", map(experimenter, TOWNS)))
    other = write(tmp_path / "other.csv", [experimenter("Kemi"), experimenter("Salo")])

    assert kinds(changes(digikunta, other)) == {("Kemi", "new", None)}


def test_who_moved_to_another_file_of_the_same_import_is_not_gone(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """All files of one import are looked at together."""
    changes(digikunta, write(tmp_path / "first.csv", map(experimenter, TOWNS)))
    one = write(tmp_path / "one.csv", map(experimenter, TOWNS[:2]))
    two = write(tmp_path / "two.csv", map(experimenter, TOWNS[2:]))

    assert changes(digikunta, one, two) == []
    assert kinds(changes(digikunta, one)) == {("Turku", "gone", None), ("Oulu", "gone", None)}


def test_an_older_export_lists_nobody_as_gone_who_answered_after_it(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """It cannot know them."""
    rows = [experimenter(town, **{TIME: f"{n}.9.2016 9:00"}) for n, town in enumerate(TOWNS, 1)]
    changes(digikunta, write(tmp_path / "new.csv", rows))

    assert changes(digikunta, write(tmp_path / "old.csv", rows[:3])) == []
    assert kinds(changes(digikunta, write(tmp_path / "newer.csv", rows[1:]))) == {
        ("Salo", "gone", None)
    }


def test_a_mentors_export_says_nothing_of_experimenters(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Roles have forms of their own."""
    changes(digikunta, write(tmp_path / "first.csv", map(experimenter, TOWNS)))
    mentors = write(tmp_path / "mentors.csv", map(mentor, TOWNS[:2]), role=Role.MENTOR)

    assert changes(digikunta, mentors) == []


def test_a_dry_run_gives_nobody_an_id(digikunta: Digikunta, tmp_path: Path) -> None:
    """Who is new has no id before it is kept."""
    changes(digikunta, write(tmp_path / "first.csv", [experimenter()]))
    second = write(tmp_path / "second.csv", [experimenter(), experimenter("Kemi")])
    (dry,) = changes(digikunta, second, "--dry-run")
    (kept,) = changes(digikunta, second)

    assert (dry["registration"], kept["registration"]) == (None, 2)
    assert {**dry, "registration": 2} == kept


def test_a_later_form_without_the_question_takes_the_earlier_yes_away(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Commitment is never carried over from one answer to another."""
    changes(digikunta, write(tmp_path / "first.csv", [experimenter()]))
    short = {k: v for k, v in experimenter(months="9").items() if k != "commitment"}
    told = changes(digikunta, write(tmp_path / "short.csv", [{**short, TIME: "2.10.2016 9:00"}]))
    (listed,) = digikunta("list", "--format", "json").json

    assert told[0]["field"] == "commitment"
    assert listed["commitment"] is None


def test_the_example_of_a_newer_export_says_who_changed(digikunta: Digikunta) -> None:
    """Five new, four changed, one gone; the changed commitments first."""
    changes(digikunta, DATA / "kokeilijat_60.csv")
    told = changes(digikunta, DATA / "kokeilijat_60_uusi.csv")

    assert [c["field"] for c in told[:3]] == ["commitment", "commitment", "sharing"]
    assert {(c["kind"], c["registration"]) for c in told} == {
        *(("new", id) for id in range(61, 66)),
        *(("changed", id) for id in {c["registration"] for c in told if c["field"]}),
        ("gone", next(c["registration"] for c in told if c["kind"] == "gone")),
    }
    assert len({c["registration"] for c in told if c["kind"] == "changed"}) == 4


def test_how_a_registration_is_called_is_shown_before_and_after(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """The names of organisations and experiments are nobody's personal answers."""
    changes(digikunta, write(tmp_path / "first.csv", [experimenter()]))
    second = experimenter("Salon kaupunki", title="ETÄNEUVONTA", contact_email="aino@salo.example")
    told = changes(digikunta, write(tmp_path / "second.csv", [second]))

    assert {(c["field"], c["old"], c["new"]) for c in told} == {
        ("organisation", "Salo", "Salon kaupunki"),
        ("title", "Etäneuvonta", "ETÄNEUVONTA"),
    }
