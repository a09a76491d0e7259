"""Matching: scores, rules and the exact assignment, on numbers and keys only."""

from digikunta_cli.matching.assign import assign
from digikunta_cli.matching.assignment import Assignment, Stage
from digikunta_cli.matching.many import SideAssignment, assign_sides
from digikunta_cli.matching.verify import Verified, verify

__all__ = ["Assignment", "SideAssignment", "Stage", "Verified", "assign", "assign_sides", "verify"]
