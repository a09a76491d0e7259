"""Pairs that a coordinator rules out for all rounds."""

from tests.cli.pair_cases import proposal
from tests.conftest import Digikunta


def test_a_pair_that_is_ruled_out_stays_out(matched: Digikunta) -> None:
    """Its proposal goes, rounds leave it out, `allow` lets it in, and both say what it costs."""
    pair = proposal(matched)
    ends = str(pair["experimenter"]), str(pair["mentor"])
    ruled = matched("pair", "forbid", *ends, "--reason", "same consultant", "-f", "json").json
    after = matched("match", "--format", "json").json

    assert (ruled["forbidden"], ruled["dropped"]) == (True, pair["id"])
    assert ruled["cost"]["total_score"] < 0 or ruled["cost"]["covered"] < 0
    assert after["summary"]["total_score"] == 12328 + ruled["cost"]["total_score"]
    assert (pair["experimenter"], pair["mentor"]) not in {
        (each["experimenter"], each["mentor"]) for each in after["pairs"]
    }
    words = matched("pairs", "--format", "md").out
    assert "Ruled out" in words and "same consultant" in words
    assert f"| {ends[0]} | " in words and f" | {ends[1]} | " in words
    allowed = matched("pair", "allow", *ends, "--format", "json").json
    assert (allowed["forbidden"], allowed["dropped"]) == (False, None)
    assert allowed["cost"]["total_score"] == -ruled["cost"]["total_score"]
    assert matched("match", "--format", "json").json["summary"]["total_score"] == 12328


def test_ruling_out_twice_keeps_the_reason(small: Digikunta) -> None:
    """The second time says nothing new."""
    small("pair", "forbid", "2", "1", "--reason", "kept")
    again = small("pair", "forbid", "2", "1")

    assert again.code == 0
    assert "kept" in small("pairs", "--format", "md").out


def test_ruling_out_says_who_loses_and_who_gains(small: Digikunta) -> None:
    """By the names of the experimenters, and nobody twice."""
    small("match")
    said = small("pair", "forbid", str(proposal(small)["experimenter"]), "1").out

    assert "Without a mentor by this: " in said and "With a mentor by this: " in said
    assert "is gone" in said


def test_the_rule_of_a_coordinator_explains_like_the_others(small: Digikunta) -> None:
    """It is a cause, a status, and what `pair add` refuses with."""
    for id in ("2", "3"):
        small("pair", "forbid", id, "1")
    matched = small("match", "--format", "json").json
    explained = small("match", "--explain", "2").out
    refused = small("pair", "add", "2", "1")

    assert {left["cause"] for left in matched["unmatched"]} == {"forbidden"}
    assert "ruled out" in small("match").out
    assert "ruled out" in explained
    assert (refused.code, "A coordinator has ruled the pair out" in refused.err) == (2, True)
