"""What a section of the report is, and what it is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from digikunta_cli.document import Json, Part
from digikunta_cli.model import Participant
from digikunta_cli.names import Names
from digikunta_cli.reports.network.facts import NetworkFacts
from digikunta_cli.reports.network.wish import ReportWish


@dataclass(frozen=True, slots=True)
class View:
    """The facts of the network with the names to tell them by, in the language in use."""

    facts: NetworkFacts
    wish: ReportWish
    names: Names
    topic_names: Mapping[str, str]
    """What the topics file calls the topics, by key."""
    people: Mapping[int, Participant]
    """Everyone in the report, by id."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section: `parts` for people, `data` for programs under the same keys in every report.

    Empty parts where there is nothing to say; a table without rows is left out of the report.
    `nothing` says so in English where the section was asked for, to be translated when shown.
    """

    key: str
    parts: Callable[[View], tuple[Part, ...]]
    data: Callable[[View], Mapping[str, Json]]
    nothing: str = ""
