"""Consents are taken only where they were asked in known words and answered without a doubt."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.history import CONSENTS
from digikunta_cli.importing.form import Target, questions_of, recognise
from digikunta_cli.importing.guessing import doubts
from digikunta_cli.importing.registrations import Gathered, gather
from digikunta_cli.model import Answer, Finding, Role
from digikunta_cli.topics import Catalogue, find_file, load

ORGANISATION = "Kunta tai organisaatio"
SHARING = "Yhteystietomme saa jakaa digikehitysverkostolle"
COMMITMENT = (
    "Sitoudumme jakamaan verkostolle tulokset, onnistumiset ja epäonnistumiset"
    " sekä tietoa ja avointa dataa"
)
NEGATED = (
    "Vi förbinder oss inte att dela resultat, framgångar och misslyckanden samt information"
    " och öppna data med nätverket"
)
CATALOGUE = load(find_file(None))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The topics that come with the program."""
    return CATALOGUE


def target(heading: str, catalogue: Catalogue) -> Target | None:
    """What a heading asks for certain in the experimenter's form."""
    form = recognise([ORGANISATION, heading], catalogue, role=Role.EXPERIMENTER)
    assert form is not None
    return form.targets.get(1)


def answered(catalogue: Catalogue, headings: Mapping[int, str], *cells: str) -> Gathered:
    """What one row of answers to these headings comes to."""
    form = recognise([ORGANISATION, *headings.values()], catalogue, role=Role.EXPERIMENTER)
    assert form is not None
    return gather([(2, ("Turku", *cells))], form, catalogue)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Yhteystietomme ei saa jakaa digikehitysverkostolle", "sharing"),
        ("Våra kontaktuppgifter får inte delas med digiutvecklingsnätverket", "sharing"),
        ("Contacts may not be shared", "sharing"),
        ("Contacts may be shared with the press", "sharing"),
        (f"{SHARING} ja medialle", "sharing"),
        (f"Ei: {SHARING}", "sharing"),
        (COMMITMENT.replace("Sitoudumme", "Emme sitoudu"), "commitment"),
        (f"Emme sitoudu jakamaan verkostolle tulokset, onnistumiset {'.' * 3}", "commitment"),
        (NEGATED, "commitment"),
        (f"{COMMITMENT} (ei koske kuntaamme)", "commitment"),
        ("Kokeilumme ei saa julkaista verkoston aineistoissa", "publish"),
    ],
)
def test_a_consent_in_other_words_is_doubtful(
    catalogue: Catalogue, heading: str, field: str
) -> None:
    """A negation or a wider purpose near to the known words is no certain consent, but told."""
    form = recognise([ORGANISATION, heading], catalogue, role=Role.EXPERIMENTER)
    assert form is not None

    assert 1 not in form.targets
    found = doubts(form, [(2, ("Turku", "kyllä")), (3, ("Salo", "ei"))], catalogue)
    assert field in [each.field for each in found]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        (f"12. {SHARING}. *", "sharing"),
        (f"{SHARING} (kyllä / ei)", "sharing"),
        (f"{SHARING} (2)", "sharing"),
        (f"{SHARING}2", "sharing"),
        ("Yhteystietomme saa jakaa digi...", "sharing"),
        (f"{SHARING} / Contacts may be shared", "sharing"),
        (f"Lopuksi: {SHARING}", "sharing"),
        (f"Sivu 4 / Kysymys 20: {COMMITMENT}", "commitment"),
        ("May be published (pakollinen)", "publish"),
    ],
)
def test_a_consent_in_its_very_words_is_certain(
    catalogue: Catalogue, heading: str, field: str
) -> None:
    """Numbers, marks, a title, a cut and a twin in another language change no consent."""
    assert target(heading, catalogue) == Target(field)


@given(
    st.sampled_from(CONSENTS),
    st.sampled_from(["ei", "emme", "inte", "not", "medialle"]),
    st.data(),
)
def test_a_word_put_into_a_consent_makes_it_unsure(
    field: str, word: str, data: st.DataObject
) -> None:
    """Wherever it stands."""
    wording = data.draw(st.sampled_from(questions_of(Role.EXPERIMENTER)[field].wordings))
    told = wording.split()
    place = data.draw(st.integers(0, len(told)))

    assert target(" ".join([*told[:place], word, *told[place:]]), CATALOGUE) is None


def test_a_ticked_sentence_with_a_reservation_is_unclear(catalogue: Catalogue) -> None:
    """What stands in brackets may take back what the sentence says."""
    reserved = answered(catalogue, {1: COMMITMENT}, f"{COMMITMENT} (ei koske kuntaamme)")

    assert reserved.registrations[0].value("commitment") is None
    assert "answer-unclear" in [each.code for each in reserved.findings]


def test_two_columns_of_one_consent_that_disagree_are_unclear(catalogue: Catalogue) -> None:
    """No one of them wins, and the row is told."""
    twice = {1: COMMITMENT, 2: COMMITMENT}
    gathered = answered(catalogue, twice, "kyllä", "ei")

    assert gathered.registrations[0].answers["commitment"] == Answer("kyllä; ei")
    assert gathered.registrations[0].extras == {}
    assert (
        Finding(code="answer-unclear", row=2, column=COMMITMENT, value="kyllä; ei")
        in gathered.findings
    )


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("", "kyllä"), Answer("kyllä", True)),
        (("ei", ""), Answer("ei", False)),
        (("kyllä", "ja"), Answer("kyllä", True)),
    ],
)
def test_two_columns_of_one_consent_that_agree_count(
    catalogue: Catalogue, cells: tuple[str, str], expected: Answer
) -> None:
    """Where only one is filled that one counts."""
    gathered = answered(catalogue, {1: SHARING, 2: "Contacts may be shared"}, *cells)

    assert gathered.registrations[0].answers["sharing"] == expected
    assert "answer-unclear" not in [each.code for each in gathered.findings]


def test_an_unclear_answer_is_told_by_its_own_column(catalogue: Catalogue) -> None:
    """The heading above the cell that is filled, not that of the blank one."""
    gathered = answered(catalogue, {1: SHARING, 2: "Contacts may be shared"}, "", "ehkä")

    told = [each.column for each in gathered.findings if each.code == "answer-unclear"]
    assert told == ["Contacts may be shared"]


def test_two_columns_about_publishing_that_disagree_are_unclear(catalogue: Catalogue) -> None:
    """A choice among several is a consent too."""
    gathered = answered(catalogue, {1: "May be published", 2: "May be published"}, "yes", "no")

    assert gathered.registrations[0].answers["publish"] == Answer("yes; no")
    assert [each.value for each in gathered.findings if each.code == "answer-unclear"] == [
        "yes; no"
    ]


@pytest.mark.parametrize(
    ("text", "expected"), [("Kyllä, sitoudumme.", True), ("Kyllä, sitoudumme osittain", None)]
)
def test_an_own_word_for_yes_is_no_yes_with_a_reservation(
    catalogue: Catalogue, text: str, expected: bool | None
) -> None:
    """What a form's own words mean counts for those very words."""
    form = recognise([ORGANISATION, COMMITMENT], catalogue, role=Role.EXPERIMENTER)
    assert form is not None
    own = replace(form, values={"commitment": {"kyllä sitoudumme": "yes"}})
    gathered = gather([(2, ("Turku", text))], own, catalogue)

    assert gathered.registrations[0].value("commitment") is expected
