"""How YAML that people edit is read, and what is refused."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.errors import InputError
from digikunta_cli.strict_yaml import DEEPEST, LARGEST, Node, parse, read_bytes
from digikunta_cli.text import one_line

Facts = tuple[str, dict[str, object]]


def refused(content: str | bytes) -> Facts:
    """The code and the facts with which a content is refused."""
    with pytest.raises(InputError) as caught:
        parse(content if isinstance(content, bytes) else content.encode(), file="t.yaml")
    return caught.value.code, caught.value.facts


def facts(code: str, line: int, key: str = "") -> Facts:
    """What a refusal of the file t.yaml says."""
    return code, {"file": "t.yaml", "line": line, "key": key}


LIMITED: Facts = (
    "yaml-number-bad",
    {"file": "t.yaml", "line": 1, "key": "a", "least": 0, "most": 9},
)
"""What a number that is not from 0 to 9 is refused with."""


def only(content: str) -> Node:
    """The node under the key a."""
    return parse(content.encode(), file="t.yaml").section(required=("a",))["a"]


def test_text_stays_text() -> None:
    """Nothing is turned into a number, a truth or a date."""
    read = parse(b"a: no\nb: 00100\nc: 2016-08-15\nd: ~\n", file="t.yaml")
    told = {key: node.value for key, node in read.section(allowed="abcd").items()}

    assert told == {"a": "no", "b": "00100", "c": "2016-08-15", "d": "~"}


def test_a_byte_order_mark_and_windows_line_ends_are_fine() -> None:
    """A file saved by Notepad reads as any other."""
    assert only("\ufeffa:\r\n  - x\r\n  - y\r\n").texts() == ("x", "y")


def test_a_folded_text_is_one_line() -> None:
    """A text may go over several lines in the file."""
    assert only("a: >\n  yksi\n  kaksi\n").text() == "yksi kaksi"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", facts("yaml-sections-missing", 1)),
        ("# only a remark\n", facts("yaml-sections-missing", 1)),
        ("- a\n", facts("yaml-sections-missing", 1)),
        ("*a\n", facts("yaml-sections-missing", 1)),
        ("a: 1\nb: &x 1\n", facts("yaml-feature-refused", 2, "b")),
        ("a: 1\nb: *x\n", facts("yaml-feature-refused", 2, "b")),
        ("a: !!int 1\n", facts("yaml-feature-refused", 1, "a")),
        ("a: 1\n---\nb: 2\n", facts("yaml-feature-refused", 2)),
        ("a: 1\nb: 2\na: 3\n", facts("yaml-key-doubled", 3, "a")),
        ("a:\n  b: 1\n  b: 2\n", facts("yaml-key-doubled", 3, "a.b")),
        ("? [a]\n: 1\n", facts("yaml-text-expected", 1)),
        ("'': 1\n", facts("yaml-text-empty", 1)),
        ("a: 1\nb: [1,\n\nc: 2\n", facts("yaml-syntax", 2)),
        ("a: 1\nb: {c: 1,\nd: 2\n", facts("yaml-syntax", 2)),
        ("a: 1\nb: 'x\n\nc: 2\n", facts("yaml-syntax", 2)),
        ("a: 1\nb 2\n\nc: 3\n", facts("yaml-syntax", 2)),
        ("a:\n\tb: 1\n", facts("yaml-syntax", 2)),
        ("a: 1\nb: x: y\n", facts("yaml-syntax", 2)),
        ("a: 1\n\nb: \x07\n", facts("yaml-syntax", 3)),
        (b"a: 1\nb: \xe4\n", facts("yaml-encoding-bad", 2)),
        ("a: 1".encode("utf-16"), facts("yaml-encoding-bad", 1)),
        ("a: " + "[" * DEEPEST + "]" * DEEPEST, facts("yaml-too-deep", 1, "a")),
    ],
)
def test_what_is_odd_is_refused_with_its_line(content: str | bytes, expected: Facts) -> None:
    """Every refusal says what, in which file and line, and under which key."""
    assert refused(content) == expected


def test_the_deepest_file_is_read() -> None:
    """The limit on nesting lets through what stays within it."""
    assert only("a: " + "[" * (DEEPEST - 2) + "x" + "]" * (DEEPEST - 2)).key == "a"


@pytest.mark.parametrize(
    ("content", "call", "expected"),
    [
        ("\na: [x]", lambda node: node.text(), facts("yaml-text-expected", 2, "a")),
        ("a:", lambda node: node.text(), facts("yaml-text-empty", 1, "a")),
        ("a: x", lambda node: node.texts(), facts("yaml-list-expected", 1, "a")),
        ("a:\n  - x\n  - ''", lambda node: node.texts(), facts("yaml-text-empty", 3, "a")),
        ("a: x", lambda node: node.section(), facts("yaml-section-expected", 1, "a")),
        ("a:\n  b: x", lambda node: node.section(), facts("yaml-key-unknown", 2, "a.b")),
        ("a:", lambda node: node.section(required=["b"]), facts("yaml-key-missing", 1, "a.b")),
        ("a: -1", lambda node: node.integer(least=0, most=9), LIMITED),
        ("a: 10", lambda node: node.integer(least=0, most=9), LIMITED),
        ("a: 1.5", lambda node: node.integer(least=0, most=9), LIMITED),
        ("a: ٣", lambda node: node.integer(least=0, most=9), LIMITED),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(content: str, call: Any, expected: Facts) -> None:
    """A text, a list, a section and a number are told apart, with the place of the mistake."""
    with pytest.raises(InputError) as caught:
        call(only(content))

    assert (caught.value.code, caught.value.facts) == expected


def test_nothing_after_a_colon_is_an_empty_list_or_section() -> None:
    """Somebody may have removed all lines below a key."""
    assert (only("a:").texts(), only("a:").section()) == ((), {})


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    """A file that is not there is an error of the input."""
    with pytest.raises(InputError) as caught:
        read_bytes(tmp_path / "t.yaml")

    assert (caught.value.code, caught.value.facts) == ("file-missing", {"file": "t.yaml"})


def test_a_folder_is_refused(tmp_path: Path) -> None:
    """It is said to be one, not to lack permissions."""
    with pytest.raises(InputError) as caught:
        read_bytes(tmp_path)

    assert (caught.value.code, caught.value.facts) == ("yaml-folder", {"file": tmp_path.name})


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    """Whatever the system says of it, it is an error of the input."""
    link = tmp_path / "t.yaml"
    link.symlink_to(link)
    with pytest.raises(InputError) as caught:
        read_bytes(link)

    assert (caught.value.code, caught.value.facts) == ("file-unreadable", {"file": "t.yaml"})


def test_a_file_over_the_limit_is_refused(tmp_path: Path) -> None:
    """A megabyte is the most that is read."""
    path = tmp_path / "t.yaml"
    path.write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(InputError) as caught:
        read_bytes(path)

    assert (caught.value.code, caught.value.facts) == facts("yaml-too-large", 1)


@given(st.binary() | st.text(alphabet="ab:-[]{}&*!?'\"#\n\t 1,|>%@", max_size=60))
def test_any_content_is_read_or_refused(content: bytes | str) -> None:
    """No content ends in another error than a refusal."""
    told = content if isinstance(content, bytes) else content.encode()
    try:
        read = parse(told, file="t.yaml")
    except InputError as error:
        read = Node("t.yaml", 1, "", error.code)

    assert read.file == "t.yaml"


KEYS = st.text(alphabet="abcåäö-_1", min_size=1, max_size=5)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Zl", "Zp"]), min_size=1)


@given(st.dictionaries(KEYS, st.lists(TEXTS.filter(one_line), max_size=3), min_size=1))
def test_what_another_writer_wrote_is_read_back(content: dict[str, list[str]]) -> None:
    """Lists of texts under keys come back in their order, whatever the texts are."""
    written = yaml.safe_dump(content, allow_unicode=True, sort_keys=False)
    read = parse(written.encode(), file="t.yaml").section(allowed=content)

    assert {key: node.texts() for key, node in read.items()} == {
        key: tuple(map(one_line, texts)) for key, texts in content.items()
    }
