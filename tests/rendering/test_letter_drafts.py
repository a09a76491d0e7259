"""Letters as drafts: files that no run writes over, by templates that people change."""

import stat
from pathlib import Path

import pytest

from digikunta_cli.errors import InputError
from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.letters import Became
from digikunta_cli.locale import current_language
from digikunta_cli.rendering.letters.composing import PACKAGED
from digikunta_cli.rendering.letters.drafting import write_templates
from tests.rendering.letter_samples import draft, match, read, writer


def test_an_invitation_brings_the_meeting_for_the_calendar(tmp_path: Path) -> None:
    """As an attachment of the draft, in the receiver's language; ours stays as it was."""
    writer().write([draft(LetterKind.INVITATION, "fi")], tmp_path)
    (calendar,) = read(tmp_path / "001-ask-mentor-vaasa.eml").iter_attachments()
    content = calendar.get_content()

    assert calendar.get_content_type() == "text/calendar"
    assert calendar.get_filename() == "meeting.ics"
    assert "DTSTART:20170331T060000Z" in content
    assert current_language() == "en"


def test_a_draft_is_written_for_its_owner_alone(tmp_path: Path) -> None:
    """As a text and for mail programs, marked as not sent."""
    folder = tmp_path / "out"
    (done,) = writer().write([draft(to=("a@x.example", "b@x.example"))], folder)
    message = read(folder / done.files[1])

    assert (done.became, stat.S_IMODE(folder.stat().st_mode)) == (Became.WRITTEN, 0o700)
    assert (message["To"], message["X-Unsent"]) == ("a@x.example, b@x.example", "1")
    assert {stat.S_IMODE(each.stat().st_mode) for each in folder.iterdir()} == {0o600}
    assert (folder / done.files[0]).read_text("utf-8").startswith("a@x.example, b@x.example\nDigi")


def test_a_draft_to_nobody_has_an_empty_first_line(tmp_path: Path) -> None:
    """Whoever sends it adds the address."""
    writer().write([draft(to=())], tmp_path)

    assert read(tmp_path / "001-ask-mentor-vaasa.eml")["To"] is None
    assert (tmp_path / "001-ask-mentor-vaasa.txt").read_text("utf-8").startswith("\nDigikunta")


@pytest.mark.parametrize("kind", [LetterKind.ASK_MENTOR, LetterKind.INVITATION])
def test_an_edited_draft_is_never_written_over(tmp_path: Path, kind: LetterKind) -> None:
    """One in the same words is told apart from one in others, and a missing one is made anew."""
    (first,) = writer().write([draft(kind)], tmp_path)
    (same,) = writer().write([draft(kind)], tmp_path)
    text, mail = (tmp_path / name for name in first.files)
    text.write_text("mine", encoding="utf-8")
    before = mail.read_bytes()
    (edited,) = writer().write([draft(kind)], tmp_path)

    assert (same.became, edited.became) == (Became.KEPT, Became.DIFFERENT)
    assert (text.read_text("utf-8"), mail.read_bytes()) == ("mine", before)
    text.unlink()
    assert writer().write([draft(kind)], tmp_path)[0].became is Became.WRITTEN


def test_a_draft_edited_in_a_mail_program_is_told(tmp_path: Path) -> None:
    """It stays, as the text does."""
    (first,) = writer().write([draft()], tmp_path)
    (tmp_path / first.files[1]).write_bytes(b"To: x@y.example\n\nmine")

    assert writer().write([draft()], tmp_path)[0].became is Became.DIFFERENT
    assert (tmp_path / first.files[1]).read_bytes() == b"To: x@y.example\n\nmine"


def test_nothing_due_makes_no_folder(tmp_path: Path) -> None:
    """Nothing to write leaves nothing behind."""
    assert writer().write([], tmp_path / "out") == ()
    assert not (tmp_path / "out").exists()


def test_the_subject_of_a_draft_cannot_bring_headers_of_its_own(tmp_path: Path) -> None:
    """A line break in a title is a blank, whatever template is used."""
    (tmp_path / "ask-mentor").mkdir()
    own = tmp_path / "ask-mentor" / "fi.txt"
    own.write_text("{{ matches[0].experimenter.title }}\ntext", encoding="utf-8")
    evil = match("x\r\u2028Bcc: spy@evil.example")
    (done,) = writer(tmp_path).write([draft(matches=(evil,))], tmp_path / "out")
    message = read(tmp_path / "out" / done.files[1])

    assert message["Bcc"] is None
    assert "\n" not in message["Subject"]


def test_templates_of_the_workspace_win_one_by_one(tmp_path: Path) -> None:
    """A changed kind and a signature; the other kinds stay."""
    (tmp_path / "check-in").mkdir()
    (tmp_path / "check-in" / "fi.txt").write_text("Otsikko\n{{ signature }}", encoding="utf-8")
    (tmp_path / "signature.txt").write_text("Maija ({{ language }})\nVM\n", encoding="utf-8")
    own = writer(tmp_path)

    assert own.compose(draft(LetterKind.CHECK_IN)).text == "Maija (fi)\nVM\n"
    assert own.compose(draft(LetterKind.RESULTS, "sv")).text.endswith("\nMaija (sv)\nVM\n")


@pytest.mark.parametrize(
    ("file", "content", "code"),
    [
        ("results/fi.txt", "{% if names %}", "letter-template-bad"),
        ("results/fi.txt", "{{ nmaes }}", "letter-template-unfilled"),
        (
            "results/fi.txt",
            "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
            "letter-template-endless",
        ),
        ("results/fi.txt", "", "letter-template-empty"),
        ("results/fi.txt", "Otsikko {# ei muuta #}\n", "letter-template-empty"),
        ("results/fi.txt", "{{ names.__class__.__mro__ }}", "letter-template-unfilled"),
        ("results/fi.txt", "{% include '../../secret.txt' %}", "letter-template-unfilled"),
        ("signature.txt", "{{ names }}", "letter-template-unfilled"),
    ],
)
def test_a_bad_template_is_told_before_anything_is_written(
    tmp_path: Path, file: str, content: str, code: str
) -> None:
    """By its name, and a way out of it is none."""
    (tmp_path / "results").mkdir()
    (tmp_path / file).write_text(content, encoding="utf-8")
    both = [draft(stem="001-x"), draft(LetterKind.RESULTS)]
    with pytest.raises(InputError, match=code) as caught:
        writer(tmp_path).write(both, tmp_path / "out")

    assert caught.value.facts["file"] == file
    assert not (tmp_path / "out").exists()


def test_templates_are_written_for_editing_but_never_over_edited_ones(tmp_path: Path) -> None:
    """All of them, those of messages that ask for missing answers too, and the signature."""
    (tmp_path / "signature.txt").write_text("minä", encoding="utf-8")
    written, kept = write_templates(tmp_path)
    again = write_templates(tmp_path)

    assert kept == ("signature.txt",)
    assert {"fi.txt", "introduction/sv.txt", "invitation/en.txt"} <= set(written)
    assert len(written) == 3 * (1 + len(LetterKind))
    assert again == ((), tuple(sorted((*written, *kept))))
    assert (tmp_path / "signature.txt").read_text("utf-8") == "minä"
    packaged = (PACKAGED / "results" / "fi.txt").read_bytes()
    assert (tmp_path / "results" / "fi.txt").read_bytes() == packaged
