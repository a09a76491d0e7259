"""Matching: scores, rules and the exact assignment, on numbers and keys only."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digikunta_cli.matching.exact.assign import assign
    from digikunta_cli.matching.exact.assignment import Assignment, Stage
    from digikunta_cli.matching.exact.verify import Verified, verify
    from digikunta_cli.matching.many.assign_sides import SideAssignment, assign_sides

__all__ = ["Assignment", "SideAssignment", "Stage", "Verified", "assign", "assign_sides", "verify"]

_PLACES = {
    "Assignment": "exact.assignment",
    "SideAssignment": "many.assign_sides",
    "Stage": "exact.assignment",
    "Verified": "exact.verify",
    "assign": "exact.assign",
    "assign_sides": "many.assign_sides",
    "verify": "exact.verify",
}


def __getattr__(name: str) -> object:
    # Most commands need a module beside these only, and their imports take a tenth of a report.
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
