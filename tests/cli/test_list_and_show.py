"""`digikunta list` and `digikunta show` as a coordinator runs them."""

import pytest

from tests.conftest import Digikunta


def ids(network: Digikunta, *options: str) -> list[tuple[str, str]]:
    """Organisation and role of those listed."""
    found = network("list", *options, "--format", "json").json
    return [(each["organisation"], each["role"]) for each in found]


def test_both_roles_are_shown_by_organisation(network: Digikunta) -> None:
    """Kuusamo, Porvoo, Salo and Äänekoski are in both roles, Borgå stad and Porvoo being one."""
    names = {name for name, _role in ids(network, "--both-roles")}

    assert names == {"Kuusamo", "Porvoo", "Salo", "Äänekoski"}


def test_the_list_is_in_finnish_order(network: Digikunta) -> None:
    """Ä comes after the other letters."""
    names = [name for name, _role in ids(network)]

    assert names[-1] == "Äänekoski"
    assert names[:3] == [
        "Esimerkin yliopisto",
        "Esimerkkirannikon kuntayhtymä",
        "Esimerkkisofta Oy",
    ]


@pytest.mark.parametrize(
    ("option", "value", "expected"),
    [
        ("--role", "mentor", 25),
        ("--role", "experimenter", 25),
        ("--topic", "participation", 12),
        ("--type", "company", 2),
    ],
)
def test_the_list_is_narrowed(network: Digikunta, option: str, value: str, expected: int) -> None:
    """One option, fewer participants."""
    assert len(ids(network, option, value)) == expected


def test_search_finds_parts_of_compound_words(network: Digikunta) -> None:
    """A word inside a longer one is found."""
    assert ("Kuusamo", "experimenter") in ids(network, "--search", "kalenteri")
    assert ids(network, "--search", "kalenteri olematon") == []


def test_region_and_language_narrow_too(network: Digikunta) -> None:
    """A region by its name in any language or its code; a language as a key."""
    assert ids(network, "--region", "Österbotten") == ids(network, "--region", "15") != []
    assert all(role in ("mentor", "experimenter") for _n, role in ids(network, "--language", "sv"))


def test_piped_output_is_plain_lines(network: Digikunta) -> None:
    """Tab-separated lines with their headings, one a registration."""
    lines = network("list").out.splitlines()

    assert lines[0].split("\t")[:3] == ["id", "role", "organisation"] or lines[1].startswith("id\t")
    assert sum("\t" in line for line in lines) == 51


def test_contacts_are_shown_only_where_shared(network: Digikunta) -> None:
    """Without --contacts none; with it those who agreed."""
    assert ".example" not in network("list").out
    contacts = {
        each["organisation"]: each["contact"]
        for each in network("list", "--contacts", "--format", "json").json
    }

    assert contacts["Ilomantsi"] is None
    assert contacts["Raahe"]["email"].endswith("@raahe.example")


def test_earlier_answers_are_listed_when_asked_for(network: Digikunta) -> None:
    """--all adds the superseded answers."""
    everything = network("list", "--all", "--format", "json").json

    assert sum(each["superseded"] for each in everything) == 4


def test_show_tells_all_versions_of_an_organisation(network: Digikunta) -> None:
    """By any name of the organisation, in both roles."""
    shown = network("show", "Borgå stad", "--format", "json").json

    assert {each["role"] for each in shown} == {"mentor", "experimenter"}
    assert all(each["organisation"] == "Porvoo" for each in shown)


def test_show_says_what_changed(network: Digikunta) -> None:
    """The earlier answer and the later one stand side by side."""
    shown = network("show", "Kuusamo").out

    assert "4200" in shown and "4600" in shown


@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "Atlantis"),
        ("list", "--topic", "chess"),
        ("list", "--region", "Atlantis"),
        ("list", "--changed-since", "eilen"),
        ("list", "--format", "pdf"),
        ("list", "--colour"),
        ("lst",),
    ],
)
def test_wrong_usage_is_one_sentence(network: Digikunta, arguments: tuple[str, ...]) -> None:
    """Exit 2, nothing on standard output, and what to do."""
    result = network(*arguments)

    assert result.code == 2
    assert result.out == ""
    assert len(result.err.strip().splitlines()) == 1
