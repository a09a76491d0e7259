"""What a coordinator asks of a report."""

from dataclasses import dataclass

SECTIONS = (
    *("glance", "topics", "network", "pairs", "needs", "peers"),
    *("events", "support", "coverage", "both-roles", "changes", "ideas"),
)
"""Keys of the sections, in the order in which they are told."""
STALE_DAYS = 30
"""A pair that has not moved for so many days is stale, unless another number is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWish:
    """Which report it should be; the defaults ask for the whole network."""

    sections: tuple[str, ...] = ()
    """Keys of the only sections to tell; all where empty."""
    since: str | None = None
    """ISO date from which things are new; None where the last report counts."""
    is_public: bool = False
    """Whether to leave out all that nobody permitted to publish."""
    shows_contacts: bool = False
    """Whether to name the contacts of those who agreed to share them."""
    meeting: int | None = None
    """Id of the meeting that it is for; None where it is for none."""
    frame: float | None = None
    """Euros that there are to give, to set wishes for funding against; None where not told."""
    stale_days: int = STALE_DAYS

    def tells(self, *keys: str) -> bool:
        """Whether any of these sections is told."""
        return not self.sections or not set(keys).isdisjoint(self.sections)
