"""Wordings of questions and options."""

import pytest

from digikunta_cli.importing.questions import Wordings, bare

WORDINGS = Wordings.of(
    [
        ("commitment", ("Sitoudumme jakamaan verkostolle tulokset ja avointa dataa",)),
        ("saving", ("Toteutunut säästö (€/vuosi)",)),
        ("title", ("Kokeilun nimi",)),
        ("stage", ("Kokeilun vaihe",)),
    ]
)


@pytest.mark.parametrize(
    "heading",
    [
        "Toteutunut säästö (€/vuosi)",
        "8. Toteutunut säästö",
        "TOTEUTUNUT\u00a0SÄÄSTÖ :",
        " 8) Toteutunut säästö*",
    ],
)
def test_numbering_remarks_and_blanks_do_not_matter(heading: str) -> None:
    """A heading is known by its words alone."""
    assert WORDINGS.exact(heading) == "saving"


def test_a_heading_cut_by_the_tool_is_known_by_its_beginning() -> None:
    """Some tools cut long headings."""
    assert WORDINGS.find("Sitoudumme jakamaan verkostolle...") == "commitment"


def test_one_word_more_is_near_enough() -> None:
    """A word more or less does not hide a long question."""
    assert (
        WORDINGS.find("Sitoudumme jakamaan verkostolle kaikki tulokset ja avointa dataa")
        == "commitment"
    )


def test_an_unsure_heading_is_no_question() -> None:
    """What could be two questions, or none, is left alone."""
    assert WORDINGS.find("Kokeilun") is None
    assert WORDINGS.find("Kahvitoive") is None
    assert WORDINGS.find(" : ") is None


def test_bare_text_keeps_a_heading_that_is_all_brackets() -> None:
    """Nothing is left of a heading only where nothing was there."""
    assert bare("(avoin)") == "avoin"
    assert bare("5 000–20 000") == "5 000 20 000"
