"""Invented form exports for tests: a csv file from answers by field."""

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

from digikunta_cli.importing.form import questions_of
from digikunta_cli.model import Role

Answers = Mapping[str, str]

TIME = "Vastausaika"
"""The heading of the time of an answer, as Webropol writes it."""


def experimenter(organisation: str = "Salo", **answers: str) -> dict[str, str]:
    """An experimenter's answers; those given win, and a name that is no field is a heading."""
    return {
        TIME: "1.9.2016 9:00",
        "organisation": organisation,
        "contact_name": "Aino Esimerkki",
        "contact_email": f"aino@{organisation.casefold()}.example",
        "title": "Etäneuvonta",
        "need": "Neuvonta on kaukana",
        "plan": "Kokeillaan etäyhteyttä",
        "months": "6",
        "commitment": "kyllä",
        "sharing": "kyllä",
        **answers,
    }


def mentor(organisation: str = "Vaasa", **answers: str) -> dict[str, str]:
    """A mentor's answers; those given win."""
    return {
        TIME: "1.9.2016 9:00",
        "organisation": organisation,
        "contact_email": f"eero@{organisation.casefold()}.example",
        "solution": "Neuvonta verkossa",
        "lessons": "Alku oli hidas",
        "capacity": "2",
        "commitment": "kyllä",
        **answers,
    }


def write(path: Path, rows: Iterable[Answers], *, role: Role = Role.EXPERIMENTER) -> Path:
    """Write a Webropol export whose columns are the fields of its rows, in order."""
    rows = list(rows)
    questions = questions_of(role)
    fields = list(dict.fromkeys(field for row in rows for field in row))
    headings = [questions[field].wordings[0] if field in questions else field for field in fields]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(["Vastaus-ID", *headings])
        for number, row in enumerate(rows, start=1):
            writer.writerow([number, *(row.get(field, "") for field in fields)])
    return path
