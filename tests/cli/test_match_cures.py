"""What would serve those left without a mentor, as a coordinator reads it."""

from pathlib import Path

from digikunta_cli.model import Role
from tests.conftest import Digikunta
from tests.invented import experimenter, mentor, write

PARTICIPATION = "Osallistuminen ja vaikuttaminen"


def test_everyone_left_has_a_cause_and_a_cure(shortage: Digikunta) -> None:
    """Each with its figures and a sentence, and the network's cures the best first."""
    matched = shortage("match", "--format", "json").json
    left = {each["experimenter"] for each in matched["unmatched"]}

    assert len(left) == matched["summary"]["unmatched"] > 0
    assert all(each["cure"]["kind"] == "seat" for each in matched["unmatched"])
    assert all(each["cure"]["text"].endswith(".") for each in matched["unmatched"])
    best = matched["cures"]
    assert [each["gain"] for each in best] == sorted((e["gain"] for e in best), reverse=True)
    assert all(len(e["experimenters"]) == e["gain"] <= e["seats"] for e in best)
    assert all(left.issuperset(each["experimenters"]) for each in best)


def test_the_best_cures_are_told_where_those_left_are(shortage: Digikunta) -> None:
    """In the matching and in the report, three of them in words."""
    matched = shortage("match", "--format", "table").out
    reported = shortage("report", "--format", "table").out

    for said in (matched, reported):
        told = said[said.index("What would help most, each by itself:") :]
        assert told.index("One more mentor in e-services") < told.index("One more seat at Espoo")
    cures = shortage("report", "--format", "json").json["cures"]
    assert [each["kind"] for each in cures] == ["mentor", "mentor", "seat"]


def test_a_seat_that_is_added_serves_as_many_as_was_told(shortage: Digikunta) -> None:
    """The gain is what the next matching comes to."""
    matched = shortage("match", "--format", "json").json
    (best, *_others) = [each for each in matched["cures"] if each["kind"] == "seat"]
    compared = shortage("match", "--add-seat", str(best["mentor"]), "--format", "json").json

    assert compared["then"]["covered"] == matched["summary"]["covered"] + best["gain"]


def test_a_seat_serves_those_who_are_named(shortage: Digikunta) -> None:
    """Points decide who gets it, so the round with the seat says whom it would serve."""
    matched = shortage("match", "--format", "json").json
    served = {each["experimenter"] for each in matched["pairs"]}

    for cure in (each for each in matched["cures"] if each["kind"] == "seat"):
        compared = shortage("match", "--add-seat", str(cure["mentor"]), "--format", "json").json
        came = {each["experimenter"] for each in compared["new"]} - served
        assert came == set(cure["experimenters"])


def test_nothing_is_told_where_nobody_is_left(digikunta: Digikunta, tmp_path: Path) -> None:
    """No cures in the matching, none in the report."""
    digikunta(
        "import",
        write(tmp_path / "k.csv", [experimenter()]),
        write(tmp_path / "v.csv", [mentor()], role=Role.MENTOR),
    )
    matched = digikunta("match", "--format", "json").json

    assert (matched["summary"]["covered"], matched["cures"]) == (1, [])
    assert "would help most" not in digikunta("match", "--format", "table").out
    assert "would help most" not in digikunta("report", "--format", "table").out


def test_a_mentor_who_does_not_commit_is_the_cure(digikunta: Digikunta, tmp_path: Path) -> None:
    """Its promise would do, and with it the matching serves as many as was told."""
    wanting = [experimenter(name, topics=PARTICIPATION) for name in ("Salo", "Lohja")]
    unsure = mentor(topics=PARTICIPATION, commitment="ei")
    digikunta("import", write(tmp_path / "k.csv", wanting))
    digikunta("import", write(tmp_path / "v.csv", [unsure], role=Role.MENTOR))
    said = "If Vaasa commits to sharing results, it could serve 2 more experimenters: Lohja, Salo."
    hoped = "If Vaasa commits to sharing results, it could help."
    matched = digikunta("match", "--format", "json").json

    assert [each["cure"]["text"] for each in matched["unmatched"]] == [hoped] * 2
    assert {each["cause"] for each in matched["unmatched"]} == {"forbidden"}
    assert "commitment: Vaasa" in digikunta("match", "--format", "table").out
    assert said in digikunta("report", "--format", "plain").out


def test_who_told_no_topic_is_to_be_asked(digikunta: Digikunta, tmp_path: Path) -> None:
    """What would serve it is not a mentor but an answer."""
    silent = experimenter(title="Robotti", need="Laskut", plan="Tiliöidään laskut")
    helpers = [mentor(topics=PARTICIPATION), mentor("Espoo", solution="Varaukset verkossa")]
    digikunta("import", write(tmp_path / "k.csv", [silent]))
    digikunta("import", write(tmp_path / "v.csv", helpers[1:], role=Role.MENTOR))
    (alone,) = digikunta("match", "--format", "json").json["unmatched"]
    digikunta("import", write(tmp_path / "w.csv", helpers, role=Role.MENTOR))
    (served,) = digikunta("match", "--format", "json").json["unmatched"]

    assert alone["cure"] == {
        "kind": "topic",
        "seats": 0,
        "gain": 0,
        "text": "Ask which topic it is about, and set it: digikunta topics set ID KEY.",
    }
    assert (served["cure"]["topic"], served["cure"]["gain"]) == ("participation", 1)
    assert "with participation" in served["cure"]["text"]
    assert "ask for its topic" in digikunta("match", "--format", "table").out
    said = digikunta("match", "--explain", "1", "--format", "table").out
    assert "Ask which topic it is about" in said


def test_a_cure_goes_with_the_mentor_it_speaks_of(shortage: Digikunta) -> None:
    """Once the imports are taken back the report tells nothing of them."""
    assert shortage("match").code == 0
    assert shortage("undo").code == 0

    assert shortage("report", "--format", "json").json["cures"] == []


def test_one_more_mentor_is_named_by_what_it_should_be(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Where nobody is in the topic: topic, language and seats, in words and in the JSON."""
    wanting = [
        experimenter(name, topics=PARTICIPATION, contact_language="ruotsi")
        for name in ("Närpes", "Jomala")
    ]
    helper = mentor(topics="Uudet palveluinnovaatiot", solution="Varaukset", capacity="2")
    digikunta("import", write(tmp_path / "k.csv", wanting))
    digikunta("import", write(tmp_path / "v.csv", [helper], role=Role.MENTOR))
    (best,) = digikunta("match", "--format", "json").json["cures"]

    assert best == {
        "kind": "mentor",
        "topic": "participation",
        "language": "sv",
        "seats": 2,
        "gain": 2,
        "text": "One more mentor in participation who speaks Swedish (with 2 seats, the median)"
        " would serve 2 more experimenters: Jomala, Närpes.",
        "experimenters": [2, 1],
    }
    said = " ".join(digikunta("match", "--format", "table").out.split())
    assert "one more mentor:" in said
