"""Forms of support that experimenters may ask for, and what of them mentors can offer."""

from collections.abc import Mapping

SUPPORT_KEYS = (
    "expertise",
    "mentor",
    "events",
    "funding",
    "digikiri",
    "scaling",
    "visibility",
    "procurement",
    "other",
)
"""In the order of the invitation."""

MEETS: Mapping[str, frozenset[str]] = {
    "mentor": frozenset({"mentor"}),
    "expertise": frozenset({"expertise", "models", "visit"}),
    "events": frozenset({"talk", "visit"}),
    "scaling": frozenset({"savings", "models"}),
    "visibility": frozenset({"communication"}),
    "procurement": frozenset({"procurement"}),
}
"""What a mentor must offer to meet a wish; funding and the digikiri study are the ministry's."""
