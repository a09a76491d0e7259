"""How many municipalities take part of all there are: by region, size class and language."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from digikunta_cli.model import Participant, Role
from digikunta_cli.sizes import SIZES, size_place

LANGUAGES = ("fi", "both", "sv")
WHOLE = "all"
"""Key of the share of all municipalities there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityFacts:
    """A municipality of today, whether it takes part or not."""

    code: str
    region: str
    population: int
    languages: tuple[str, ...]
    """Its official languages, the majority's first."""

    @property
    def size(self) -> str:
        """Its size class."""
        return SIZES[size_place(self.population)]

    @property
    def language(self) -> str:
        """fi, sv, or both."""
        return self.languages[0] if len(self.languages) == 1 else "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many municipalities of a kind take part, and of how many; who has both roles in each."""

    key: str
    taking_part: int
    mentors: int
    experimenters: int
    of: int

    @property
    def percent(self) -> int | float:
        """The share in whole percents, in tenths where those would say none or all."""
        exact = 100 * self.taking_part / self.of
        is_firm = self.taking_part in (0, self.of) or 1 <= exact <= 99
        # A half goes up, as whoever counts again by hand or in a sheet has it.
        return int(exact + 0.5) if is_firm else round(exact, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All municipalities, and the codes of those that take part in each role."""

    municipalities: tuple[MunicipalityFacts, ...]
    mentors: frozenset[str]
    experimenters: frozenset[str]

    def whole(self) -> Share:
        """The share of all municipalities; there must be one."""
        return self._shares(lambda _each: WHOLE, (WHOLE,))[0]

    def by_region(self) -> tuple[Share, ...]:
        """A share a region, by code."""
        regions = sorted({each.region for each in self.municipalities})
        return self._shares(lambda each: each.region, regions)

    def by_size(self) -> tuple[Share, ...]:
        """A share a size class, the smallest first."""
        return self._shares(lambda each: each.size, SIZES)

    def by_language(self) -> tuple[Share, ...]:
        """A share a language of municipalities."""
        return self._shares(lambda each: each.language, LANGUAGES)

    def missing(self) -> tuple[MunicipalityFacts, ...]:
        """Municipalities that take part in neither role, the largest first."""
        here = self.mentors | self.experimenters
        away = [each for each in self.municipalities if each.code not in here]
        return tuple(sorted(away, key=lambda each: (-each.population, each.code)))

    def _shares(
        self, key: Callable[[MunicipalityFacts], str], keys: Iterable[str]
    ) -> tuple[Share, ...]:
        """The shares of those keys that any municipality has."""

        def count(codes: frozenset[str]) -> Counter[str]:
            return Counter(key(each) for each in self.municipalities if each.code in codes)

        of = Counter(map(key, self.municipalities))
        mentors, experimenters = count(self.mentors), count(self.experimenters)
        here = count(self.mentors | self.experimenters)
        return tuple(
            Share(
                key=each,
                taking_part=here[each],
                mentors=mentors[each],
                experimenters=experimenters[each],
                of=of[each],
            )
            for each in keys
            if of[each]
        )


def coverage(
    everyone: Iterable[Participant], municipalities: tuple[MunicipalityFacts, ...]
) -> Coverage:
    """Who takes part of these municipalities, each once, members of joint projects too."""
    codes: dict[Role, set[str]] = {role: set() for role in Role}
    for each in everyone:
        codes[each.role] |= each.bodies
    all_codes = {each.code for each in municipalities}
    return Coverage(
        municipalities=municipalities,
        mentors=frozenset(codes[Role.MENTOR] & all_codes),
        experimenters=frozenset(codes[Role.EXPERIMENTER] & all_codes),
    )
