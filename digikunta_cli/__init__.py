"""Registrations of a network of mentors and experimenters: import, list, match, report."""

__version__ = "0.1.0"
