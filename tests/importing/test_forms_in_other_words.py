"""Both forms are known by their questions, in Swedish and English too."""

from pathlib import Path

import pytest

from digikunta_cli.importing.form import Target, questions_of, recognise
from digikunta_cli.importing.questions import Kind
from digikunta_cli.model import Role
from digikunta_cli.topics import Catalogue, find_file, load


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The topics that come with the program."""
    return load(find_file(None))


SWEDISH = {
    Role.MENTOR: {
        "Namnet på kommunen eller organisationen som anmäler sig": "organisation",
        "Typ av organisation": "organisation_type",
        "Kontaktperson: namn": "contact_name",
        "Kontaktperson: e-post": "contact_email",
        "Önskat kontaktspråk": "contact_language",
        "Inom vilka teman kan ni vara påverkare eller sparrare?": "topics",
        "Beskriv förändringen i verksamhetssättet och den digitala lösning"
        " som användes": "solution",
        "Förändringens skede": "stage",
        "Uppnådd besparing (€/år)": "saving",
        "Vad grundar sig besparingen på?": "saving_basis",
        "Annan nytta (kunder, personal)": "other_benefits",
        "Vad lyckades inte eller vad skulle ni göra annorlunda?": "lessons",
        "Hurdant stöd kan ni erbjuda experimenterarna?": "support",
        "Hur många experimenterare kan ni sparra samtidigt?": "capacity",
        "Hur många timmar per månad?": "hours",
        "För kommuner av vilken storlek passar er erfarenhet?": "sizes",
        "På vilka språk kan ni sparra?": "languages",
        "Om ni anmäler er tillsammans med andra, räkna upp de övriga": "partners",
        "Vårt exempel får publiceras i nätverkets material": "publish",
        "Deltagande i kommunsektorns digispurtsundersökning": "digikiri",
        "Vi förbinder oss att dela resultat, framgångar och misslyckanden samt information"
        " och öppna data med nätverket": "commitment",
        "Våra kontaktuppgifter får delas med digiutvecklingsnätverket": "sharing",
        "Idéer, frågor och önskemål": "ideas",
    },
    Role.EXPERIMENTER: {
        "Namnet på kommunen eller organisationen som anmäler sig": "organisation",
        "Försökets namn": "title",
        "Vilka teman gäller försöket?": "topics",
        "Vilket serviceområde gäller försöket?": "service_area",
        "Vilket behov eller problem löses med försöket?": "need",
        "Vad prövas och hur förändras verksamheten?": "plan",
        "Försökets skede": "stage",
        "Beräknad start (mm/åååå)": "start",
        "Form för genomförandet": "form",
        "Övriga deltagande kommuner och samarbetsparter": "partners",
        "Vilket stöd behöver försöket?": "support",
        "Hurdan kompetens eller sparring söker ni?": "expertise",
        "Vad är viktigt för er hos sparraren?": "important",
        "Antal ärenden per år": "volume",
        "Genomsnittligt pris på en arbetstimme (€)": "hour_price",
        "Engångskostnader (€)": "one_off_cost",
        "Egen bedömning av besparingen (€/år)": "own_estimate",
        "Hur mäts kundupplevelsen?": "customer_experience",
        "Behöver försöket finansiering?": "funding",
    },
}


@pytest.mark.parametrize("role", list(Role))
def test_a_swedish_form_is_recognised(role: Role, catalogue: Catalogue) -> None:
    """Its role, its language, and every question of it."""
    headings = ["ID", "Starttid", "Slutförandetid", "E-post", "Namn", *SWEDISH[role]]
    form = recognise(headings, catalogue)

    assert form is not None
    assert (form.role, form.tool.tool, form.language) == (role, "Microsoft Forms", "sv")
    assert {headings[i]: target.field for i, target in form.targets.items()} == SWEDISH[role]
    assert form.extras == {}


@pytest.mark.parametrize("role", list(Role))
def test_every_wording_of_every_question_is_found(role: Role, catalogue: Catalogue) -> None:
    """Whatever the language, with numbering and a colon."""
    organisation = questions_of(role)["organisation"].wordings[0]
    for field, question in questions_of(role).items():
        for wording in question.wordings:
            form = recognise([organisation, f" 7. {wording}:"], catalogue, role=role)
            found = form.targets.get(1) if form else None
            if field != "organisation":
                assert found == Target(field), wording


@pytest.mark.parametrize("role", list(Role))
def test_every_wording_of_every_option_is_found(role: Role, catalogue: Catalogue) -> None:
    """As a column of its own, in each of the ways that tools write it."""
    organisation = questions_of(role)["organisation"].wordings[0]
    for question in questions_of(role).values():
        if question.kind is not Kind.MANY:
            continue
        for option in question.options:
            for wording in option.wordings:
                for heading in (
                    f"{question.wordings[0]}: {wording}",
                    f"{question.wordings[0]} [{wording}]",
                ):
                    form = recognise([organisation, heading], catalogue, role=role)
                    assert form is not None
                    assert form.targets[1].option == option.key, heading


def test_every_wording_of_a_topic_is_found(catalogue: Catalogue) -> None:
    """Official ones and those of press releases, in three languages."""
    for topic in catalogue.topics:
        for wording in (*topic.names.values(), *topic.all_variants()):
            form = recognise(
                ["Kunta tai organisaatio", f"Mihin aiheisiin kokeilu liittyy?: {wording}"],
                catalogue,
                role=Role.EXPERIMENTER,
            )
            assert form is not None
            assert form.targets[1].option == topic.key, wording


def test_headings_of_another_form_are_no_registration_form(catalogue: Catalogue) -> None:
    """A feedback form that asks for the organisation too is none."""
    assert recognise(["Organisaation nimi", "Ikä", "Palaute", "Kokeilun nimi"], catalogue) is None
    assert recognise([], catalogue) is None


def test_doubled_headings_are_kept_apart(catalogue: Catalogue, tmp_path: Path) -> None:
    """The first answers the question, the others are extras with a number."""
    form = recognise(
        ["Kunta tai organisaatio", "Huom", "Huom", "Huom", "Kokeilun nimi", "Kokeilun nimi"],
        catalogue,
        role=Role.EXPERIMENTER,
    )
    assert form is not None
    assert form.extras == {1: "Huom", 2: "Huom (2)", 3: "Huom (3)", 5: "Kokeilun nimi"}
