"""Names in the language in use, handed to whoever writes reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from digikunta_cli.locale import current_language
from digikunta_cli.locale.labels import label
from digikunta_cli.locale.reasons import briefly, reasons
from digikunta_cli.model import Participant
from digikunta_cli.text import finnish_order
from digikunta_cli.topics import TOPIC_KEYS


@cache  # each pair's reasons ask for them
def _short_topics(_language: str) -> dict[str, str]:
    return {key: label(f"topic:{key}") for key in TOPIC_KEYS}


@dataclass(frozen=True, slots=True)
class Names:
    """Names of regions and municipalities by code, of topics as short as a cell wants them."""

    regions: Mapping[str, str]
    municipalities: Mapping[str, str]

    def organisation(self, participant: Participant) -> str:
        """An organisation: municipalities by their names, others as they wrote it."""
        organisation = participant.organisation
        if len(organisation.municipalities) == 1:  # most of them, and quicker
            return self.municipalities[organisation.municipalities[0]]
        names = [self.municipalities[code] for code in organisation.municipalities]
        return ", ".join(names) or organisation.name

    def who(self, participant: Participant) -> str:
        """A participant in a few words: the organisation, and its experiment if it has one."""
        name, title = self.organisation(participant), participant.title
        return f"{name}: {title}" if title else name

    def order(self, participant: Participant) -> tuple[str, str]:
        """A sort key that puts participants in Finnish order of what they are called."""
        return finnish_order(self.who(participant))

    def topic_list(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Topics by short names that fit into a cell, in the order given."""
        return tuple(label(f"topic:{key}") for key in keys)

    def short_topics(self) -> dict[str, str]:
        """Every topic by a short name, as reasons in words want them."""
        return _short_topics(current_language())

    def reasons(
        self, parts: Mapping[str, int], facts: Mapping[str, tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Why a pair is good, in words, the strongest reason first."""
        return reasons(parts, facts, topic_names=self.short_topics())

    def briefly(
        self, parts: Mapping[str, int], facts: Mapping[str, tuple[str, ...]]
    ) -> tuple[str, ...]:
        """Why a pair is good, in as few words as can be, the strongest reason first."""
        return briefly(parts, facts, topic_names=self.short_topics())

    def region(self, code: str | None) -> str | None:
        """A region by its name, None where there is none."""
        return self.regions.get(code, code) if code else None
