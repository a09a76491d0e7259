"""The invented sample exports keep the shape that the demo and other tests rely on."""

import csv
import io
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data"
OLDER = "kokeilijat_60.csv"
NEWER = "kokeilijat_60_uusi.csv"
MENTORS = "vaikuttajat_7.csv"
EXPERIMENTER_EXAMPLE = "kokeilijat_webropol.csv"
MENTOR_EXAMPLE = "vaikuttajat_msforms.csv"
EXPERIMENTERS = (EXPERIMENTER_EXAMPLE, OLDER, NEWER)
EVERY_FILE = (*EXPERIMENTERS, MENTOR_EXAMPLE, MENTORS)

ORGANISATION = "1. Ilmoittautuvan kunnan tai organisaation nimi"
TITLE = "5. Kokeilun nimi"
EXPERIMENTER_MAIL = "3. Yhteyshenkilö: Sähköposti"
SUPPORT_BY_MENTOR = (
    "15. Mitä tukea kokeilu tarvitsee?: Kokeilukummi, mentori tai sparraaja kunnasta tai muualta"
)
SEATS = "Kuinka montaa kokeilijaa voitte sparrata samaan aikaan?"
MARK = "Aineiston tyyppi"
OPTION_QUESTIONS = ("6. ", "15. ", "17. ")
OPEN_ANSWER = "(avoin vastaus)"

# One registered municipality of each region, by the region's official code (21 is Åland).
BY_REGION = {
    "01": "Lohjan kaupunki",
    "02": "Loimaan kaupunki",
    "04": "Rauman kaupunki",
    "05": "Riihimäen kaupunki",
    "06": "Kangasalan kunta",
    "07": "Hollolan kunta",
    "08": "Haminan kaupunki",
    "09": "Lappeenrannan kaupunki",
    "10": "Mikkelin kaupunki",
    "11": "Varkauden kaupunki",
    "12": "Liperin kunta",
    "13": "Jämsän kaupunki",
    "14": "Kurikan kaupunki",
    "15": "Korsholms kommun",
    "16": "Kaustisen kunta",
    "17": "Limingan kunta",
    "18": "Sotkamon kunta",
    "19": "Kittilän kunta",
    "21": "Jomala kommun",
}


def rows(name: str) -> list[dict[str, str]]:
    """The answers of a sample export by their headings; a row of the wrong width is refused."""
    text = (DATA / name).read_bytes().decode("utf-8-sig")
    headings, *cells = csv.reader(io.StringIO(text, newline=""), delimiter=";", strict=True)
    return [dict(zip(headings, each, strict=True)) for each in cells]


def head(name: str) -> bytes:
    """The first line of a file with its byte order mark, if any, and its line end."""
    return (DATA / name).read_bytes().splitlines(keepends=True)[0]


def identity(row: dict[str, str]) -> tuple[str, str]:
    """What makes an experimenter's registration the same one in two rows."""
    return row[ORGANISATION], row[TITLE]


@pytest.mark.parametrize(
    ("name", "example"),
    [(OLDER, EXPERIMENTER_EXAMPLE), (NEWER, EXPERIMENTER_EXAMPLE), (MENTORS, MENTOR_EXAMPLE)],
)
def test_headings_are_those_of_the_example(name: str, example: str) -> None:
    """A second set has the headings of the first to the byte, mark and line end included."""
    assert head(name) == head(example)


def test_experimenter_exports_are_marked_utf_8_with_windows_line_ends() -> None:
    """The experimenters' exports start with a byte order mark and have CRLF throughout."""
    contents = [(DATA / name).read_bytes() for name in EXPERIMENTERS]

    assert all(content.startswith(b"\xef\xbb\xbf") for content in contents)
    assert all(content.count(b"\n") == content.count(b"\r\n") for content in contents)


