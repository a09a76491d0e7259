"""What somebody agreed to, with the question and where the answer stands."""

from collections.abc import Iterable

from digikunta_cli.document import Json
from digikunta_cli.history import Evidence
from digikunta_cli.locale import _
from digikunta_cli.locale.dates import day_said


def proofs(evidence: Iterable[Evidence], registration: int) -> dict[str, str]:
    """By field, in words: where the answer that counts stands, and the hash of its file."""
    return {
        each.field: _proof(each)
        for each in evidence
        if each.registration == registration and not each.superseded
    }


def _proof(evidence: Evidence) -> str:
    file = evidence.file if evidence.sheet is None else f"{evidence.file} ({evidence.sheet})"
    place = _("{file}, row {row}").format(file=file, row=evidence.row)
    day = day_said(evidence.answered_at) if evidence.answered_at else None
    question = f'"{evidence.question}"' if evidence.question else None
    content = f"sha256 {evidence.sha256[:12]}"
    return ", ".join(each for each in (question, day, place, content) if each)


def to_data(evidence: Iterable[Evidence], registration: int) -> list[Json]:
    """The evidence of one registration as `show --format json` gives it, earliest first."""
    return [
        {
            "field": each.field,
            "question": each.question,
            "answer": each.answer,
            "answered_at": each.answered_at,
            "file": each.file,
            "sheet": each.sheet,
            "sha256": each.sha256,
            "row": each.row,
            "superseded": each.superseded,
        }
        for each in evidence
        if each.registration == registration
    ]
