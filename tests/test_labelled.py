"""Names resolved, topics suggested and like texts found reach their goals on labelled texts."""

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from digikunta_cli.reference.tables import municipalities
from tests.labelled import main, measure_names, measure_topics, pieces, rows_of
from tests.likeness_labels import LikenessFigures, area, balance, measure_likeness
from tests.plain_likeness import by_letters, by_words

LABELLED = Path(__file__).parent / "labelled"
NAMES = rows_of(LABELLED / "names.csv")
TOPICS = rows_of(LABELLED / "topics.csv")
LIKENESS = rows_of(LABELLED / "likeness.csv")


def labelled(path: Path, *rows: Sequence[str]) -> Path:
    """A labelled csv file with these rows, the heading first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


@pytest.fixture(scope="module")
def likeness() -> LikenessFigures:
    """The figures of the labelled pairs, measured once."""
    return measure_likeness(LIKENESS)


def test_nearly_all_names_are_right() -> None:
    """At least 98 of 100 names are resolved as they are meant, or left where they may be."""
    assert measure_names(NAMES).right >= 0.98


def test_hardly_a_name_gets_a_wrong_code() -> None:
    """At most two codes are taken that the names do not mean."""
    wrong = [name for name in measure_names(NAMES).names if name.wrong]

    assert sum(len(name.wrong) for name in wrong) <= 2, [name.text for name in wrong]


def test_at_least_half_of_the_texts_get_a_suggestion() -> None:
    """Texts about one of the six named topics are not mostly left to a person."""
    assert measure_topics(TOPICS).answered >= 0.5


def test_suggestions_are_nearly_always_right() -> None:
    """At least nine of ten suggestions are right, those for other texts included."""
    assert measure_topics(TOPICS).right >= 0.9


def test_the_labelled_names_are_many_and_in_order() -> None:
    """No name stands twice, and every code is a municipality of today."""
    codes = {code for row in NAMES for code in pieces(row["expected_codes"])}

    assert len({row["text"] for row in NAMES}) == len(NAMES) >= 150
    assert codes <= {each.code for each in municipalities()}
    assert {row["optional"] for row in NAMES} == {"0", "1"}


def test_the_labelled_texts_are_many_and_in_order() -> None:
    """No text stands twice, and every topic is there in both languages."""
    told = {(row["topic"], row["lang"]) for row in TOPICS}

    assert len({row["text"] for row in TOPICS}) == len(TOPICS) >= 80
    assert told == {(str(topic), lang) for topic in range(1, 8) for lang in ("fi", "sv")}


def test_names_are_counted_and_misses_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An optional name may be left or right but not wrong; each wrong code counts."""
    path = labelled(
        tmp_path / "names.csv",
        ("text", "expected_codes", "kind", "optional"),
        ("Kuopion kaupunki", "297", "single", "0"),
        ("Kuvitteellinen Oy", "297", "company", "1"),
        ("Kuvitteellinen ry", "297", "association", "0"),
        ("Kuopio ja Juva", "297", "multi", "0"),
        ("Kitee", "", "single", "1"),
    )

    main(["names", str(path)])

    assert capsys.readouterr().out.splitlines() == [
        "names: 5, right: 40.0%, wrong codes: 2",
        "  association: 'Kuvitteellinen ry': none, expected 297",
        "  multi: 'Kuopio ja Juva': 178;297, expected 297",
        "  single: 'Kitee': 260, expected none",
    ]


def test_topics_are_counted_and_misses_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A topic that is right too counts; a text about something else needs no suggestion."""
    path = labelled(
        tmp_path / "topics.csv",
        ("id", "topic", "also_ok", "lang", "text"),
        ("1", "6", "", "fi", "Tekoäly"),
        ("2", "4", "3;6", "fi", "Tekoäly ja robotit"),
        ("3", "7", "", "fi", "Robotit ja tekoäly"),
        ("4", "5", "", "fi", "Qwerty"),
        ("5", "7", "", "fi", "Asdf"),
    )

    main(["topics", str(path)])

    assert capsys.readouterr().out.splitlines() == [
        "texts: 5, suggestions: 3, right of them: 66.7%",
        "texts with a topic other than `other` that get one: 66.7%",
        "  'Robotit ja tekoäly': innovations, expected other",
        "  'Qwerty': no suggestion, expected participation",
    ]


def test_an_empty_file_lacks_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of no names all are right."""
    path = labelled(tmp_path / "names.csv", ("text", "expected_codes", "kind", "optional"))

    main(["names", str(path)])

    assert capsys.readouterr().out == "names: 0, right: 100.0%, wrong codes: 0\n"


