"""`digikunta match --explain` and `--why-not`, as a coordinator reads them."""

from pathlib import Path

import pytest

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

PARTICIPATION = "Osallistuminen ja vaikuttaminen"


def test_each_mentor_is_explained(shortage: Digikunta) -> None:
    """All are in the JSON; its own and the next best stand side by side."""
    pair = shortage("match", "--format", "json").json["pairs"][0]
    arguments = ("match", "--explain", str(pair["experimenter"]))
    candidates = shortage(*arguments, "--format", "json").json
    by_status = {each["status"]: each for each in candidates}
    said = shortage(*arguments, "--format", "table").out

    assert len(candidates) == 7
    assert by_status["paired"]["mentor"] == pair["mentor"]
    assert by_status["paired"]["cost"] is None
    taken = by_status["taken"]
    assert len(taken["taken_by"]) == taken["seats"]
    assert taken["cost"]["covered"] <= 0
    assert by_status["nothing-in-common"]["rules"] == ["nothing-in-common"]
    assert sum(each["score"] for each in candidates) == sum(
        sum(each["parts"].values()) for each in candidates
    )
    assert "It has the pair." in said
    assert "seats are taken" in said
    assert "Not shown: no common topic and no text alike (3)." in said
    assert max(map(len, said.splitlines())) <= 80


def test_one_left_without_is_told_the_cause_and_what_would_help(shortage: Digikunta) -> None:
    """Before the mentors are looked at."""
    left = shortage("match", "--format", "json").json["unmatched"][0]
    said = shortage("match", "--explain", str(left["experimenter"]), "--format", "table").out

    assert f"It is left without a mentor: {left['text']}" in said
    assert left["cure"]["text"] in said
    assert "and without a mentor:" in " ".join(said.split())


def test_why_not_answers_for_one_mentor(shortage: Digikunta) -> None:
    """It has the pair, a rule forbids it, or the price is told with who moves."""
    pair = shortage("match", "--format", "json").json["pairs"][0]
    arguments = ("match", "--explain", str(pair["experimenter"]))
    answers = {
        each["status"]: shortage(*arguments, "--why-not", str(each["mentor"]))
        for each in shortage(*arguments, "--format", "json").json
    }

    assert answers["paired"].out.strip() == "It has the pair."
    assert "They have no common topic" in answers["nothing-in-common"].out
    assert "To pair them:" in answers["taken"].out


def test_the_price_is_what_the_pair_changes(shortage: Digikunta) -> None:
    """Made by hand, the pair gives the total and coverage that were told."""
    matched = shortage("match", "--format", "json").json
    left = matched["unmatched"][0]["experimenter"]
    mentor = matched["unmatched"][0]["cure"]["mentor"]
    asked = ("match", "--explain", str(left), "--why-not", str(mentor), "--format", "json")
    cost = shortage(*asked).json["cost"]
    proposal = next(each for each in matched["pairs"] if each["mentor"] == mentor)
    assert shortage("reject", str(proposal["id"])).code == 0

    assert cost["covered"] == 0
    assert {"experimenter": left, "from": [], "to": [mentor]} in cost["moves"]
    assert set(cost["gains"]) == {left} and len(cost["loses"]) == 1


def test_why_not_is_asked_rightly(shortage: Digikunta) -> None:
    """An experimenter's id first, then a mentor's; nothing else."""
    people = shortage("list", "--format", "json").json
    mine, other = (
        next(str(each["id"]) for each in people if each["role"] == role)
        for role in ("experimenter", "mentor")
    )

    for arguments in (
        ("--why-not", other),
        ("--explain", other, "--why-not", other),
        ("--explain", mine, "--why-not", mine),
        ("--explain", other),
    ):
        result = shortage("match", *arguments)
        assert (result.code, result.out) == (2, ""), arguments


@pytest.mark.parametrize("option", [("--policy", "fair"), ("--min-load", "1")])
@pytest.mark.parametrize("way", [("--explain", "1"), ("--repeat", "1")])
def test_terms_go_with_a_round_that_is_chosen_only(
    shortage: Digikunta, way: tuple[str, str], option: tuple[str, str]
) -> None:
    """What explains or repeats goes by the terms of a round that was; others are refused."""
    result = shortage("match", *way, *option)

    assert (result.code, result.out) == (2, "")
    assert f"{way[0]} and {option[0]} cannot be asked for at once." in result.err


