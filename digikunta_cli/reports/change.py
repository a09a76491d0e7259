"""A change of a registration, as imports and reports tell it."""

from dataclasses import dataclass

from digikunta_cli.model import Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of a registration in a newer export; `kind` is new, changed, again or gone.

    `field` names what changed, an extra by its heading; personal answers are None before and after.
    What is gone from a file may be what is new in it, renamed: then `renamed` is the other's id.
    """

    registration: int
    organisation: str
    kind: str
    field: str | None = None
    old: Answer | None = None
    new: Answer | None = None
    renamed: int | None = None
