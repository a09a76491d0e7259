"""Letters about pairs and meetings, in words."""

import re
from dataclasses import replace
from datetime import datetime

import pytest

from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.letters import Draft, Occasion, Page, Receiver
from digikunta_cli.rendering.letters.composing import composed
from tests.rendering.letter_samples import AINO, EERO, STARTS, draft, match, writer

ROLES = (Receiver.EXPERIMENTER, Receiver.MENTOR)


def test_a_request_says_what_is_asked_and_why() -> None:
    """The experiment, its need in its own words, the reasons, and until when to answer."""
    composed = writer().compose(draft(LetterKind.ASK_MENTOR, "en"))

    assert composed.subject == "Digikuntakokeilu: could you mentor an experimenter?"
    assert composed.text == (
        "Hello Eero\n\n"
        "Thank you for registering as a mentor for digikuntakokeilu, in which municipalities and"
        " their partners try out digital ways of working and help each other."
        " We propose this experiment to you:\n\n"
        "Salo: Etäneuvonta\nThe need in their own words: “Matka on <pitkä>”\n"
        "Why we thought of you:\n– Yhteinen aihe\n– Sama kieli\n\n"
        "Could you be the mentor of this experiment? One conversation is enough to begin with, and"
        " what follows is between you and the experimenter.\n\n"
        "Please reply to this message within two weeks. If you have no time at present, please"
        " tell us that too, and we will look for another mentor. Once the experimenter has agreed"
        " as well, we will introduce you to each other.\n\n"
        "Kind regards\nDigikuntakokeilu\n"
    )


@pytest.mark.parametrize("kind", LetterKind)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("is_told", [True, False])
def test_every_letter_is_whole_in_every_language(
    kind: LetterKind, language: str, is_told: bool
) -> None:
    """A subject, a greeting, a signature, and no gaps where something was not told."""
    matches = (match(is_told=is_told), match("Toinen", is_told=is_told))
    names = ("Eero",) if is_told else ()
    for receiver in ROLES:
        one = draft(kind, language, receiver=receiver, matches=matches, names=names)
        composed = writer().compose(one)

        assert composed.subject.startswith("Digikommun" if language == "sv" else "Digikunta")
        assert composed.text.splitlines()[0] in {
            f"{greeting}{' Eero' if is_told else ''}" for greeting in ("Hei", "Hej", "Hello")
        }
        assert composed.text.endswith(("\nDigikuntakokeilu\n", "\nDigikommunförsöket\n"))
        assert "None" not in composed.text
        assert not re.search(r"\n\n\n| \n|\n |  |””|“”", composed.text), composed.text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_an_introduction_tells_of_contacts_only_what_may_be_told(language: str) -> None:
    """To both with both; to one with the other's, or with the word that answers are passed on."""
    kind = LetterKind.INTRODUCTION
    known = match(experimenter=AINO, mentor=EERO)
    both = writer().compose(draft(kind, language, receiver=Receiver.BOTH, matches=(known,)))
    told = [
        writer().compose(draft(kind, language, receiver=role, matches=(pair,))).text
        for role, pair in ((Receiver.MENTOR, match(experimenter=AINO)), (Receiver.MENTOR, match()))
    ]

    assert "\nAino, aino@salo.example, 040 1\n" in both.text
    assert "\nEero, johtaja, eero@vaasa.example\n" in both.text
    assert "aino@salo.example" in told[0]
    assert "@" not in told[1]
    assert len({both.text, *told}) == 3


def test_several_proposals_to_one_mentor_are_one_letter() -> None:
    """Mentors are few, and are not to get a letter for each experimenter."""
    matches = (match("Yksi"), match("Kaksi"))
    for language, said in (("fi", "näiden kokeilujen"), ("sv", "de här försöken"), ("en", "these")):
        composed = writer().compose(draft(LetterKind.ASK_MENTOR, language, matches=matches))

        assert said in composed.text
        assert ("Yksi" in composed.text, "Kaksi" in composed.text) == (True, True)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_a_company_is_proposed_with_a_word_on_buying_nothing(language: str) -> None:
    """Everyone is treated alike, and nobody is surprised; of others nothing is said."""
    kind, role = LetterKind.ASK_EXPERIMENTER, Receiver.EXPERIMENTER
    usual = writer().compose(draft(kind, language, receiver=role)).text
    company = replace(match(), is_supplier=True)
    told = writer().compose(draft(kind, language, receiver=role, matches=(company,))).text
    fresh = [line for line in told.splitlines() if line not in usual.splitlines()]

    assert len(fresh) == 1
    assert re.search("toimittaja|leverantör|supplier", fresh[0])


