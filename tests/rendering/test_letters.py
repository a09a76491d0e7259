"""Letters in words and as files."""

import stat
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from digikunta_cli.errors import InputError
from digikunta_cli.mending import Asked, Letter, Matter
from digikunta_cli.rendering.letters.composing import Templates
from digikunta_cli.rendering.letters.writing import Written, write

ASKED = (
    Asked(question="Seats & co?", answer="a few <b>", kind="number"),
    Asked(question="Agreed?", answer=None, kind="yes-no"),
    Asked(question="Stage?", answer=None, kind="choice", options=("idea", "running")),
    Asked(question="Topics?", answer=None, kind="many", options=("one", "two")),
    Asked(question="Plan?", answer=None, kind="text"),
)
MATTER = Matter(organisation="Espoo", title="Chatti", questions=ASKED)


def letter(*languages: str, name: str | None = "Aino", stem: str = "espoo-1") -> Letter:
    """A letter about one registration."""
    return Letter(
        stem=stem, to="aino@espoo.example", name=name, pages=dict.fromkeys(languages, (MATTER,))
    )


def test_a_letter_says_what_is_asked_and_how_to_answer() -> None:
    """Each question with its earlier answer and its options, as plain text."""
    composed = Templates(None).compose(letter("en"))

    assert composed.subject == "Digikuntakokeilu: completing your registration"
    assert composed.text == (
        "Hello Aino\n\n"
        "Thank you for registering for digikuntakokeilu."
        " A few answers are missing or unclear to us.\n\n"
        "Espoo: Chatti\n\n"
        "– Seats & co?\n  You answered: a few <b>\n  Write one number, if there is one.\n\n"
        "– Agreed?\n  This was left blank.\n  Answer yes or no.\n\n"
        "– Stage?\n  This was left blank.\n  Choose one: idea; running\n\n"
        "– Topics?\n  This was left blank.\n  Choose one or several: one; two\n\n"
        "– Plan?\n  This was left blank.\n\n"
        "Please reply to this message and write your answers below each question.\n\n"
        "Kind regards\nDigikuntakokeilu\n"
    )


@pytest.mark.parametrize(
    ("language", "greeting", "nobody", "end"),
    [
        ("fi", "Hei\n", "Ilmoittautumisenne\n", "Digikuntakokeilu\n"),
        ("sv", "Hej\n", "Er anmälan\n", "Digikommunförsöket\n"),
        ("en", "Hello\n", "Your registration\n", "Digikuntakokeilu\n"),
    ],
)
def test_a_letter_does_without_what_was_not_told(
    language: str, greeting: str, nobody: str, end: str
) -> None:
    """No name, no organisation, no title."""
    bare = Letter(
        stem="x",
        to="a@b.example",
        name=None,
        pages={language: (Matter(organisation=None, title=None, questions=ASKED),)},
    )
    text = Templates(None).compose(bare).text

    assert text.startswith(greeting)
    assert f"\n\n{nobody}\n" in text
    assert text.endswith(end)


def test_a_letter_in_two_languages_is_one_message() -> None:
    """Finnish above, Swedish below, both in the subject."""
    composed = Templates(None).compose(letter("fi", "sv"))

    assert composed.subject == (
        "Digikuntakokeilu: ilmoittautumisenne täydentäminen"
        " / Digikommunförsöket: komplettering av er anmälan"
    )
    assert composed.text.startswith("På svenska nedan.\n\nHei Aino\n")
    assert composed.text.index("Ystävällisin") < composed.text.index("Hej Aino")


def test_a_letter_is_a_draft_for_mail_programs_and_a_text(tmp_path: Path) -> None:
    """For its owner alone; the draft is marked as not sent."""
    folder = tmp_path / "to" / "send"
    done = write([letter("fi")], Templates(None), folder)
    message = message_from_bytes((folder / "espoo-1.eml").read_bytes(), policy=policy.default)
    text = (folder / "espoo-1.txt").read_text(encoding="utf-8")

    assert done == Written(written=1, kept=0)
    assert (message["To"], message["X-Unsent"]) == ("aino@espoo.example", "1")
    assert message["Content-Transfer-Encoding"] == "quoted-printable"
    content = message.get_content()
    assert isinstance(content, str)
    # Mail has its own line ends.
    content = content.replace("\r\n", "\n")
    assert text == f"{message['To']}\n{message['Subject']}\n\n{content}"
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}


def test_a_file_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    """It may have been edited; one that is missing is made anew."""
    write([letter("fi")], Templates(None), tmp_path)
    (tmp_path / "espoo-1.txt").write_text("mine", encoding="utf-8")
    draft = (tmp_path / "espoo-1.eml").read_bytes()

    assert write([letter("sv")], Templates(None), tmp_path) == Written(written=0, kept=1)
    assert (tmp_path / "espoo-1.eml").read_bytes() == draft
    (tmp_path / "espoo-1.eml").unlink()
    two = [letter("sv"), letter("sv", stem="oulu-2")]
    assert write(two, Templates(None), tmp_path) == Written(written=2, kept=0)
    assert (tmp_path / "espoo-1.txt").read_text(encoding="utf-8") == "mine"


def test_no_letters_make_no_folder(tmp_path: Path) -> None:
    """Nothing to ask leaves nothing behind."""
    assert write([], Templates(None), tmp_path / "out") == Written(written=0, kept=0)
    assert not (tmp_path / "out").exists()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """As where a file stands in its place."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(InputError, match="letters-folder"):
        write([letter("fi")], Templates(None), tmp_path / "file" / "out")


def test_the_workspace_has_the_last_word(tmp_path: Path) -> None:
    """One language may be changed, the others stay; a mark of Notepad does no harm."""
    (tmp_path / "fi.txt").write_text(
        "\ufeffOma {{ name }}\n{{ matters[0].title }}", encoding="utf-8"
    )
    templates = Templates(tmp_path)

    assert templates.compose(letter("fi")).subject == "Oma Aino"
    assert templates.compose(letter("fi")).text == "Chatti\n"
    assert templates.compose(letter("sv")).subject.startswith("Digikommunförsöket")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{% if name %}", "letter-template-bad"),
        ("päivää".encode("utf-16"), "letter-template-misencoded"),
    ],
)
def test_a_letter_that_cannot_be_read_is_told_at_once(
    tmp_path: Path, content: bytes, code: str
) -> None:
    """Before anything is imported."""
    (tmp_path / "sv.txt").write_bytes(content)
    with pytest.raises(InputError, match=code) as caught:
        Templates(tmp_path)
    assert caught.value.facts["file"] == "sv.txt"


@pytest.mark.parametrize(
    "content",
    [
        "{{ nmae }}",
        "{{ matters[0].nothing }}",
        "{{ name.__class__.__mro__ }}",
        "{{ 1 / 0 }}",
        "{{ matters[0] + 1 }}",
        "{% include 'other.txt' %}",
    ],
)
def test_a_letter_that_asks_for_too_much_is_told(tmp_path: Path, content: str) -> None:
    """A misspelt name, a sum that cannot be done, or a way out of the letter."""
    (tmp_path / "fi.txt").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="letter-template-unfilled"):
        Templates(tmp_path).compose(letter("fi"))
