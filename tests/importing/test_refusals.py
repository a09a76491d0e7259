"""Rows that are no registrations."""

from collections.abc import Mapping

import pytest

from digikunta_cli.importing.form import recognise
from digikunta_cli.importing.refusals import is_test, refusal
from digikunta_cli.model import Finding, Role
from digikunta_cli.topics import Catalogue, find_file, load

HEADINGS = ("Organisaation nimi", "Yhteyshenkilön nimi", "Sähköposti", "Kokeilun nimi")
REAL = ("Espoo", "Aino Esimerkki", "aino@espoo.example", "Chatbotin testaus")


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The topics that come with the program."""
    return load(find_file(None))


def refused(catalogue: Catalogue, changes: Mapping[int, str] = {}) -> Finding | None:
    """Why a row with these cells changed is no registration."""
    form = recognise(HEADINGS, catalogue, role=Role.EXPERIMENTER)
    assert form is not None
    cells = [changes.get(index, cell) for index, cell in enumerate(REAL)]
    return refusal(form)(7, cells)


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (0, "TESTI"),
        (0, "Testikunta"),
        (0, "Test kommun 2"),
        (1, "Testi Testinen"),
        (1, "Test Testsson"),
        (1, "Testaaja"),
        (2, "testi@testi.example"),
        (3, "Test"),
        (3, "testi - vain testi"),
        (3, "This is a test"),
    ],
)
def test_a_test_is_told_by_any_of_its_names(catalogue: Catalogue, column: int, text: str) -> None:
    """The organisation, the contact, the address or the title, in three languages."""
    assert refused(catalogue, {column: text}) == Finding(
        code="row-test", row=7, column=HEADINGS[column]
    )


@pytest.mark.parametrize(
    ("column", "text"),
    [
        (0, "Testimoni Oy"),
        (1, "Anna Test"),
        (2, "testi@espoo.example"),
        (2, "testi"),
        (3, "Robotiikan testaus"),
        (3, "Testi: lomakkeen sähköistäminen"),
        (3, "test " * 20),
        (3, ""),
        (0, "Total Oy"),
    ],
)
def test_who_only_mentions_a_test_is_real(catalogue: Catalogue, column: int, text: str) -> None:
    """Experiments are about testing things."""
    assert refused(catalogue, {column: text}) is None


@pytest.mark.parametrize(
    "text", ["Yhteensä", "Summa:", "Total", "Totalt 28 svar", "Keskiarvo", "Yhteensä 12 kpl"]
)
def test_a_row_of_totals_has_no_address(catalogue: Catalogue, text: str) -> None:
    """By its first filled cell; who gave an address may be called so."""
    assert refused(catalogue, {0: text, 2: ""}) == Finding(code="row-total", row=7)
    assert refused(catalogue, {0: text}) is None
    assert refused(catalogue, {0: "", 1: text, 2: ""}) == Finding(code="row-total", row=7)


def test_a_row_without_an_organisation_is_none(catalogue: Catalogue) -> None:
    """There is nobody to pair; a long first cell is no total."""
    assert refused(catalogue, {0: ""}) == Finding(
        code="organisation-missing", row=7, column=HEADINGS[0]
    )
    assert refused(catalogue, {0: "Yhteensä " * 9, 2: ""}) is None


def test_an_answer_never_sent_is_listed_apart(catalogue: Catalogue) -> None:
    """LimeSurvey and Typeform export what was begun; others have no such rows."""
    for tool, code in (
        (("submitdate", "lastpage"), "row-unfinished"),
        (("#", "Submit Date (UTC)"), "row-unfinished"),
        (("Vastausaika", "Vastaajan tunniste"), None),
    ):
        form = recognise((*tool, *HEADINGS), catalogue, role=Role.EXPERIMENTER)
        assert form is not None
        cells = ["", "", *REAL] if tool[0] != "#" else ["token", "", *REAL]
        finding = refusal(form)(7, cells)
        assert (finding and finding.code) == code


def test_no_name_is_no_test() -> None:
    """A blank says nothing; in Swedish a test may be a "prov"."""
    assert not is_test("")
    assert is_test("prov")
