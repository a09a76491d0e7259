"""What a letter says of pairs, in each of its languages: names, own words, reasons, contacts."""

import textwrap
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass

from digikunta_cli.addresses import slug, usable_address
from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.letters import Contact, Draft, Match, Page, Receiver, Side
from digikunta_cli.locale import LANGUAGES, speaking
from digikunta_cli.model import Pair, Participant, Role
from digikunta_cli.names import Names
from digikunta_cli.services.pairing import People
from digikunta_cli.services.workspace import Workspace
from digikunta_cli.text import one_line

_MOST_WORDS = 300
"""Characters of somebody's own words; a letter is short, and they can be asked for more."""
_MOST_TITLE = 120
_MOST_REASONS = 5
_SUPPLIER = "possible-supplier"
_OWN_WORDS = {Role.MENTOR: ("solution",), Role.EXPERIMENTER: ("need", "plan")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What one letter is about."""

    kind: LetterKind
    receiver: Receiver
    to: tuple[Participant, ...]
    pairs: tuple[Pair, ...]
    discloses: frozenset[int] = frozenset()
    """Ids of registrations whose contact the letter gives."""
    month: str = ""
    """The month in which it is asked how it goes, as 2017-03; each month asks anew."""


def draft_of(bundle: Bundle, people: People, workspace: Workspace, taken: set[str]) -> Draft:
    """The letter of a bundle; `taken` are the names that other letters have."""
    ids = tuple(pair.id for pair in bundle.pairs if pair.id is not None)
    addresses = {each.id: address_of(each) for each in bundle.to}
    return Draft(
        kind=bundle.kind,
        stem=stem_of((min(ids), _kept_apart(bundle)), bundle.to[0], taken),
        to=tuple(dict.fromkeys(each for each in addresses.values() if each)),
        receiver=bundle.receiver,
        organisations=tuple(each.organisation.name for each in bundle.to),
        registrations=tuple(addresses),
        unreachable=tuple(id for id, address in addresses.items() if not address),
        pairs=ids,
        pages={
            language: _page(bundle, people, workspace, language)
            for language in common_languages(bundle.to)
        },
    )


def _kept_apart(bundle: Bundle) -> str:
    """What tells letters of a kind apart: one with contacts never stays for one without.

    Nor does an earlier check-in for one that is due later.
    """
    if bundle.kind is LetterKind.CHECK_IN:
        return f"{bundle.kind.value}-{bundle.month}"
    if bundle.kind is not LetterKind.INTRODUCTION or bundle.receiver is Receiver.BOTH:
        return bundle.kind.value
    return f"{bundle.kind.value}-{'apart' if bundle.discloses else 'unshared'}"


def stem_of(parts: tuple[int, str], participant: Participant, taken: set[str]) -> str:
    """A number, what it is and the organisation, never a person, as a name of a file."""
    number, what = parts
    name = slug(participant.organisation.name) or "organisation"
    wanted = stem = f"{number:03}-{what}-{name}"
    count = 1
    while stem in taken:
        count += 1
        stem = f"{wanted}-{count}"
    taken.add(stem)
    return stem


def address_of(participant: Participant) -> str | None:
    """The contact's e-mail, where it looks like one that reaches somebody."""
    return usable_address(participant.registration.text("contact_email") or "")


def contact_key(participant: Participant) -> str:
    """What tells one contact from another; whoever has no address stands alone."""
    return (address_of(participant) or str(participant.id)).casefold()


def common_languages(participants: Sequence[Participant]) -> tuple[str, ...]:
    """The languages that all asked to be written to in; of all of them where they differ."""
    wished = [_languages(each) for each in participants]
    common = tuple(each for each in wished[0] if all(each in other for other in wished))
    return common or tuple(dict.fromkeys(each for languages in wished for each in languages))


def _languages(participant: Participant) -> tuple[str, ...]:
    """The language that a contact asked for, else the first of those in which they work."""
    told = participant.registration.value("contact_language")
    if told == "both":
        return ("fi", "sv")
    if isinstance(told, str) and told in LANGUAGES:
        return (told,)
    return next(((each,) for each in LANGUAGES if each in participant.languages), ("fi",))


def names_of(participants: Iterable[Participant]) -> tuple[str, ...]:
    """The contacts' names, as far as they were told."""
    names = (_told(each, "contact_name") for each in participants)
    return tuple(name for name in names if name)


def names_in(workspace: Workspace, language: str) -> Names:
    """Names in a language that need not be the one in use."""
    with speaking(language):
        # A workspace remembers the names of one language.
        return Workspace(workspace.database, workspace.folder).names


def _page(bundle: Bundle, people: People, workspace: Workspace, language: str) -> Page:
    names = names_in(workspace, language)
    with speaking(language):
        matches = tuple(
            Match(
                mentor=_side(people[pair.mentor], names, bundle.discloses),
                experimenter=_side(people[pair.experimenter], names, bundle.discloses),
                reasons=names.reasons(pair.parts, _sayable(pair.facts))[:_MOST_REASONS],
                is_supplier=_SUPPLIER in pair.flags,
            )
            for pair in bundle.pairs
        )
    return Page(names=names_of(bundle.to), receiver=bundle.receiver, matches=matches)


def _sayable(facts: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """What a letter can say of why a pair is good.

    Words picked from the texts of both make no sentence of one, and that a mentor offers to be a
    mentor goes without saying.
    """
    support = tuple(each for each in facts.get("support", ()) if each != "mentor")
    said = {**facts, "support": support}
    return {criterion: told for criterion, told in said.items() if told and criterion != "text"}


def _side(participant: Participant, names: Names, discloses: Collection[int]) -> Side:
    words = (_told(participant, field) for field in _OWN_WORDS[participant.role])
    own = next((each for each in words if each), None)
    return Side(
        organisation=_shortened(names.organisation(participant), _MOST_TITLE),
        title=_shortened(participant.title or "", _MOST_TITLE) or None,
        words=_shortened(own, _MOST_WORDS) if own else None,
        contact=_contact(participant) if participant.id in discloses else None,
    )


def _contact(participant: Participant) -> Contact | None:
    """How to reach somebody, None where they told nothing of it."""
    contact = Contact(
        name=_told(participant, "contact_name"),
        title=_told(participant, "contact_title"),
        email=address_of(participant),
        phone=_told(participant, "contact_phone"),
    )
    return contact if any(astuple(contact)) else None


def _told(participant: Participant, field: str) -> str | None:
    return one_line(participant.registration.text(field) or "") or None


def _shortened(text: str, most: int) -> str:
    return textwrap.shorten(one_line(text), most, placeholder=" …")
