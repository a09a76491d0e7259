"""Letters come out right from every encoding that Finnish and Swedish files are saved in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.errors import InputError
from digikunta_cli.importing.decoded import Decoded
from digikunta_cli.importing.encoding import decode
from digikunta_cli.model import Finding

FINNISH = "Nimi;Kunta\nPäivi Esimerkki;Äänekoski\nÅke Exempel;Pargas – Öst\n"
LETTERS = st.text("abcäöåÄÖÅ ;\n", min_size=1)


def decoded(text: str, notes: tuple[Finding, ...] = ()) -> Decoded:
    """A text as it comes out, with notes."""
    return Decoded(text.encode(), notes)


def guessed(name: str) -> tuple[Finding, ...]:
    """The note that an old alphabet was taken."""
    return (Finding(code="encoding-guessed", value=name),)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_without_a_note(encoding: str) -> None:
    """UTF-8 and UTF-16 are known for sure, with a mark at the start or without."""
    assert decode(FINNISH.encode(encoding), file="a.csv") == decoded(FINNISH)


def test_utf_16_with_its_mark_for_big_ends_first_is_read() -> None:
    """The mark tells the order of bytes."""
    data = b"\xfe\xff" + FINNISH.encode("utf-16-be")

    assert decode(data, file="a.csv") == decoded(FINNISH)


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_an_old_alphabet_is_guessed_by_its_letters_and_noted(encoding: str) -> None:
    """A coordinator is told that the letters rest on a guess."""
    assert decode(FINNISH.encode(encoding), file="a.csv") == decoded(FINNISH, guessed(encoding))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Nimi;Kunta\nPäivi;Äänekoski\nÅke;Öster\n", "cp850"),
        ("Kunta;Säästö\nOulu;52 000 €\n", "iso8859-15"),
        ("Kunta;Summa\nOulu;52 000 €\n", "cp1252"),
        ("Kunta;Summa\nOulu;52\u00a0000\n", "mac_roman"),
        ("Nimi\nRené Exempel\n", "cp1252"),
        ("Kunta\nÅbo\n", "mac_roman"),
        ("TYÖRYHMÄ\n", "cp850"),
    ],
)
def test_few_letters_are_enough_for_a_guess(text: str, encoding: str) -> None:
    """A small file has a handful of letters that are not ASCII."""
    assert decode(text.encode(encoding), file="a.csv") == decoded(text, guessed(encoding))


@pytest.mark.parametrize("through", ["cp1252", "mac_roman", "cp850"])
def test_garbled_letters_are_put_right_and_noted(through: str) -> None:
    """UTF-8 that an earlier program took for an old alphabet is read back."""
    text = "Nimi;Kunta\nPäivi;Hämeenlinna\nÅke;Öst\n"
    garbled = text.encode("utf-8").decode(through)

    assert decode(garbled.encode("utf-8"), file="a.csv") == decoded(
        text, (Finding(code="encoding-repaired"),)
    )


def test_letters_that_the_old_alphabet_lacks_are_put_right_too() -> None:
    """Windows passes on the bytes that its alphabet does not define; so the Á of Ánnár."""
    garbled = "ï»¿Nimi\nÃ\u0081nnÃ¡r\n"

    assert decode(garbled.encode("utf-8"), file="a.csv") == decoded(
        "Nimi\nÁnnár\n", (Finding(code="encoding-repaired"),)
    )


def test_text_that_is_garbled_in_part_stays_as_it_is() -> None:
    """Only where all of the text was garbled is the repair certain."""
    text = "Nimi\nPÃ¤ivi\nÄänekoski\n"

    assert decode(text.encode("utf-8"), file="a.csv") == decoded(text)


def test_lines_of_two_encodings_are_each_read_by_their_own() -> None:
    """Two exports put together keep all their letters."""
    data = b"\xef\xbb\xbf" + "Päivi\n".encode() + "Äänekoski\n".encode("cp1252")

    assert decode(data, file="a.csv") == decoded("Päivi\nÄänekoski\n", guessed("UTF-8, cp1252"))


def test_a_long_mixed_text_is_told_by_its_first_lines() -> None:
    """Looking at all lines in the old alphabet would take long, and they are all alike."""
    old, new = "Äänekoski\n" * 120_000, "Päivi\r\n\n"
    data = old.encode("cp1252") + new.encode()

    assert decode(data, file="a.csv") == decoded(
        (old + new).replace("\r", ""), guessed("UTF-8, cp1252")
    )


def test_a_byte_that_cp1252_lacks_is_seen_wherever_it_stands() -> None:
    """The alphabet is told by the first lines, and has to have a letter for every later one."""
    data = "Päivi\n".encode() + b"\xe4\n" * 600_000 + b"\x81\n"

    whole = decode(data, file="a.csv")

    assert whole.notes[0].value in ("UTF-8, iso8859-15", "UTF-8, mac_roman", "UTF-8, cp850")
    assert len(whole.start(len(data)).splitlines()) == 600_002


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"Nimi;\x00\n",
        "Nimi;\x00Oulu\n".encode("utf-16"),
        bytes(100),
        b"\x01\x02\x03 \x04\x05\x06",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Pictures, programs and texts with NULs are no exports."""
    with pytest.raises(InputError) as caught:
        decode(data, file="a.csv")

    assert (caught.value.code, caught.value.facts) == ("file-binary", {"file": "a.csv"})


def test_a_letter_cut_in_two_at_the_end_is_told_as_damage() -> None:
    """A download that broke off has half a letter of UTF-16 left."""
    with pytest.raises(InputError) as caught:
        decode(b"\xff\xfeN\x00i", file="a.csv")

    assert (caught.value.code, caught.value.facts) == ("file-damaged", {"file": "a.csv"})


@given(LETTERS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_text_comes_back_from_unicode(text: str, encoding: str) -> None:
    """Nothing is lost or added on the way."""
    assert decode(text.encode(encoding), file="a.csv") == decoded(text)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No content at all makes the decoding fail in another way."""
    try:
        assert b"\x00" not in decode(data, file="a.csv").data
    except InputError as error:
        assert error.code in ("file-binary", "file-damaged")
