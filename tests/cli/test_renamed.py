"""What `import` says of an experiment whose title changed under the number of its answer."""

from functools import partial
from pathlib import Path
from typing import Any

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import TIME, experimenter, mentor, write

TOWNS = ("Salo", "Lohja", "Turku", "Oulu")


def changes(digikunta: Digikunta, file: Path) -> list[dict[str, Any]]:
    """The changes that importing a file tells."""
    found: list[dict[str, Any]] = digikunta("import", file, "--format", "json").json["files"][0][
        "changes"
    ]
    return found


def test_an_experiment_with_another_title_and_the_same_number_may_be_renamed(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """It is another registration, but both lines ask, and the titles stand side by side."""
    changes(digikunta, write(tmp_path / "first.csv", map(experimenter, TOWNS)))
    later = {TIME: "2.10.2016 9:00"}
    second = [*map(experimenter, TOWNS[:3]), experimenter("Oulu", title="Chatbotti", **later)]
    file = write(tmp_path / "second.csv", second)
    dry = digikunta("import", file, "--dry-run", "--format", "md").out
    told = changes(digikunta, file)
    again = changes(digikunta, file)

    line = (
        "gone from the file: renamed? (same answer number) | experiment | Etäneuvonta | Chatbotti"
    )
    assert line in dry
    assert "| new registration: renamed? (same answer number) |" in dry
    assert [(c["kind"], c["old"], c["new"], c["renamed"]) for c in told] == [
        ("gone", "Etäneuvonta", "Chatbotti", True),
        ("new", None, None, True),
    ]
    assert [(c["kind"], c["renamed"]) for c in again] == [("gone", True)]


def test_another_number_or_organisation_is_no_renaming(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """A withdrawal and a new registration are what they are."""
    changes(digikunta, write(tmp_path / "first.csv", map(experimenter, TOWNS)))
    later = {TIME: "2.10.2016 9:00"}
    second = [
        *map(experimenter, TOWNS[:2]),
        experimenter("Oulu", title="Chatbotti", **later),
        experimenter("Kemi", **later),
    ]
    told = changes(digikunta, write(tmp_path / "second.csv", second))

    assert {each["kind"] for each in told} == {"gone", "new"}
    assert not any(each["renamed"] for each in told)


def test_the_same_title_with_the_same_number_is_no_renaming(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Another contact and another content make it another registration of the same title."""
    changes(digikunta, write(tmp_path / "first.csv", map(experimenter, TOWNS)))
    other = experimenter(
        "Oulu",
        contact_email="keksitty@oulu.example",
        need="Jonot kasvavat",
        plan="Robotti vastaa",
        **{TIME: "2.10.2016 9:00"},
    )
    told = changes(
        digikunta, write(tmp_path / "second.csv", [*map(experimenter, TOWNS[:3]), other])
    )

    assert [(each["kind"], each["renamed"]) for each in told] == [("gone", False), ("new", False)]


def test_mentors_have_no_title_to_change(digikunta: Digikunta, tmp_path: Path) -> None:
    """An organisation whose mentor went and came back with another contact is two."""
    write_mentors = partial(write, role=Role.MENTOR)
    changes(digikunta, write_mentors(tmp_path / "first.csv", map(mentor, TOWNS)))
    other = mentor(
        "Oulu",
        contact_email="keksitty@oulu.example",
        solution="Robotti vastaa",
        **{TIME: "2.10.2016 9:00"},
    )
    told = changes(
        digikunta, write_mentors(tmp_path / "second.csv", [*map(mentor, TOWNS[:3]), other])
    )

    assert [(each["kind"], each["renamed"]) for each in told] == [("gone", False), ("new", False)]
