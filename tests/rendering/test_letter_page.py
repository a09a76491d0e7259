"""Letters as links that a mail program takes, and the page that holds them."""

import re
import stat
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.errors import InputError
from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.rendering.letters.index import write_index
from digikunta_cli.rendering.letters.links import mail_link
from tests.rendering.letter_samples import draft, match, writer


def links(folder: Path) -> list[str]:
    """The links of the page, as a browser hands them on."""
    page = (folder / "index.html").read_text(encoding="utf-8")
    return [unescape(each) for each in re.findall(r'href="(mailto:[^"]*)"', page)]


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=900)


@given(subject=st.text("abcåäö &?#", max_size=60), text=TEXTS)
def test_a_link_holds_the_letter_or_its_beginning(subject: str, text: str) -> None:
    """In what mail programs take, with line ends of mail; nothing of it ends the link early."""
    link = mail_link(["a+b@x.example", "c@x.example"], subject, text)
    address, _sign, query = link.address.partition("?")
    parts = dict(each.split("=", 1) for each in query.split("&"))
    body = unquote(parts["body"]).replace("\r\n", "\n")

    assert len(link.address) <= 1_900
    assert link.address.isascii()
    assert (address, unquote(parts["subject"])) == ("mailto:a%2Bb@x.example,c@x.example", subject)
    if link.is_whole:
        assert body == text.strip()
    else:
        assert text.strip().startswith(body.removesuffix("\n[…]"))


def test_a_link_is_cut_between_words() -> None:
    """And says so."""
    link = mail_link([], "s", "sana " * 400)
    body = unquote(link.address.partition("&body=")[2])

    assert not link.is_whole
    assert re.fullmatch(r"(sana )+sana\r\n\[…\]", body)


def write_edited(folder: Path) -> None:
    """Write letters as editors save them."""
    for name, content in (
        ("001-check-in-salo.txt", "\ufeffa@x.example\r\nHei & <b>\r\n\r\nterve\r\n".encode()),
        ("002-results-oulu.txt", "\nÄäni\n\nhyvää".encode("cp1252")),
        ("003-invitation-2-espoo.txt", b""),
        ("notes.txt", b"private"),
        ("espoo-row2.txt", b"x@y.example\nMissing answers\n\nx"),
    ):
        (folder / name).write_bytes(content)


def test_the_page_links_what_the_letters_say_now(tmp_path: Path) -> None:
    """Edited ones too, whatever editor saved them; other files of the folder are left out."""
    write_edited(tmp_path)
    write_index(tmp_path, due={"002-results-oulu"})
    page = (tmp_path / "index.html").read_text(encoding="utf-8")

    assert links(tmp_path) == [
        "mailto:?subject=%C3%84%C3%A4ni&body=hyv%C3%A4%C3%A4",
        "mailto:a@x.example?subject=Hei%20%26%20%3Cb%3E&body=terve",
        "mailto:?subject=&body=",
    ]
    assert '<h2 id="letter-1-title">Hei &amp; &lt;b&gt;</h2>' in page
    assert re.findall(r'<a href="#letter-\d">(.*)</a>', page) == [
        *("request for results: oulu (2)", "check-in: a@x.example (1)", "invitation: 2-espoo (3)"),
    ]
    assert ("private" in page, "Missing answers" in page) == (False, False)
    assert page.count("may have been sent already") == 2
    assert page.count("no address is known") == 2
    assert "default-src 'none'" in page
    assert "<script" not in page
    assert stat.S_IMODE((tmp_path / "index.html").stat().st_mode) == 0o600


def test_the_page_says_where_a_link_holds_only_the_beginning(tmp_path: Path) -> None:
    """And where there are no letters at all."""
    write_index(tmp_path, due=())
    assert "There are no letters" in (tmp_path / "index.html").read_text("utf-8")
    (tmp_path / "001-results-oulu.txt").write_text(f"a@x.example\nb\n\n{'ä ' * 900}", "utf-8")
    write_index(tmp_path, due={"001-results-oulu"})
    page = (tmp_path / "index.html").read_text("utf-8")

    assert "holds only the beginning" in page
    assert "may have been sent already" not in page


def test_the_page_links_the_draft_that_holds_what_a_link_cannot(tmp_path: Path) -> None:
    """A long letter, unless the text beside it was edited since; an invitation, with its entry."""
    long = match("Etäneuvonta " * 99)
    (one,) = writer().write([draft(matches=(long,))], tmp_path)
    writer().write([draft(stem="002-ask-mentor-salo")], tmp_path)
    writer().write([draft(LetterKind.INVITATION, stem="003-invitation-1-oulu")], tmp_path)
    (tmp_path / "004-invitation-1-espoo.txt").write_bytes(b"")
    write_index(tmp_path, due=())
    page = (tmp_path / "index.html").read_text("utf-8")
    text = tmp_path / one.files[0]
    text.write_bytes(text.read_bytes() + "Lisäys".encode())
    write_index(tmp_path, due=())
    after = (tmp_path / "index.html").read_text("utf-8")

    assert re.findall(r'"note letter-link">(.*)', page) == [
        "The link holds only the beginning of this letter: copy the rest from here.</p>",
        f'The whole letter for your mail program: <a href="{one.files[1]}">{one.files[1]}</a></p>',
        "The link brings no calendar entry. The draft that has it attached:"
        ' <a href="003-invitation-1-oulu.eml">003-invitation-1-oulu.eml</a></p>',
    ]
    assert f'<a href="{one.files[1]}">' not in after


def test_a_letter_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """As where a folder is called like one."""
    (tmp_path / "001-results-oulu.txt").mkdir()
    with pytest.raises(InputError, match="file-unreadable"):
        write_index(tmp_path, due=())
