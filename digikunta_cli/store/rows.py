"""How the facts are written into columns and read back."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from sqlite3 import Row
from typing import Any

from digikunta_cli.model import (
    Answer,
    Organisation,
    OrganisationType,
    Registration,
    Role,
    Value,
)

_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)
_DECODER = json.JSONDecoder()
_answer = partial(tuple.__new__, Answer)
"""Makes an answer of its text and its value; a named tuple's own way takes twice as long."""
_EMPTY: Mapping[str, Callable[[], object]] = {"[]": list, "{}": dict}


def dumps(value: object) -> str:
    """JSON as the database keeps it: compact, letters as they are."""
    return _COMPACT.encode(value)


def loads(text: str) -> Any:
    """What JSON says; most lists and extras of a registration are empty."""
    return _EMPTY[text]() if text in _EMPTY else _DECODER.raw_decode(text)[0]


def answers_json(answers: Mapping[str, Answer]) -> str:
    """Answers as {field: [text]} or {field: [text, value]}."""
    return dumps(
        {
            field: [answer.text] if answer.value is None else [answer.text, answer.value]
            for field, answer in answers.items()
        }
    )


def answers_of(text: str) -> dict[str, Answer]:
    """Read back what `answers_json` wrote."""
    return {
        field: _answer((cell[0], _value(cell[1]) if len(cell) > 1 else None))
        for field, cell in loads(text).items()
    }


def _value(told: Any) -> Value:
    return tuple(told) if isinstance(told, list) else told


def registration_of(row: Row) -> Registration:
    """The registration that a row of `version`, with its role, holds."""
    answered = row["answered_at"]
    return Registration(
        role=Role(row["role"]),
        row=row["row"],
        answers=answers_of(row["answers"]),
        extras=loads(row["extras"]),
        answered_at=datetime.fromisoformat(answered) if answered else None,
        response_id=row["response_id"],
    )


def organisation_of(row: Row) -> Organisation:
    """The organisation of a row; `municipalities` is a JSON list there."""
    return Organisation(
        key=row["organisation_key"],
        name=row["organisation_name"],
        type=OrganisationType(row["type"]),
        municipalities=tuple(loads(row["municipalities"])),
        region=row["region"],
    )
