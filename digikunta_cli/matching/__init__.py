"""Matching: scores, rules and the exact assignment, on numbers and keys only."""

from digikunta_cli.matching.exact.assign import assign
from digikunta_cli.matching.exact.assignment import Assignment, Stage
from digikunta_cli.matching.exact.verify import Verified, verify
from digikunta_cli.matching.many.assign_sides import SideAssignment, assign_sides

__all__ = ["Assignment", "SideAssignment", "Stage", "Verified", "assign", "assign_sides", "verify"]
