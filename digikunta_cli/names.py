"""Names of topics and regions in the language in use, handed to whoever writes reports."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from digikunta_cli.model import Participant


@dataclass(frozen=True, slots=True)
class Names:
    """Names by key, for one language."""

    topics: Mapping[str, str]
    regions: Mapping[str, str]

    def topic_list(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Topics by their names, in the order given."""
        return tuple(self.topics.get(key, key) for key in keys)

    def region(self, code: str | None) -> str | None:
        """A region by its name, None where there is none."""
        return self.regions.get(code, code) if code else None


def who(participant: Participant) -> str:
    """A participant in a few words: the organisation, and its experiment where it has one."""
    name = participant.organisation.name
    return f"{name}: {participant.title}" if participant.title else name
