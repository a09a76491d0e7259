"""A small network and its pairs, for the tests of what coordinators decide."""

from typing import Any

from tests.conftest import Digikunta
from tests.invented import experimenter

ALIKE = "Neuvontaa kuvapuhelimella kirjastosta"
Pairs = list[dict[str, Any]]


def alike(organisation: str, **answers: str) -> dict[str, str]:
    """An experimenter whose plan reads like what the mentor did."""
    return experimenter(organisation, plan=ALIKE, **answers)


def pairs(digikunta: Digikunta) -> Pairs:
    """All pairs as data."""
    found: Pairs = digikunta("pairs", "--format", "json").json
    return found


def proposal(digikunta: Digikunta) -> dict[str, Any]:
    """The first proposal."""
    return next(pair for pair in pairs(digikunta) if pair["state"] == "proposed")
