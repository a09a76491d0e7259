"""The topics file: what is in it, what is refused, and which one is taken."""

from dataclasses import fields, replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.errors import InputError
from digikunta_cli.text import plain
from digikunta_cli.topics import TOPIC_KEYS, Catalogue, file_hash, find_file, load
from digikunta_cli.weights import Weights, limits_of

SHIPPED = find_file(None)
CATALOGUE = load(SHIPPED)


def topics_text(*, without: str = "") -> str:
    """The least topics file that is in order, perhaps without a topic."""
    return "topics:\n" + "".join(
        f"  {key}:\n"
        f"    names: {{fi: {key} fi, sv: {key} sv, en: {key} en}}\n"
        f"    descriptions: {{fi: a, sv: b, en: c}}\n"
        for key in TOPIC_KEYS
        if key != without
    )


def write(folder: Path, content: str) -> Path:
    """A topics file with a content."""
    path = folder / "topics.yaml"
    path.write_text(content, encoding="utf-8")
    return path


def refused(path: Path) -> tuple[str, dict[str, object]]:
    """The code and the facts with which a file is refused."""
    with pytest.raises(InputError) as caught:
        load(path)
    return caught.value.code, caught.value.facts


def test_the_shipped_file_has_the_seven_topics_in_order() -> None:
    """Other programs rely on the keys of the topics."""
    assert tuple(topic.key for topic in CATALOGUE.topics) == TOPIC_KEYS


def test_the_shipped_weights_are_the_defaults() -> None:
    """The file shows every weight with the number that holds without it."""
    text = SHIPPED.read_text(encoding="utf-8")

    assert CATALOGUE.weights == Weights()
    assert [each.name for each in fields(Weights) if f"\n  {each.name}: " not in text] == []


@pytest.mark.parametrize(
    ("wording", "key"),
    [
        ("Kunnan tulevaan rooliin valmistautuminen (maakuntauudistuksen jälkeen)", "future-role"),
        ("Kunnan tulevaan rooliin valmistautuminen", "future-role"),
        ("Förberedandet inför kommunens nya roll (efter landskapsreformen)", "future-role"),
        ("Sähköisen päätöksenteon ja johtamisen kokeileminen", "decision-making"),
        ("Försöken med digitalt beslutsfattande och ledande", "decision-making"),
        ("Sähköisen asioinnin kehittäminen kuntapalveluissa", "e-services"),
        ("Utveckling av den elektroniska kommunikationen inom kommunal service", "e-services"),
        ("digital ärendehantering inom kommunala tjänster", "e-services"),
        ("Kuntalaislähtöinen palveluiden kehittäminen", "citizen-centred"),
        ("Utveckling av invånarvänliga tjänster", "citizen-centred"),
        ("Osallistuminen ja vaikuttaminen", "participation"),
        ("Deltagande och påverkning", "participation"),
        ("Uudet palveluinnovaatiot", "innovations"),
        ("Nya serviceinnovationer", "innovations"),
        ("New service innovations", "innovations"),
        ("muu, mikä?", "other"),
        ("Annat, vad?", "other"),
        ("Muu, mikä? (avoin vastaus):", "other"),
        ("  UUDET\u00a0palveluinnovaatiot : ", "innovations"),
        ("ohjelmistorobotiikka taloushallinnossa", None),
        ("", None),
    ],
)
def test_a_wording_is_known_in_every_official_form(wording: str, key: str | None) -> None:
    """Official and press wordings mean the topic, whatever capitals, remarks and colons."""
    assert CATALOGUE.by_wording(wording) == key


def test_every_name_and_variant_means_its_own_topic() -> None:
    """No wording of the file is lost or belongs to another topic."""
    found = {
        wording: CATALOGUE.by_wording(wording)
        for topic in CATALOGUE.topics
        for wording in topic.wordings()
    }

    assert found == {w: topic.key for topic in CATALOGUE.topics for w in topic.wordings()}


def test_a_name_is_told_in_each_language() -> None:
    """A topic is shown by its current name."""
    names = [CATALOGUE.name("participation", language) for language in ("fi", "sv", "en")]

    assert names == [
        "Osallistuminen ja vaikuttaminen",
        "Deltagande och påverkning",
        "Participation and influence",
    ]


def test_a_catalogue_can_be_a_key() -> None:
    """Equal catalogues hash alike, so that what is worked out from them can be kept."""
    assert {CATALOGUE: 1}[load(SHIPPED)] == 1