def test_an_invitation_tells_when_and_where_as_the_language_writes_it() -> None:
    """Over one day or two."""
    one = draft(LetterKind.INVITATION, "fi", "sv", "en")
    text = writer().compose(one).text

    assert "Aika: perjantaina 31.3.2017 klo 9.00–15.30\nPaikka: Oulu\nAiheet: a\n" in text
    assert "Tid: fredagen den 31.3.2017 kl. 9.00–15.30\n" in text
    assert "Time: Friday, 31 March 2017, 9:00–15:30 (Finland)\n" in text


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "perjantaina 31.3.2017 klo 9.00 – lauantaina 1.4.2017 klo 12.00"),
        ("sv", "fredagen den 31.3.2017 kl. 9.00 – lördagen den 1.4.2017 kl. 12.00"),
        ("en", "Friday, 31 March 2017, 9:00 – Saturday, 1 April 2017, 12:00 (Finland)"),
    ],
)
def test_an_invitation_to_a_meeting_over_night_tells_both_days(language: str, said: str) -> None:
    """And says nothing of a place or topics that are not known."""
    night = Occasion(
        title="x", starts=STARTS, ends=datetime(2017, 4, 1, 12, 0), place=None, topics=()
    )
    page = Page(names=(), receiver=Receiver.MENTOR, meeting=night)
    one = draft(LetterKind.INVITATION)
    bare = Draft(
        kind=one.kind,
        stem=one.stem,
        to=one.to,
        receiver=one.receiver,
        organisations=(),
        registrations=(),
        unreachable=(),
        pairs=(),
        pages={language: page},
    )
    text = writer().compose(bare).text

    assert f"{said}\n\n" in text


@pytest.mark.parametrize(
    ("language", "one", "both"),
    [
        ("fi", "Sparraajananne toimi Vaasa.", "Sparraajinanne toimivat Vaasa ja Salo."),
        ("sv", "Er sparrare var Vaasa.", "Era sparrare var Vaasa och Salo."),
        ("en", "Your mentor was Vaasa.", "Your mentors were Vaasa and Salo."),
    ],
)
def test_results_name_each_mentor_once(language: str, one: str, both: str) -> None:
    """In words that fit one and several."""
    first = match()
    second = replace(first, mentor=replace(first.mentor, organisation="Salo"))
    said = [
        writer().compose(draft(LetterKind.RESULTS, language, matches=matches)).text
        for matches in ((first, first), (first, second))
    ]

    assert (one in said[0], both in said[1]) == (True, True)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_who_is_introduced_alone_is_told_of_the_other_side(language: str) -> None:
    """Not of itself, but of which of its experiments it is about."""
    kind = LetterKind.INTRODUCTION
    experimenter, mentor = (
        writer().compose(draft(kind, language, receiver=role, matches=(match(),))).text
        for role in ROLES
    )

    assert ("Vaasa" in experimenter, "Etäneuvonta" in experimenter) == (True, True)
    assert "Matka on" not in experimenter
    assert ("Matka on" in mentor, "Neuvonta & verkko" in mentor) == (True, False)


def test_subjects_with_different_ends_stand_whole() -> None:
    """As where a name has a dash of its own."""
    both = composed("x", "", {"fi": ("A – Turku", "a"), "sv": ("B – Åbo", "b")})

    assert both.subject == "A – Turku / B – Åbo"
    assert both.text == "På svenska nedan.\n\na\n\n* * *\n\nb\n"


def test_the_subject_in_two_languages_tells_the_title_once() -> None:
    """It is long enough without."""
    kind, role = LetterKind.ASK_EXPERIMENTER, Receiver.EXPERIMENTER
    known = writer().compose(draft(kind, "fi", "sv", receiver=role))
    unknown = writer().compose(
        draft(kind, "fi", "sv", receiver=role, matches=(match(is_told=False),))
    )
    apart = writer().compose(draft(LetterKind.INTRODUCTION, "sv", "fi", receiver=role))

    assert known.subject == (
        "Digikuntakokeilu: ehdotus sparraajaksi / Digikommunförsöket: förslag till sparrare"
        " – Etäneuvonta"
    )
    assert unknown.subject.endswith("sparraajaksi / Digikommunförsöket: förslag till sparrare")
    assert apart.subject.endswith("i samarbete / Digikuntakokeilu: Salo ja Vaasa yhteistyöhön")
    assert apart.text.startswith("Suomeksi alempana.\n\nHej")
