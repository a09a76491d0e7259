"""The picture of the network: one by one, or of many how many by region and topic."""

from collections import Counter
from itertools import cycle, islice

from digikunta_cli.document import Flows, Network
from digikunta_cli.model import (
    Answer,
    Organisation,
    OrganisationType,
    Pair,
    PairState,
    Participant,
    Registration,
    Role,
)
from digikunta_cli.names import Names
from digikunta_cli.reports.network.facts import NetworkFacts
from digikunta_cli.reports.network.picture import SECTION
from digikunta_cli.reports.network.section import View
from digikunta_cli.reports.network.wish import ReportWish
from tests.rendering.rendering_samples import speaking

REGIONS = ("01", "17", "19", None)
TOPICS: tuple[tuple[str, ...], ...] = (("participation", "other"), ("e-services",), ())


def someone(id: int, role: Role, region: str | None, *, commits: bool = True) -> Participant:
    """An invented registration of an organisation of its own."""
    key = f"organisation-{id}"
    return Participant(
        id=id,
        identity=f"identity-{id:05}",
        role=role,
        organisation=Organisation(
            key=key, name=key, type=OrganisationType.MUNICIPALITY, region=region
        ),
        registration=Registration(role=role, row=id, answers={"commitment": Answer("x", commits)}),
        topics=("participation",),
        languages=("fi",),
        bodies=frozenset({key}),
        wanted=1 if role is Role.EXPERIMENTER else None,
    )


def pair(experimenter: int, mentor: int, topics: tuple[str, ...]) -> Pair:
    """A proposal for what they share."""
    return Pair(
        id=experimenter,
        experimenter=experimenter,
        mentor=mentor,
        state=PairState.PROPOSED,
        score=1,
        topics=topics,
        parts={},
        facts={},
        flags=(),
    )


def view(experimenters: int, mentors: int) -> View:
    """A network in which two of three experimenters have pairs, every tenth of them two.

    Every seventh experimenter does not commit to sharing.
    """
    regions = cycle(REGIONS)
    guests = tuple(
        someone(n, Role.EXPERIMENTER, next(regions), commits=n % 7 != 0)
        for n in range(experimenters)
    )
    hosts = tuple(someone(10_000 + n, Role.MENTOR, "01") for n in range(mentors))
    paired = [n for n in range(experimenters) if n % 3]
    topics = islice(cycle(TOPICS), len(paired))
    pairs = [pair(n, 10_000, shared) for n, shared in zip(paired, topics, strict=True)]
    pairs += [pair(n, 10_001, ("innovations",)) for n in paired if n % 10 == 0]
    facts = NetworkFacts(
        date="2017-03-31",
        since=None,
        everyone=guests + hosts,
        pairs=tuple(pairs),
        unmatched=(),
        cures=(),
        groups=(),
        themes=(),
        was_matched=True,
    )
    names = Names({"01": "Uusimaa", "17": "Pohjois-Pohjanmaa", "19": "Lappi"}, {})
    return View(facts, ReportWish(), names, {}, people=facts.by_id())


def shown(view: View) -> Network | Flows:
    """The picture of this network."""
    with speaking("en"):
        (part,) = SECTION.parts(view)
    assert isinstance(part, Network | Flows)
    return part


def test_up_to_six_hundred_are_drawn_one_by_one() -> None:
    """Those with a pair or who could have one, and every mentor; one more is one too many."""
    picture = shown(view(500, 100))
    assert isinstance(picture, Network)
    assert len({node.id for node in picture.left}) == len(picture.left) == 476
    assert len(picture.right) == 100

    assert isinstance(shown(view(500, 124)), Network)
    assert isinstance(shown(view(500, 125)), Flows)


def test_of_many_each_experimenter_counts_once() -> None:
    """Bands, rows and totals all come to the experimenters, also those with two pairs."""
    seen = view(900, 10)
    picture = shown(seen)
    assert isinstance(picture, Flows)
    *rows, totals = picture.table.rows
    counted = [[cell for cell in row[1:] if isinstance(cell, int)] for row in rows]
    guests = [n for n in range(900) if n % 3 or n % 7]

    assert sum(flow.count for flow in picture.flows) == len(guests)
    assert sum(map(sum, counted)) == len(guests)
    assert list(totals[1:]) == [sum(column) for column in zip(*counted, strict=True)]
    assert {row[0]: sum(count) for row, count in zip(rows, counted, strict=True)} == Counter(
        {"01": "Uusimaa", "17": "Pohjois-Pohjanmaa", "19": "Lappi", None: "no region"}[
            REGIONS[n % 4]
        ]
        for n in guests
    )


def test_of_many_the_first_pair_says_the_topic() -> None:
    """Its first topic, other where it shares none, and apart those without a pair."""
    picture = shown(view(900, 10))
    assert isinstance(picture, Flows)
    totals = dict(
        zip((column.key for column in picture.table.columns), picture.table.rows[-1], strict=True)
    )
    without = len([n for n in range(900) if n % 3 == 0 and n % 7])

    assert (totals["participation"], totals["e-services"], totals["other"]) == (200, 200, 200)
    assert (totals["innovations"], totals["without"]) == (0, without)
    assert [node.label for node in picture.right] == [
        *("e-services", "participation", "other", "without a pair"),
    ]


def test_the_order_of_regions_is_by_experimenters() -> None:
    """Most first, those without a region last, however many they are."""
    picture = shown(view(903, 10))
    assert isinstance(picture, Flows)
    counts = Counter({node.id: 0 for node in picture.left})
    for flow in picture.flows:
        counts[flow.left] += flow.count

    assert picture.left[-1].label == "no region"
    first = [counts[node.id] for node in picture.left[:-1]]
    assert first == sorted(first, reverse=True)
