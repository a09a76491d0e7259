"""From a name on a form to the organisation that it means, and to all bodies taking part."""

from dataclasses import dataclass, replace

from digikunta_cli.locale import current_language
from digikunta_cli.model import Finding, Organisation, OrganisationType, Registration
from digikunta_cli.reference.resolve import (
    Resolution,
    body_keys,
    organisation_key,
    resolve,
)
from digikunta_cli.reference.split import resolve_bodies
from digikunta_cli.reference.tables import municipality, municipality_name

_NAMED_BY_FORM = frozenset({"municipality", "group"})
"""Types of which the form says that the name must be a municipality's."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A registration with its organisation, its type as answered, and all bodies in it."""

    organisation: Organisation
    type: OrganisationType
    bodies: tuple[str, ...]
    findings: tuple[Finding, ...]


def place(registration: Registration, *, heading: str | None = None) -> Placed:
    """Find out which organisation registered, and who takes part with it.

    `heading` is the question that the name answers, to be named in findings.
    """
    written = registration.text("organisation") or ""
    resolution = resolve(written)
    partners = resolve_bodies(registration.text("partners") or "")
    told = registration.value("organisation_type")
    answered = OrganisationType(told) if isinstance(told, str) else None
    organisation = _organisation(written, resolution, answered)
    return Placed(
        organisation=organisation,
        type=answered or organisation.type,
        bodies=tuple(sorted({organisation.key, *body_keys((resolution, *partners))})),
        findings=_findings(
            Finding(code="", row=registration.row, column=heading, value=written),
            resolution,
            answered,
        ),
    )


def _organisation(
    written: str, resolution: Resolution, answered: OrganisationType | None
) -> Organisation:
    codes = resolution.municipalities
    return Organisation(
        key=organisation_key(resolution),
        name=", ".join(_own_name(code) for code in codes) or written,
        type=resolution.type or answered or OrganisationType.OTHER,
        municipalities=codes,
        region=municipality(codes[0]).region if codes else None,
    )


def _own_name(code: str) -> str:
    """A municipality by the name that most of its people use."""
    language = municipality(code).language
    return municipality_name(code, "sv" if language.startswith("sv") else "fi")


def _findings(
    where: Finding, resolution: Resolution, answered: OrganisationType | None
) -> tuple[Finding, ...]:
    """What is to be said of a name, if anything, in the place that `where` tells."""
    code = _doubt(resolution, answered)
    if code is None:
        return ()
    codes = resolution.municipalities or resolution.suggestions
    names = ", ".join(municipality_name(each, current_language()) for each in codes)
    return (replace(where, code=code, facts=names),)


def _doubt(resolution: Resolution, answered: OrganisationType | None) -> str | None:
    """What a person should look at in a name; None where it is plain."""
    if resolution.how in ("former", "near") and resolution.municipalities:
        return f"organisation-{resolution.how}"
    if resolution.municipalities or resolution.how == "partner":
        return None
    expects_municipality = answered is None or answered in _NAMED_BY_FORM
    return "organisation-unknown" if resolution.suggestions or expects_municipality else None
