"""Demand and supply, and peer groups with their hosts, as a coordinator reads them."""

from pathlib import Path

import pytest

from digikunta_cli.model import Role
from tests.conftest import DATA, Digikunta
from tests.invented import experimenter, mentor, write

NEEDS, OWN, ALONE = "Needs in words", "Other topics in their own words", "Without a peer group"


@pytest.fixture(scope="module")
def sixty_matched(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The database of the realistic sample after a matching."""
    from digikunta_cli.__main__ import run

    database = tmp_path_factory.mktemp("sixty") / "network.db"
    files = [str(DATA / name) for name in ("kokeilijat_60.csv", "vaikuttajat_7.csv")]
    assert run(["--db", str(database), "import", *files]) == 0
    assert run(["--db", str(database), "match"]) == 0
    return database.read_bytes()


@pytest.fixture
def sixty(digikunta: Digikunta, tmp_path: Path, sixty_matched: bytes) -> Digikunta:
    """The program beside that database."""
    (tmp_path / "network.db").write_bytes(sixty_matched)
    return digikunta


def test_needs_of_the_sample_are_ranked_by_what_is_short(sixty: Digikunta) -> None:
    """What most exceeds the seats comes first; figures keep within the network's."""
    report = sixty("report", "topics", "--format", "json").json
    needs = report["needs_in_words"]
    short = [need["experimenters"] - need["capacity"] for need in needs]

    assert needs[0] == {
        "need": "rakennusvalvonta",
        "kind": "word",
        "experimenters": 3,
        "unmatched": 0,
        "mentors": 0,
        "capacity": 0,
    }
    assert {"school", "application", "archive"} <= {need["need"] for need in needs}
    assert short == sorted(short, reverse=True)
    assert report["topics"][-1]["capacity"] >= max(need["capacity"] for need in needs)
    assert {topic["text"] for topic in report["other_topics"]} >= {"avoin data", "tietosuoja"}


@pytest.mark.parametrize("format", ["plain", "csv", "md", "html"])
def test_demand_and_supply_are_in_every_format(sixty: Digikunta, format: str) -> None:
    """The section alone has its tables, and says nothing of persons."""
    out = sixty("report", "topics", "--format", format).out

    assert all(title in out for title in ("Topics", NEEDS, OWN))
    assert "rakennusvalvonta" in out
    assert "Peer groups" not in out
    assert ".example" not in out
    assert ("<svg" in out) == (format == "html")


def test_a_topic_is_not_told_to_leave_anybody_without_a_mentor(sixty: Digikunta) -> None:
    """Who is unmatched in a topic may have a pair in another, so its heading says in which."""
    topics = sixty("report", "topics").out
    rows = {row["topic"]: row for row in sixty("report", "--format", "json").json["topics"]}

    assert "\tmatched in it\tunmatched in it\n" in topics
    assert "may have a pair in another" in topics
    assert "may have a pair" not in sixty("report", "topics", "--public").out
    assert rows["other"]["matched"] == 0


def test_other_sections_do_not_read_the_texts(sixty: Digikunta) -> None:
    """Needs in words are found where they are told."""
    assert "needs_in_words" not in sixty("report", "peers", "--format", "json").json


def test_a_network_without_anyone_has_no_pictures(digikunta: Digikunta) -> None:
    """Nothing is drawn of nobody, and the data is whole all the same."""
    out = digikunta("report", "topics", "peers", "--format", "html").out
    data = digikunta("report", "topics", "peers", "--format", "json").json

    assert "<svg" not in out
    assert (data["needs_in_words"], data["other_topics"]) == ([], [])
    assert (data["groups"], data["without_peer"]) == ([], [])


def test_own_topics_are_counted_however_they_are_spelled(
    digikunta: Digikunta, tmp_path: Path
) -> None:
    """Twelve are listed and the others counted; a decision of what it means takes one out."""
    texts = ["Avoin data", "avoin data!", "Robotit", *(f"aihe {n}" for n in range(12))]
    rows = [experimenter("Salo", title=f"Kokeilu {n}", topics=text) for n, text in enumerate(texts)]
    assert digikunta("import", write(tmp_path / "own.csv", rows)).code == 0
    own = digikunta("report", "topics", "--format", "json").json["other_topics"]
    out = digikunta("report", "topics", "--format", "csv").out
    assert digikunta("topics", "set", "3", "innovations").code == 0
    later = digikunta("report", "topics", "--format", "json").json["other_topics"]

    assert own[0] == {"text": "Avoin data", "experimenters": 2}
    assert len(own) == 14
    assert "2 more" in out
    assert [each for each in own if each not in later] == [{"text": "Robotit", "experimenters": 1}]


def test_published_needs_are_those_of_who_permits_it(digikunta: Digikunta, tmp_path: Path) -> None:
    """A word of which only two may be told is no need in a report for everyone."""
    texts = {"need": "Kartta puuttuu", "plan": "Kartalle tulevat reitit"}
    rows = [
        experimenter(name, publish="kyllä" if number else "ei", **texts)
        for number, name in enumerate(("Salo", "Raahe", "Inari"))
    ]
    hosts = [mentor("Vaasa", solution="Kartta verkossa", publish="kyllä")]
    files = (
        write(tmp_path / "three.csv", rows),
        write(tmp_path / "one.csv", hosts, role=Role.MENTOR),
    )
    assert digikunta("import", *files).code == 0
    (need,) = digikunta("report", "topics", "--format", "json").json["needs_in_words"]
    public = digikunta("report", "topics", "--public", "--format", "json").json

    assert (need["experimenters"], need["mentors"], need["capacity"]) == (3, 1, 2)
    assert public["needs_in_words"] == []


def test_every_group_of_the_sample_has_a_host_of_its_own(sixty: Digikunta) -> None:
    """A member hosts; no organisation twice while others could."""
    report = sixty("report", "peers", "--format", "json").json
    people = {each["id"]: each for each in sixty("list", "--format", "json").json}
    hosts = [group["host"] for group in report["groups"]]
    grouped = {member for group in report["groups"] for member in group["members"]}

    assert len(hosts) == 14
    assert all(group["host"] in group["members"] for group in report["groups"])
    assert len({people[host]["organisation"] for host in hosts}) == len(hosts)
    assert set(report["without_peer"]) == {
        id for id, each in people.items() if each["role"] == "experimenter" and id not in grouped
    }


@pytest.mark.parametrize("format", ["plain", "csv", "md", "html"])
def test_groups_hosts_and_who_is_alone_are_in_every_format(sixty: Digikunta, format: str) -> None:
    """With a word on why each host is suggested."""
    out = sixty("report", "peers", "--format", format).out

    assert all(each in out for each in ("suggested host", "already running", ALONE, "Somero"))
    assert ".example" not in out


def test_a_narrow_terminal_shows_groups_in_lines(sixty: Digikunta) -> None:
    """A line a member, and one for the host with the reasons."""
    out = sixty("report", "peers", "--format", "table").out

    assert "Group 3: e-services" in out
    assert "suggested host" in out
    assert "(already planned, hosts no other group)" in out
    assert max(map(len, out.splitlines())) <= 80


def test_published_groups_are_hosted_by_who_is_in_them(sixty: Digikunta) -> None:
    """A host is one of the members that may be told, and nobody seems alone who is not."""
    whole = sixty("report", "peers", "--format", "json").json
    public = sixty("report", "peers", "--public", "--format", "json").json

    assert all(group["host"] in group["members"] for group in public["groups"])
    assert set(public["without_peer"]) <= set(whole["without_peer"])


def test_where_no_groups_were_formed_it_is_said(digikunta: Digikunta, tmp_path: Path) -> None:
    """The section alone says so; the whole report says nothing of it."""
    assert digikunta("import", write(tmp_path / "one.csv", [experimenter()])).code == 0
    said = "There are no peer groups to show."
    assert digikunta("match").code == 0

    assert said in digikunta("report", "peers").out
    assert said not in digikunta("report").out
    assert digikunta("report", "peers", "--format", "json").json["without_peer"] == []
