"""`resolve`: what organisation names mean."""

from collections.abc import Iterable

from digikunta_cli.locale import current_language
from digikunta_cli.reference.resolve import resolve
from digikunta_cli.reference.tables import municipality_name
from digikunta_cli.reports.facts import ResolvedName


def resolve_names(texts: Iterable[str]) -> tuple[ResolvedName, ...]:
    """Each text with the municipalities that `import` would take it to mean, in order."""
    return tuple(_resolved(text) for text in texts)


def _resolved(text: str) -> ResolvedName:
    found = resolve(text)
    return ResolvedName(
        text=text,
        municipalities=found.municipalities,
        type=found.type.value if found.type else None,
        how=found.how,
        certain=found.certain,
        suggestions=found.suggestions,
        means=_names(found.municipalities),
        perhaps=_names(found.suggestions),
    )


def _names(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(municipality_name(code, current_language()) for code in codes)