def test_an_overbooked_mentor_is_told_with_its_own_seats(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """A mentor who takes back seats keeps its settled pairs, which are no seats."""
    wanting = [experimenter(name, topics=PARTICIPATION) for name in ("Salo", "Lohja", "Pori")]
    digikunta("import", write(tmp_path / "k.csv", wanting))
    for seats, file in (("2", "v.csv"), ("1", "w.csv")):
        helper = mentor(topics=PARTICIPATION, capacity=seats)
        digikunta("import", write(tmp_path / file, [helper], role=Role.MENTOR))
        pairs = digikunta("match", "--format", "json").json["pairs"]
        digikunta("accept", *(str(each["id"]) for each in pairs if each["state"] == "proposed"))
    (left,) = digikunta("match", "--format", "json").json["unmatched"]
    (choice,) = digikunta("match", "--explain", str(left["experimenter"]), "--format", "json").json

    assert (choice["seats"], len(choice["taken_by"])) == (1, 2)
    assert "it has 1 seat and 2 on it: " in choice["text"]


def test_before_any_matching_the_next_one_is_told(shortage: Digikunta) -> None:
    """Without proposals nobody has a pair yet."""
    candidates = shortage("match", "--explain", "1", "--format", "json").json

    assert "paired" not in {each["status"] for each in candidates}
    assert [e["text"] for e in candidates if e["status"] == "next"] == [
        "The next matching would propose this pair."
    ]


def test_free_seats_settled_pairs_and_quiet_ones_are_told(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Whatever stands between two who are allowed has its sentence."""
    wanting = [
        experimenter(topics=PARTICIPATION, need="Neuvonta verkossa"),
        experimenter("Lohja", topics=PARTICIPATION, support="Kokeilurahoitus"),
    ]
    helpers = [
        mentor(topics=PARTICIPATION, capacity="1"),
        mentor("Espoo", topics=PARTICIPATION, capacity="3"),
        mentor("Kuopio", topics=PARTICIPATION, capacity="0"),
    ]
    digikunta("import", write(tmp_path / "k.csv", wanting))
    digikunta("import", write(tmp_path / "v.csv", helpers, role=Role.MENTOR))
    people = {e["organisation"]: e for e in digikunta("list", "--format", "json").json}
    ids = {name: each["id"] for name, each in people.items()}
    (pair,) = digikunta("match", "--format", "json").json["pairs"]
    other = next(ids[name] for name in ("Vaasa", "Espoo") if ids[name] != pair["mentor"])

    def asked(experimenter: str, mentor: int) -> str:
        found = digikunta(
            *("match", "--explain", str(ids[experimenter])),
            *("--why-not", str(mentor), "--format", "json"),
        ).json
        return str(found["text"])

    assert people["Lohja"]["wanted"] == 0
    assert "free seat. To pair them" in asked("Salo", other)
    assert "asks for no mentor" in asked("Lohja", other)
    assert "it has no seats" in asked("Salo", ids["Kuopio"])
    assert digikunta("accept", str(pair["id"])).code == 0
    assert "Settled pairs leave no room" in asked("Salo", other)


def test_one_and_several_are_said_rightly(digikunta: Digikunta, tmp_path: Path) -> None:
    """One seat of one mentor for two, and nobody else to look at."""
    wanting = [experimenter(name, topics=PARTICIPATION) for name in ("Salo", "Lohja")]
    digikunta("import", write(tmp_path / "k.csv", wanting))
    only = mentor(topics=PARTICIPATION, capacity="1")
    digikunta("import", write(tmp_path / "v.csv", [only], role=Role.MENTOR))
    (left,) = digikunta("match", "--format", "json").json["unmatched"]
    said = digikunta("match", "--explain", str(left["experimenter"]), "--format", "table").out

    assert left["cure"]["text"] == "One more seat at Vaasa could help."
    assert "its only seat is taken" in said
    assert "Not shown" not in said


def test_what_was_not_told_is_said_to_count_half(digikunta: Digikunta, tmp_path: Path) -> None:
    """A missing answer neither wins nor loses a pair, and is seen beside the points."""
    digikunta("import", write(tmp_path / "k.csv", [experimenter("Salo", topics=PARTICIPATION)]))
    digikunta("import", write(tmp_path / "v.csv", [mentor(topics=PARTICIPATION)], role=Role.MENTOR))
    id = next(
        each["id"]
        for each in digikunta("list", "--format", "json").json
        if each["role"] == "experimenter"
    )
    (choice,) = digikunta("match", "--explain", str(id), "--format", "json").json
    said = digikunta("match", "--explain", str(id), "--format", "table").out

    assert "hours" in choice["not_told"]
    assert "Not told, so counted half: " in said