@pytest.mark.parametrize("plain", ["words", "letters"])
@pytest.mark.parametrize("kind", ["mentors", "peers"])
def test_likeness_is_no_worse_than_plain_tf_idf(
    likeness: LikenessFigures, kind: str, plain: str
) -> None:
    """More of the best three are alike, and alike pairs stand above others more often."""
    ours, beside = likeness.figure(kind, "ours"), likeness.figure(kind, plain)

    assert ours.best_three >= beside.best_three
    assert ours.area >= beside.area


@pytest.mark.parametrize("kind", ["mentors", "peers"])
def test_likeness_crosses_the_languages(likeness: LikenessFigures, kind: str) -> None:
    """An alike pair of a Finnish and a Swedish text is mostly above pairs that are not alike."""
    assert likeness.figure(kind, "ours").across >= 0.6


def test_the_labelled_pairs_are_many_and_in_order(likeness: LikenessFigures) -> None:
    """No pair stands twice, alike ones are there in and across both languages."""
    pairs = {frozenset((row["one"], row["other"])) for row in LIKENESS}
    alike = [row["languages"] for row in LIKENESS if row["alike"] == "1"]

    assert len(pairs) == len(LIKENESS)
    assert {row["alike"] for row in LIKENESS} == {"0", "1"}
    assert len(alike) >= 60
    assert all(alike.count(languages) >= 10 for languages in ("fi", "sv", "fi-sv"))
    assert min(texts for texts, _ in likeness.counts.values()) >= 40


def test_likeness_is_counted_for_mentors_and_peers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Missing candidates count as not alike; whole words do not see that inflected ones are one."""
    path = labelled(
        tmp_path / "likeness.csv",
        ("one", "other", "languages", "alike"),
        ("kokeilijat_webropol:1021", "vaikuttajat_msforms:12", "fi", "1"),
        ("kokeilijat_webropol:1021", "vaikuttajat_msforms:6", "fi", "0"),
        ("kokeilijat_webropol:1003", "vaikuttajat_msforms:6", "fi", "1"),
    )

    main(["likeness", str(path)])
    told = capsys.readouterr().out.splitlines()

    assert told[0] == "mentors: 2 texts have somebody alike, 2 pairs are alike"
    assert [line.split()[:3] for line in told[2:]] == [
        ["ours", "33.3%", "1.000"],
        ["words", "33.3%", "0.750"],
        ["letters", "33.3%", "1.000"],
        ["at", "most", "33.3%"],
    ]
    assert [line.split()[-1] for line in told[2:5]] == ["1", "1", "1"]


def test_the_area_counts_ties_half() -> None:
    """Of four comparisons two are won, one is a tie, and one is won again."""
    assert area([0.9, 0.5], [0.5, 0.1]) == pytest.approx(0.875)
    assert area([], [0.5]) == 1.0


def test_the_balance_is_the_best_threshold() -> None:
    """From 0.6 on two of three alike pairs are found, and nothing else."""
    assert balance([0.9, 0.6, 0.1], [0.5, 0.4, 0.3]) == pytest.approx((0.6, 1.0, 2 / 3))


def test_plain_methods_tell_the_same_from_the_other() -> None:
    """The same text is fully like, one without a common word not at all; empty ones are neither."""
    texts = ("Venepaikka satamassa", "venepaikka satamassa", "Ui", "")

    for found in (by_words(texts), by_letters(texts)):
        assert found[0, 1] == pytest.approx(1.0)
        assert found[0, 2] == found[0, 3] == found[3, 3] == 0.0
