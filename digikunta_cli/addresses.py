"""Where a letter goes: the address that it is sent to, and the name of its file."""

import re
import unicodedata

_ADDRESS = re.compile(
    r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+",
    re.ASCII | re.IGNORECASE,
)


def usable_address(text: str) -> str | None:
    """The text, where it is one plain address of a mailbox."""
    address = text.strip()
    return address if _ADDRESS.fullmatch(address) else None


def slug(text: str) -> str:
    """A text as a part of a file's name: small letters, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters)[:40].strip("-")