@pytest.mark.parametrize(
    ("name", "expected"),
    [(EXPERIMENTER_EXAMPLE, 28), (MENTOR_EXAMPLE, 27), (OLDER, 64), (NEWER, 72), (MENTORS, 7)],
)
def test_rows_are_as_many_as_promised(name: str, expected: int) -> None:
    """Each sample export has its known number of rows, all of full width."""
    assert len(rows(name)) == expected


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_row_is_marked_as_invented(name: str) -> None:
    """No row can be taken for a real registration."""
    assert {row[MARK] for row in rows(name)} == {"SYNTEETTINEN"}


@pytest.mark.parametrize("name", EVERY_FILE)
def test_every_mail_address_is_in_the_reserved_domain(name: str) -> None:
    """No address of the samples can ever reach anyone."""
    cells = [cell for row in rows(name) for cell in row.values() if "@" in cell]

    assert len(cells) == len(rows(name))
    assert [cell for cell in cells if not cell.endswith(".example")] == []


@pytest.mark.parametrize("name", EVERY_FILE)
def test_answer_ids_are_unique(name: str) -> None:
    """The form tool gives every answer an id of its own."""
    ids = [next(iter(row.values())) for row in rows(name)]

    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("name", EXPERIMENTERS)
def test_option_columns_hold_one_zero_or_nothing(name: str) -> None:
    """A column of an option says chosen, not chosen or not answered, and nothing else."""
    options = [
        cell
        for row in rows(name)
        for heading, cell in row.items()
        if heading.startswith(OPTION_QUESTIONS)
        and ": " in heading
        and not heading.endswith(OPEN_ANSWER)
    ]

    assert set(options) == {"0", "1", ""}


def test_older_export_has_sixty_registrations_and_four_repeats() -> None:
    """Sixty experiments are live; three rows correct an earlier one and one doubles it."""
    identities = [identity(row) for row in rows(OLDER)]

    assert len(set(identities)) == 60
    assert len(identities) - len(set(identities)) == 4


def test_repeats_come_from_the_same_contact() -> None:
    """A later row of an experiment is a correction by the same person, not a rival claim."""
    for name in (OLDER, NEWER):
        contacts = {(identity(row), row[EXPERIMENTER_MAIL]) for row in rows(name)}

        assert len(contacts) == len({identity(row) for row in rows(name)})


def test_newer_export_leaves_out_one_answer_and_changes_no_other() -> None:
    """An answer keeps its id and its content from one export to the next."""
    newer = {row["Vastaus-ID"]: row for row in rows(NEWER)}
    gone = [row for row in rows(OLDER) if row["Vastaus-ID"] not in newer]
    kept = [row for row in rows(OLDER) if row["Vastaus-ID"] in newer]

    assert [identity(row)[0] for row in gone] == ["Mänttä-Vilppulan kaupunki"]
    assert kept == [newer[row["Vastaus-ID"]] for row in kept]


def test_newer_export_adds_five_registrations_and_four_changes() -> None:
    """Nine answers came after the older export: five new experiments, four known ones."""
    known = {identity(row) for row in rows(OLDER)}
    ids = {row["Vastaus-ID"] for row in rows(OLDER)}
    added = [identity(row) for row in rows(NEWER) if row["Vastaus-ID"] not in ids]

    assert len([each for each in added if each not in known]) == 5
    assert len([each for each in added if each in known]) == 4


def test_every_region_has_an_experimenter() -> None:
    """All eighteen regions of the mainland and Åland are there."""
    assert len(BY_REGION) == 19
    assert set(BY_REGION.values()) <= {row[ORGANISATION] for row in rows(OLDER)}


def test_mentors_have_fewer_seats_than_experimenters_ask_for() -> None:
    """As in the programme, some experimenters are left without a mentor."""
    asking = {identity(row) for row in rows(OLDER) if row[SUPPORT_BY_MENTOR] != "0"}
    seats = [int(row[SEATS]) for row in rows(MENTORS)]

    assert (min(seats), max(seats), sum(seats)) == (3, 9, 38)
    assert len(asking) == 54
