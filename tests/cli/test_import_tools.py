"""`digikunta import` over exports of several tools and languages."""

from pathlib import Path
from typing import Any

import pytest

from tests.conftest import EXPERIMENTERS, MENTORS, Digikunta
from tests.importing.shapes import write

FINNISH = {
    "Vastaus-ID": "7",
    "Vastausaika": "26.9.2016 9:14",
    "Ilmoittautuvan kunnan tai organisaation nimi": "Porvoon kaupunki",
    "Organisaation tyyppi": "kunta",
    "Yhteyshenkilö: Sähköposti": "aino@porvoo.example",
    "Kokeilun nimi": "Chattbot",
    "Mihin aiheisiin kokeilu liittyy?: Uudet palveluinnovaatiot": "1",
    "Mihin aiheisiin kokeilu liittyy?: Osallistuminen ja vaikuttaminen": "0",
    "Mikä tarve tai ongelma kokeilulla ratkaistaan?": "Jono är lång",
    "Mitä kokeillaan ja miten toiminta muuttuu?": "En robot svarar",
    "Kokeilun vaihe": "suunnitteilla",
    "Mitä tukea kokeilu tarvitsee?: Teemoittaisia tilaisuuksia": "1",
    "Sitoudumme jakamaan verkostolle kokeilun tulokset, onnistumiset ja epäonnistumiset"
    " sekä tietoa ja avointa dataa": "kyllä",
    "Yhteystietomme saa jakaa digikehitysverkostolle": "vain koordinaattorille",
}
SWEDISH = {
    "ID": "3",
    "Starttid": "2016-09-26 09:10",
    "Slutförandetid": "2016-09-26 09:14",
    "E-post": "anonymous",
    "Namn": "",
    "Ändrades senast klockan": "",
    "Namnet på kommunen eller organisationen som anmäler sig": "Borgå stad",
    "Typ av organisation": "kommun",
    "Kontaktperson: e-post": "aino@porvoo.example",
    "Försökets namn": "Chattbot",
    "Vilka teman gäller försöket?": "Nya serviceinnovationer;",
    "Vilket behov eller problem löses med försöket?": "Jono är lång",
    "Vad prövas och hur förändras verksamheten?": "En robot svarar",
    "Försökets skede": "planeras",
    "Vilket stöd behöver försöket?": "Temaspecifika tillställningar;",
    "Vi förbinder oss att dela försökets resultat, framgångar och misslyckanden samt"
    " information och öppna data med nätverket": "ja",
    "Våra kontaktuppgifter får delas med digiutvecklingsnätverket": "endast till koordinatorn",
}


def table(*answers: dict[str, str]) -> list[list[str]]:
    """Answers below the headings of the first."""
    return [list(answers[0]), *(list(each.values()) for each in answers)]


def meanings(version: dict[str, Any]) -> dict[str, object]:
    """What an answer means, but for its organisation's name, which is in its language."""
    return {
        name: answer["text"] if answer["value"] is None else answer["value"]
        for name, answer in version["answers"].items()
        if name != "organisation"
    }


def test_twins_of_one_form_are_one_registration(digikunta: Digikunta, tmp_path: Path) -> None:
    """The same answers in Finnish and in Swedish, in one run, are one identity and one content."""
    finnish = write(table(FINNISH), tmp_path / "fi.csv")
    swedish = write(table(SWEDISH), tmp_path / "sv.csv")
    files = digikunta("import", finnish, swedish, "--format", "json").json["files"]
    (only,) = digikunta("list", "--format", "json").json
    shown = digikunta("show", str(only["id"]), "--format", "json").json[0]
    first, second = map(meanings, shown["versions"])

    assert [(f["tool"], f["language"], f["rows"]) for f in files] == [
        ("Webropol", "fi", 1),
        ("Microsoft Forms", "sv", 1),
    ]
    assert (only["municipalities"], only["topics"]) == (["638"], ["innovations"])
    assert first == second


def test_the_first_sentence_says_what_the_file_is(digikunta: Digikunta, tmp_path: Path) -> None:
    """The tool, the language and the number of answers; each file by its name where several."""
    swedish = write(table(SWEDISH), tmp_path / "sv.csv")
    one = digikunta("import", swedish, "--dry-run", "--format", "plain").out
    many = digikunta("import", EXPERIMENTERS, MENTORS, "--dry-run", "--format", "plain").out
    bare = write(
        table({key: text for key, text in FINNISH.items() if not key.startswith("Vastaus")}),
        tmp_path / "bare.csv",
    )

    assert one.splitlines()[0].endswith("Microsoft Forms, Swedish, one answer")
    assert "kokeilijat_webropol.csv: Webropol, Finnish, 28 answers" in many.splitlines()[0]
    assert "vaikuttajat_msforms.csv: Microsoft Forms, Finnish, 27 answers" in many.splitlines()[1]
    assert "unknown form tool, Finnish" in digikunta("import", bare, "--dry-run").out


@pytest.mark.parametrize("account", ["anonymous", "sihteeri@porvoo.example"])
def test_an_account_is_nobodys_identity(digikunta: Digikunta, tmp_path: Path, account: str) -> None:
    """One account on every row keeps the organisations apart, and is kept nowhere."""
    rows = [
        {
            **SWEDISH,
            "E-post": account,
            "Namnet på kommunen eller organisationen som anmäler sig": name,
            "Kontaktperson: e-post": f"{name.casefold()}@kunta.example",
        }
        for name in ("Lohja", "Espoo", "Vaasa")
    ]
    path = write(table(*rows), tmp_path / "sv.csv")
    sheet = digikunta("import", path, "--format", "json").json["files"][0]
    listed = digikunta("list", "--format", "json").json

    assert (sheet["new"], sheet["repeated"], len(listed)) == (3, 0, 3)
    assert account.encode() not in (tmp_path / "network.db").read_bytes()


@pytest.mark.parametrize(
    ("order", "expected"),
    [("dmy", "2016-09-08"), ("mdy", "2016-08-09"), (None, None)],
)
def test_dates_that_could_be_either_are_answered(
    digikunta: Digikunta, tmp_path: Path, order: str | None, expected: str | None
) -> None:
    """The finding names the option, and the option decides."""
    path = write(
        table({**SWEDISH, "Starttid": "8/9/16 9:10", "Slutförandetid": "8/9/16 9:14"}),
        tmp_path / "sv.csv",
    )
    option = ["--dates", order] if order else []
    sheet = digikunta("import", path, *option, "--format", "json").json["files"][0]
    told = [each["text"] for each in sheet["findings"] if each["code"] == "dates-ambiguous"]
    at = digikunta("show", "1", "--format", "json").json[0]["versions"][-1]["answered_at"]

    assert (at and at[:10]) == expected
    assert ["--dates dmy or --dates mdy" in text for text in told] == ([] if order else [True])


def test_statements_of_a_matrix_are_kept_as_extras(digikunta: Digikunta, tmp_path: Path) -> None:
    """A column headed by its bare statement says nothing of the question above it."""
    path = write(table({**SWEDISH, "Ledningen stöder försöket": "4"}), tmp_path / "sv.csv")
    digikunta("import", path)
    shown = digikunta("show", "1", "--format", "json").json[0]["versions"][-1]

    assert shown["extras"] == {"Ledningen stöder försöket": "4"}
