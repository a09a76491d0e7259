"""The same answers come out of every form tool's shape."""

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from digikunta_cli.importing.exports import Sheet, read_export
from digikunta_cli.topics import Catalogue, find_file, load
from tests.conftest import DATA, EXPERIMENTERS, MENTORS
from tests.importing import shapes
from tests.importing.shapes import Answers, Table, answers_of, write

SAMPLES = [
    EXPERIMENTERS,
    MENTORS,
    *(DATA / name for name in ("kokeilijat_60.csv", "vaikuttajat_7.csv")),
]
SHAPES: dict[str, tuple[str | None, Callable[[Answers], Table]]] = {
    "limesurvey": ("LimeSurvey", shapes.limesurvey),
    "surveymonkey": ("SurveyMonkey", shapes.surveymonkey),
    "google": ("Google Forms", shapes.google),
    "typeform": ("Typeform", shapes.typeform),
    "colon, own text": (
        "Webropol",
        partial(
            shapes.webropol,
            ticked=str,
            heading="{q}:{option}",
            other="{q}:Muu, mikä? Avoimet vastaukset",
        ),
    ),
    "dash, x": (
        "Webropol",
        partial(
            shapes.webropol,
            ticked=lambda option: "x",
            heading="{q} - {option}",
            other="{q} - Other (please specify)",
        ),
    ),
    "brackets, Kyllä": (
        "Webropol",
        partial(
            shapes.webropol,
            ticked=lambda option: "Kyllä",
            heading="{q} [{option}]",
            other="{q} [Muu]",
        ),
    ),
    "colon, 1.0, the text beside the question": (
        "Webropol",
        partial(
            shapes.webropol,
            ticked=lambda option: "1.0",
            heading="{q}: {option}",
            other="{q} Avoimet vastaukset",
        ),
    ),
}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The topics that come with the program."""
    return load(find_file(None))


def content(sheet: Sheet) -> list[tuple[str, object, object]]:
    """What every registration of a sheet says, and when."""
    return [(r.content_hash(), r.answered_at, r.role) for r in sheet.registrations]


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("shape", SHAPES)
def test_the_same_registrations_come_out_of_every_shape(
    sample: Path, shape: str, catalogue: Catalogue, tmp_path: Path
) -> None:
    """Word for word, with the times of the answers, whatever the tool."""
    tool, rewrite = SHAPES[shape]
    table = rewrite(answers_of(sample, catalogue))
    expected = read_export(sample, catalogue).sheets[0]
    sheet = read_export(write(table, tmp_path / "export.csv"), catalogue).sheets[0]

    assert (sheet.tool, sheet.language) == (tool, "fi")
    assert content(sheet) == content(expected)


@pytest.mark.parametrize("shape", SHAPES)
def test_titles_above_and_an_index_before_change_nothing(
    shape: str, catalogue: Catalogue, tmp_path: Path
) -> None:
    """Title rows are passed over; a column without a heading and a remark are extras."""
    table = SHAPES[shape][1](answers_of(MENTORS, catalogue))
    plain = read_export(write(table, tmp_path / "plain.csv"), catalogue).sheets[0]
    heads = 2 if shape == "surveymonkey" else 1
    marked = [
        *[["", *row, "Huom" if number == 0 else ""] for number, row in enumerate(table[:heads])],
        *[[str(number), *row, "soita"] for number, row in enumerate(table[heads:], start=1)],
    ]
    titled = [["Ilmoittautumiset 2016"], ["", "Vain virkakäyttöön"], [""], *marked]
    sheet = read_export(write(titled, tmp_path / "titled.csv"), catalogue).sheets[0]

    assert [each.answers for each in sheet.registrations] == [
        each.answers for each in plain.registrations
    ]
    assert {each.extras["Huom"] for each in sheet.registrations} == {"soita"}
    assert [each.extras["(1)"] for each in sheet.registrations] == [
        str(number) for number in range(1, sheet.rows + 1)
    ]


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_columns_does_not_matter(
    seed: int, catalogue: Catalogue, tmp_path: Path
) -> None:
    """Shuffled columns of one export hold the same registrations."""
    table = shapes.limesurvey(answers_of(EXPERIMENTERS, catalogue))
    order = list(range(len(table[0])))
    random.Random(seed).shuffle(order)
    shuffled = [[row[index] for index in order] for row in table]
    first = read_export(write(table, tmp_path / "a.csv"), catalogue).sheets[0]
    second = read_export(write(shuffled, tmp_path / "b.csv"), catalogue).sheets[0]

    assert content(first) == content(second)