def test_keyword_topics_are_single_words_of_one_topic() -> None:
    """Several words, abbreviations, shared words and those of other are left out."""
    keywords = {
        "e-services": ("-lomak", "sähköi asio", "ai", "yhteinen"),
        "innovations": ("robot", "yhteinen"),
        "other": ("gdpr",),
    }
    topics = tuple(replace(t, keywords={"fi": keywords.get(t.key, ())}) for t in CATALOGUE.topics)

    assert Catalogue(topics).keyword_topics() == {"lomak": "e-services", "robot": "innovations"}


def test_the_least_file_takes_default_weights(tmp_path: Path) -> None:
    """Lists and weights may be left out."""
    catalogue = load(write(tmp_path, topics_text()))

    assert catalogue.weights == Weights()
    assert catalogue.topics[0].all_variants() == ()


def test_a_weight_that_is_told_replaces_its_default(tmp_path: Path) -> None:
    """The other weights stay as they were."""
    path = write(tmp_path, topics_text() + "weights:\n  topic: 0\n  hours: 1000\n")

    assert load(path).weights == Weights(topic=0, hours=1000)


@pytest.mark.parametrize(
    ("content", "code", "line", "key"),
    [
        ("weights:\n  topic: 1\n", "yaml-key-missing", 1, "topics"),
        (topics_text(without="other"), "yaml-key-missing", 1, "topics.other"),
        (topics_text() + "  seventh:\n", "yaml-key-unknown", 23, "topics.seventh"),
        (topics_text() + "extra: 1\n", "yaml-key-unknown", 23, "extra"),
        (topics_text() + "    namez: {}\n", "yaml-key-unknown", 23, "topics.other.namez"),
        (topics_text() + "weights:\n  sise: 1\n", "yaml-key-unknown", 24, "weights.sise"),
        (
            topics_text() + "    hints:\n      fi: x\n",
            "yaml-list-expected",
            24,
            "topics.other.hints.fi",
        ),
        (
            topics_text().replace(", sv: other sv", ""),
            "yaml-key-missing",
            21,
            "topics.other.names.sv",
        ),
        (topics_text().replace("other sv", "E-services SV:"), "yaml-syntax", 21, ""),
        (
            topics_text().replace("other sv", "E-services SV ?"),
            "yaml-wording-doubled",
            20,
            "E-services SV ?",
        ),
    ],
)
def test_a_file_that_is_not_in_order_is_refused(
    content: str, code: str, line: int, key: str, tmp_path: Path
) -> None:
    """The refusal says what, where, and under which key."""
    told = {"file": "topics.yaml", "line": line, "key": key}

    assert refused(write(tmp_path, content)) == (code, told)


@pytest.mark.parametrize(
    ("weight", "told", "limits"),
    [
        ("size", "1001", (0, 1000)),
        ("size", "no", (0, 1000)),
        ("important", "0", (1, 1000)),
        ("least_likeness", "101", (0, 100)),
    ],
)
def test_a_weight_out_of_its_limits_is_refused(
    weight: str, told: str, limits: tuple[int, int], tmp_path: Path
) -> None:
    """The refusal says which numbers are allowed: none that turns a rule round."""
    path = write(tmp_path, topics_text() + f"weights:\n  {weight}: {told}\n")
    place = {"file": "topics.yaml", "line": 24, "key": f"weights.{weight}"}

    expected = {**place, "least": limits[0], "most": limits[1]}
    assert refused(path) == ("yaml-number-bad", expected)


def test_the_file_of_the_workspace_wins(tmp_path: Path) -> None:
    """A coordinator's own file is taken before the shipped one, which stands in for it."""
    assert find_file(tmp_path) == SHIPPED
    own = write(tmp_path, topics_text())
    assert find_file(tmp_path) == own


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    """The hash changes exactly with the bytes."""
    assert file_hash(write(tmp_path, "a: 1\n")) == sha256(b"a: 1\n").hexdigest()


WEIGHTS = {f.name: st.integers(*limits_of(f.name)) for f in fields(Weights)}


@given(st.fixed_dictionaries({}, optional=WEIGHTS))
def test_any_allowed_weights_are_read(
    tmp_path_factory: pytest.TempPathFactory, told: dict[str, int]
) -> None:
    """Every weight may be any whole number within the limits."""
    lines = "".join(f"  {name}: {number}\n" for name, number in told.items())
    path = write(tmp_path_factory.mktemp("weights"), topics_text() + "weights:\n" + lines)

    assert load(path).weights == replace(Weights(), **told)


@given(st.sampled_from([w for t in CATALOGUE.topics for w in t.wordings()]), st.text(" :?.,;"))
def test_capitals_and_marks_at_the_end_make_no_difference(wording: str, marks: str) -> None:
    """Forms differ in such things."""
    changed = f" {wording.upper()} (valitse) {marks}"

    assert CATALOGUE.by_wording(changed) == CATALOGUE.by_wording(plain(wording))
