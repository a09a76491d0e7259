"""Compile the gettext catalogues when the project is installed or built."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


# The interface is generic over the builder's configuration, which this hook does not touch.
class CatalogueHook(BuildHookInterface[Any]):
    """Write a .mo beside each .po, so that neither is needed in version control twice."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue below the package."""
        for source in sorted(Path(self.root, "digikunta_cli", "locale").glob("*/LC_MESSAGES/*.po")):
            with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
                write_mo(mo, read_po(po))
