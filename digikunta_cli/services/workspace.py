"""Where a coordinator's files are: the database, and the topics file that they may have edited."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from digikunta_cli.locale import current_language
from digikunta_cli.names import Names
from digikunta_cli.topics import Catalogue, find_file, load

_DATABASE = Path("data", "digikunta.db")


@dataclass(frozen=True)
class Workspace:
    """The database, and the folder whose topics file wins over the packaged one."""

    database: Path
    folder: Path | None

    @cached_property
    def catalogue(self) -> Catalogue:
        """The topics and weights of this workspace; raises InputError if the file is bad."""
        return load(find_file(self.folder))

    @cached_property
    def names(self) -> Names:
        """Names in the language in use."""
        from digikunta_cli.reference import tables

        language = current_language()
        return Names(
            regions={r.code: tables.region_name(r.code, language) for r in tables.regions()},
            municipalities={
                m.code: tables.municipality_name(m.code, language) for m in tables.municipalities()
            },
        )

    @property
    def topic_names(self) -> dict[str, str]:
        """What the topics file calls the topics in the language in use, by key."""
        language = current_language()
        return {t.key: self.catalogue.name(t.key, language) for t in self.catalogue.topics}


def find_workspace(here: Path, environment: Mapping[str, str], database: Path | None) -> Workspace:
    """Find the workspace from a folder upward.

    The database is the one named, else by DIGIKUNTA_DB, else `data/digikunta.db` under the nearest
    folder upward that holds a topics.yaml, else in the user's data folder.
    """
    folder = next((f for f in (here, *here.parents) if _has_topics(f)), None)
    told = database or _told(environment)
    if told:
        return Workspace(told, folder or told.parent)
    if folder:
        return Workspace(folder / _DATABASE, folder)
    # Only here, since most commands do not get so far.
    from platformdirs import user_data_path

    home = user_data_path("digikunta", appauthor=False)
    return Workspace(home / "digikunta.db", home)


def _has_topics(folder: Path) -> bool:
    """Whether a folder holds a topics file; one that may not be looked into holds none."""
    try:
        return (folder / "topics.yaml").is_file()
    except PermissionError:
        return False


def _told(environment: Mapping[str, str]) -> Path | None:
    told = environment.get("DIGIKUNTA_DB")
    return Path(told).expanduser() if told else None
