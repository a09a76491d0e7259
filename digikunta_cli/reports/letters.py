"""What `letters` says: which letters were written, which were there, who cannot be reached."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from digikunta_cli.document import Column, Document, Json, Part, Table, Text
from digikunta_cli.letter_kind import LetterKind
from digikunta_cli.letters import INDEX, Became, Drafted, Drafts
from digikunta_cli.locale import _, mark, plural
from digikunta_cli.locale.labels import label

_NEXT = {
    LetterKind.ASK_MENTOR: mark(
        "When a request to a mentor has been sent: digikunta pair move ID... mentor-asked."
    ),
    LetterKind.ASK_EXPERIMENTER: mark("When both have agreed: digikunta accept ID..."),
    LetterKind.INTRODUCTION: mark(
        "When an introduction has been sent: digikunta pair move ID... introduced."
    ),
    LetterKind.CHECK_IN: mark(
        "When it is known how it goes: digikunta pair move ID... active, or ended."
    ),
}
"""What comes after a letter about a pair."""


def build(drafts: Drafts, drafted: Sequence[Drafted], folder: Path) -> Document:
    """The letters by organisation, never by person or address, and where they are."""
    parts: list[Part] = [_table(drafted)] if drafted else []
    parts.append(Text(tuple(_said(drafts, drafted, folder))))
    warnings = tuple(_warnings(drafts))
    if warnings:
        parts.append(Text(warnings, "warning"))
    if drafted:
        parts.append(Text(tuple(_hints(drafted, folder)), "faint"))
    return Document(title=_("Letters"), parts=tuple(parts), data=[_data(each) for each in drafted])


def _table(drafted: Iterable[Drafted]) -> Table:
    return Table(
        "letters",
        _("Letters"),
        (
            Column("letter", _("letter")),
            Column("to", _("receivers"), "lines", heads_row=True),
            Column("pairs", _("pairs"), "list"),
            Column("languages", _("languages"), "list", is_spare=True),
            Column("file", _("file")),
            Column("became", _("draft")),
        ),
        tuple(
            (
                label(f"letter:{each.draft.kind.value}"),
                each.draft.organisations,
                tuple(map(str, each.draft.pairs)),
                tuple(label(language) for language in each.draft.languages),
                each.draft.stem,
                label(f"draft:{each.became.value}"),
            )
            for each in drafted
        ),
    )


def _said(drafts: Drafts, drafted: Sequence[Drafted], folder: Path) -> Iterator[str]:
    if not drafted:
        yield _("No letter is due. See the pairs with: digikunta pairs.")
    for became in Became:
        count = sum(each.became is became for each in drafted)
        if count:
            yield _counted(became, count).format(count=count, folder=folder)
    for id, state in drafts.without.items():
        said = _("Pair {id} is {state}, so it gets no such letter.")
        yield said.format(id=id, state=label(state.value))


def _counted(became: Became, count: int) -> str:
    if became is Became.WRITTEN:
        return plural(
            "{count} letter was written to {folder}; nothing was sent.",
            "{count} letters were written to {folder}; nothing was sent.",
            count,
        )
    if became is Became.KEPT:
        return plural(
            "{count} letter was there already and was left as it is.",
            "{count} letters were there already and were left as they are.",
            count,
        )
    return plural(
        "{count} letter was there already in other words, edited or of earlier facts, and was left"
        " as it is. Take it away to have it written anew.",
        "{count} letters were there already in other words, edited or of earlier facts, and were"
        " left as they are. Take them away to have them written anew.",
        count,
    )


def _warnings(drafts: Drafts) -> Iterator[str]:
    unreachable = sorted({id for each in drafts.drafts for id in each.unreachable})
    if unreachable:
        said = _("No e-mail address that can be used is known of: {ids}. Add it to the letter.")
        yield said.format(ids=", ".join(map(str, unreachable)))
    if drafts.apart:
        said = _(
            "Not both sides agreed to share their contact details, so these pairs get a letter"
            " each, and you pass their answers on: {ids}."
        )
        yield said.format(ids=", ".join(map(str, drafts.apart)))


def _hints(drafted: Sequence[Drafted], folder: Path) -> Iterator[str]:
    yield _("Open {page} to read the letters and to send them by their links.").format(
        page=folder / INDEX
    )
    written = {each.draft.kind for each in drafted}
    for kind, said in _NEXT.items():
        if kind in written:
            yield _(said)
    yield _("To change the words of the letters, run first: digikunta letters --templates.")


def _data(drafted: Drafted) -> Json:
    """A letter as data, without names and addresses."""
    draft = drafted.draft
    return {
        "kind": draft.kind.value,
        "pairs": list(draft.pairs),
        "meeting": draft.meeting.id if draft.meeting else None,
        "to_role": draft.receiver.value,
        "registrations": list(draft.registrations),
        "languages": list(draft.languages),
        "files": list(drafted.files),
        "became": drafted.became.value,
        "without_email": list(draft.unreachable),
    }


def build_templates(folder: Path, written: Sequence[str], kept: Sequence[str]) -> Document:
    """What `letters --templates` says."""
    new = plural(
        "{count} template was written to {folder}; change its words as you like.",
        "{count} templates were written to {folder}; change their words as you like.",
        len(written),
    )
    old = plural(
        "{count} template was there already and was left as it is.",
        "{count} templates were there already and were left as they are.",
        len(kept),
    )
    lines = [new.format(count=len(written), folder=folder)]
    if kept:
        lines.append(old.format(count=len(kept)))
    lines.append(_("Your signature belongs in {file}.").format(file="signature.txt"))
    return Document(
        title=_("Letters"),
        parts=(Text(tuple(lines)),),
        data={"folder": str(folder), "written": list(written), "kept": list(kept)},
    )
