"""A profile as text: plain YAML with its meaning beside it, one column a line."""

import json
from collections.abc import Collection, Mapping
from textwrap import wrap

from digikunta_cli.importing.profile import Profile, words_for
from digikunta_cli.locale import _


def profile_text(profile: Profile, *, guesses: Mapping[str, str] | None = None) -> str:
    """The content of a profile's file; columns that are only likely a field are marked so."""
    dates = f"dates: {profile.dates}" if profile.dates else "# dates: dmy"
    lines = [
        "# " + _("What the columns of one form answer. Edit the words after the colons."),
        "# " + _("extra: kept as it is. ignore: left out. Or one of these questions:"),
        *_wrapped(words_for(profile.role)),
        f"role: {profile.role.value}",
        "# " + _("Tells this form from others; the program's own."),
        f"fingerprint: {profile.fingerprint}",
        "# " + _("The row of the headings; the lower one where they are in two."),
        f"heading_row: {profile.heading_row}",
        "# " + _("Order of day and month, dmy or mdy, where the times do not tell."),
        dates,
        "columns:",
        *_columns(profile.columns, guesses or {}),
        "# " + _("What answers mean that are in words of their own, by question:"),
        *_values(profile.values),
    ]
    return "\n".join([*lines, ""])


def _wrapped(words: Collection[str]) -> list[str]:
    return [f"#   {line}" for line in wrap(", ".join(words), 90, break_on_hyphens=False)]


def _columns(columns: Mapping[str, str], guesses: Mapping[str, str]) -> list[str]:
    # A JSON string is a YAML one, and needs no thought about what a heading may hold.
    return [
        f"  {json.dumps(name, ensure_ascii=False)}: {word}{_remark(word, guesses.get(name))}"
        for name, word in columns.items()
    ]


def _values(values: Mapping[str, Mapping[str, str]]) -> list[str]:
    if not values:
        return ["# values:", "#   commitment:", '#     "OK": yes']
    lines = ["values:"]
    for name, meanings in values.items():
        lines.append(f"  {name}:")
        lines.extend(
            f"    {json.dumps(text, ensure_ascii=False)}: {key}" for text, key in meanings.items()
        )
    return lines


def _remark(word: str, guess: str | None) -> str:
    if guess is None:
        return ""
    remark = _("likely, not certain: check it") if word == guess else _("perhaps {field}")
    return "  # " + remark.format(field=guess)
