"""Matching: scores, rules and the exact assignment, on numbers and keys only."""

from digikunta_cli.matching.assign import Assignment, assign

__all__ = ["Assignment", "assign"]
