"""Shares of municipalities that take part, by region, size class and language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.model import Organisation, OrganisationType, Participant, Registration, Role
from digikunta_cli.reports.network.coverage_facts import (
    WHOLE,
    Coverage,
    MunicipalityFacts,
    Share,
    coverage,
)
from digikunta_cli.sizes import SIZES

CODES = [f"{number:03}" for number in range(20)]
codes = st.sampled_from([*CODES, "999", "name:it company"])


def municipality(
    code: str, *, region: str = "01", population: int = 9_000, languages: tuple[str, ...] = ("fi",)
) -> MunicipalityFacts:
    """An invented municipality."""
    return MunicipalityFacts(code=code, region=region, population=population, languages=languages)


def participant(role: Role, *bodies: str) -> Participant:
    """An invented registration of these bodies."""
    return Participant(
        id=1,
        identity="x",
        role=role,
        organisation=Organisation(key="x", name="X", type=OrganisationType.GROUP),
        registration=Registration(role=role, row=2),
        topics=(),
        languages=(),
        bodies=frozenset(bodies),
    )


municipalities = st.lists(
    st.builds(
        municipality,
        st.sampled_from(CODES),
        region=st.sampled_from(["01", "02", "21"]),
        population=st.integers(100, 700_000),
        languages=st.sampled_from([("fi",), ("sv",), ("fi", "sv"), ("sv", "fi")]),
    ),
    min_size=1,
    unique_by=lambda each: each.code,
).map(tuple)
registrations = st.lists(st.tuples(st.sampled_from(list(Role)), st.lists(codes, max_size=3)))


@given(all_there_are=municipalities, everyone=registrations)
def test_every_way_of_counting_counts_each_municipality_once(
    all_there_are: tuple[MunicipalityFacts, ...], everyone: list[tuple[Role, list[str]]]
) -> None:
    """Shares by region, size and language add up to the whole; the others are missing."""
    found = coverage([participant(role, *bodies) for role, bodies in everyone], all_there_are)
    here = {code for _role, bodies in everyone for code in bodies} & {m.code for m in all_there_are}
    whole = found.whole()

    assert (whole.key, whole.taking_part, whole.of) == (WHOLE, len(here), len(all_there_are))
    assert {each.code for each in found.missing()} == {m.code for m in all_there_are} - here
    for shares in (found.by_region(), found.by_size(), found.by_language()):
        for figure in ("taking_part", "mentors", "experimenters", "of"):
            assert sum(getattr(share, figure) for share in shares) == getattr(whole, figure)
        for share in shares:
            assert max(share.mentors, share.experimenters) <= share.taking_part <= share.of
            assert share.taking_part <= share.mentors + share.experimenters
            assert 0 <= share.percent <= 100


@pytest.mark.parametrize(
    ("population", "size"),
    [
        (4_999, SIZES[0]),
        (5_000, SIZES[1]),
        (20_000, SIZES[2]),
        (50_000, SIZES[3]),
        (99_999, SIZES[3]),
        (100_000, SIZES[4]),
    ],
)
def test_size_classes_are_those_of_the_form(population: int, size: str) -> None:
    """A class begins at its lower limit."""
    assert municipality("001", population=population).size == size


@pytest.mark.parametrize(
    ("languages", "language"),
    [(("fi",), "fi"), (("sv",), "sv"), (("fi", "sv"), "both"), (("sv", "fi"), "both")],
)
def test_two_languages_are_both_whichever_the_majority_speaks(
    languages: tuple[str, ...], language: str
) -> None:
    """Only a municipality of one language is Finnish or Swedish."""
    assert municipality("001", languages=languages).language == language


@pytest.mark.parametrize(
    ("taking_part", "of", "percent"),
    [
        (0, 308, 0),
        (1, 308, 0.3),
        (87, 308, 28),
        (307, 308, 99.7),
        (308, 308, 100),
        (3, 8, 38),
        (5, 8, 63),
    ],
)
def test_a_share_says_none_or_all_only_where_it_is_so(
    taking_part: int, of: int, percent: float
) -> None:
    """Whole percents, but tenths where those would round to 0 or 100."""
    share = Share(key="x", taking_part=taking_part, mentors=0, experimenters=0, of=of)
    assert share.percent == percent


def test_the_largest_is_missed_first() -> None:
    """Whoever is asked next comes first; of the same size by code."""
    sizes = {"001": 10, "002": 500, "003": 20, "004": 20}
    all_there_are = tuple(municipality(code, population=n) for code, n in sizes.items())
    found = Coverage(
        municipalities=all_there_are, mentors=frozenset(), experimenters=frozenset({"001"})
    )
    assert [each.code for each in found.missing()] == ["002", "003", "004"]
