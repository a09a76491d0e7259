"""Form exports of invented networks of any size, made of the samples' answers in other orders."""

import csv
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from digikunta_cli.importing.form import recognise
from digikunta_cli.reference.tables import municipalities, municipality_name
from digikunta_cli.topics import load

ROOT = Path(__file__).parents[1]
_EXPERIMENTERS = ROOT / "data" / "kokeilijat_60.csv"
_MENTORS = ROOT / "data" / "vaikuttajat_7.csv"
_SEED = 20170331

Change = Callable[[int, random.Random], dict[str, str]]


def write_network(folder: Path, *, experimenters: int, mentors: int) -> tuple[Path, Path]:
    """Two exports: experiments of all municipalities, mentors of municipalities and companies."""
    towns = [municipality_name(each.code, "fi") for each in municipalities()]
    chance = random.Random(_SEED)
    chance.shuffle(towns)

    def experimenter(number: int, chance: random.Random) -> dict[str, str]:
        return {
            "organisation": chance.choice(towns),
            "title": f"{chance.choice(('Digi', 'Etä', 'Mobiili', 'Avoin '))}kokeilu {number}",
            "partners": chance.choice(("", "", "", *towns[:5])),
        }

    def mentor(number: int, _chance: random.Random) -> dict[str, str]:
        is_town = number <= len(towns) // 2
        return {
            "organisation": towns[-number] if is_town else f"Esimerkkipaja {number} Oy",
            "organisation_type": "kunta" if is_town else "yritys",
        }

    return (
        _write(folder / "kokeilijat.csv", _EXPERIMENTERS, experimenters, experimenter),
        _write(folder / "vaikuttajat.csv", _MENTORS, mentors, mentor),
    )


def _write(path: Path, sample: Path, count: int, change: Change) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows(_rows(sample, count, change))
    return path


def _rows(sample: Path, count: int, change: Change) -> Iterator[Sequence[str]]:
    """The sample's headings, then so many of its answers, each changed and shuffled."""
    with sample.open(encoding="utf-8-sig", newline="") as file:
        headings, *answers = list(csv.reader(file, delimiter=";"))
    form = recognise(headings, load(ROOT / "topics.yaml"))
    assert form is not None
    column = {target.field: index for index, target in reversed(form.targets.items())}
    column |= {purpose: index for index, purpose in form.tool.purposes.items()}
    chance = random.Random(_SEED)
    yield headings
    for number in range(1, count + 1):
        row = list(chance.choice(answers))
        own = {
            "response_id": str(10_000 + number),
            "contact_email": f"henkilo{number}@kunta.example",
            **{field: _shuffled(row[column[field]], chance) for field in _TEXTS & column.keys()},
            **change(number, chance),
        }
        for field, text in own.items():
            row[column[field]] = text
        yield row


_TEXTS = {"need", "plan", "solution", "ideas"}


def _shuffled(text: str, chance: random.Random) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)
