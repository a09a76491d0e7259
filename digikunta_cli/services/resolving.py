"""`resolve`: what organisation names mean."""

from collections.abc import Iterable

from digikunta_cli.reference.resolve import resolve
from digikunta_cli.reports.facts import ResolvedName
from digikunta_cli.services.organisations import own_name


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
        means=tuple(own_name(code) for code in found.municipalities),
        perhaps=tuple(own_name(code) for code in found.suggestions),
    )
