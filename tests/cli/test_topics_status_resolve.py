"""`digikunta topics`, `status` and `resolve` as a coordinator runs them."""

from pathlib import Path

import pytest

from digikunta_cli.services.samples import topics_file
from digikunta_cli.topics import TOPIC_KEYS
from tests.conftest import EXPERIMENTERS, MENTORS, Digikunta


def test_the_topics_are_listed_with_open_texts(network: Digikunta) -> None:
    """Seven topics, and what waits for a decision."""
    assert [each["topic"] for each in network("topics", "--format", "json").json] == list(
        TOPIC_KEYS
    )
    assert "lukion etäopetus" in network("topics").out


def test_a_decision_is_kept_over_later_imports(network: Digikunta) -> None:
    """What a coordinator decided is not overwritten."""
    people = network("list", "--role", "mentor", "--format", "json").json
    kuusamo = next(each for each in people if each["organisation"] == "Kuusamo")
    assert kuusamo["topics"] == ["innovations", "other"]
    assert network("topics", "set", str(kuusamo["id"]), "citizen-centred").code == 0
    network("import", MENTORS, EXPERIMENTERS)
    again = network("list", "--role", "mentor", "--format", "json").json
    after = next(each for each in again if each["organisation"] == "Kuusamo")

    assert after["topics"] == ["innovations", "citizen-centred"]
    assert after["other_topic"] == "lukion etäopetus"


def test_other_is_a_decision_too(network: Digikunta) -> None:
    """Who was looked at and stays "other" waits no longer."""
    before = network("status", "--format", "json").json["undecided_topics"]
    network("topics", "set", "37", "other")

    assert network("status", "--format", "json").json["undecided_topics"] == before - 1
    assert "lukion etäopetus" not in network("topics").out


def test_a_topic_may_be_named_in_any_language(network: Digikunta) -> None:
    """By key or by name; something else is refused."""
    assert network("topics", "set", "1", "Deltagande och påverkning").code == 0
    assert network("topics", "set", "1", "chess").code == 2
    assert network("topics", "set", "999", "other").code == 2


def test_suggestions_follow_the_lines_of_a_file(digikunta: Digikunta, tmp_path: Path) -> None:
    """One object a line, in order; an unclear one has no topic."""
    file = tmp_path / "texts.txt"
    file.write_text("Sähköinen lomake ja verkkoasiointi\n\nxyzzy\n", encoding="utf-8")
    found = digikunta("topics", "suggest", "--file", file, "--format", "json").json

    assert [each["text"] for each in found] == ["Sähköinen lomake ja verkkoasiointi", "", "xyzzy"]
    assert [each["topic"] for each in found] == ["e-services", None, None]
    assert found[0]["candidates"][0][0] == "e-services"


def test_a_coordinators_own_topics_file_wins(
    digikunta: Digikunta, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The copy in the folder where they work, checked strictly."""
    monkeypatch.delenv("DIGIKUNTA_DB")
    own = topics_file().read_text(encoding="utf-8")
    (tmp_path / "topics.yaml").write_text(
        own.replace("Participation and influence", "Taking part", 1), encoding="utf-8"
    )
    assert "Taking part" in digikunta("topics").out
    digikunta("import", EXPERIMENTERS)
    assert (tmp_path / "data" / "digikunta.db").is_file()

    (tmp_path / "topics.yaml").write_text(own + "colour: blue\n", encoding="utf-8")
    result = digikunta("topics")
    assert result.code == 3
    assert "colour" in result.err and "line" in result.err


def test_status_tells_which_command_comes_next(digikunta: Digikunta) -> None:
    """From an empty folder to the report."""
    steps = []
    for command in (None, ["import", EXPERIMENTERS, MENTORS], ["match"], ["accept", "1"]):
        if command:
            assert digikunta(*command).code == 0
        steps.append(digikunta("status", "--format", "json").json["next"])

    assert steps == ["import", "match", "accept", "accept"]


def test_after_undo_the_matching_is_out_of_date(network: Digikunta) -> None:
    """What was matched is no longer what is there; without any import there is none to tell."""
    network("match")
    network("undo")
    standing = network("status", "--format", "json").json

    assert (standing["next"], standing["last_import"]) == ("import", None)


def test_resolve_says_what_names_mean(digikunta: Digikunta, tmp_path: Path) -> None:
    """The contract's fields, one object a name, in order."""
    file = tmp_path / "names.txt"
    file.write_text("Borgå stad\nKokkoola\n", encoding="utf-8")
    found = digikunta(
        "resolve", "Valtimon kunta", "Esimerkki Oy", "--file", file, "--format", "json"
    ).json

    assert [(each["municipalities"], each["how"]) for each in found] == [
        (["541"], "former"),
        ([], "partner"),
        (["638"], "exact"),
        ([], "near"),
    ]
    assert found[1]["type"] == "company"
    assert (found[3]["certain"], found[3]["suggestions"]) == (False, ["272"])
    file.write_bytes("Borgå stad\r\nÄänekoski\r\n".encode("cp1252"))
    old = digikunta("resolve", "--file", file, "--format", "json").json
    assert [each["municipalities"] for each in old] == [["638"], ["992"]]
    assert digikunta("resolve").code == 2
    assert digikunta("resolve", "--file", tmp_path / "none.txt").code == 3
    assert digikunta("resolve", "--file", tmp_path).code == 3
