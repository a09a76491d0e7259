"""Rows below the headings that are no registrations: totals, tests, and what was never sent."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from digikunta_cli.importing.form import Form
from digikunta_cli.model import Finding
from digikunta_cli.text import plain, words

Refuse = Callable[[int, Sequence[str]], Finding | None]
"""Why a row is no registration, by its number and cells; None where it is one."""

_TOTALS = frozenset(
    {"yhteensä", "yht", "summa", "loppusumma", "välisumma", "total", "totals", "totalt", "sum"}
    | {"keskiarvo", "ka", "medelvärde", "genomsnitt", "average", "mean", "mediaani", "median"}
    | {"lukumäärä", "antal", "count"}
)
_COUNTED = frozenset(
    {"vastausta", "vastaukset", "svar", "answers", "responses", "kpl", "st", "rows", "riviä"}
    | {"kaikki", "alla", "all"}
)
_TESTS = frozenset(
    {"test", "testi", "testing", "testaus", "testaaja", "testinen", "testikunta", "testikäyttäjä"}
    | {"testivastaus", "testirivi", "testikokeilu", "testorganisaatio", "testiorganisaatio"}
    | {"testkommun", "testsvar", "testare", "testsson", "testperson", "testförsök", "tester"}
    | {"testuser", "prov", "provsvar", "asdf", "asd", "qwerty", "xxx"}
)
_TRACES = ("test", "prov", "asd", "qwerty", "xxx")
"""One of these stands in whatever has a word of a test."""
_FILLING = frozenset(
    {"kunta", "kaupunki", "kommun", "stad", "organisaatio", "organisation", "oy", "ab", "vastaus"}
    | {"svar", "answer", "nimi", "namn", "name", "henkilö", "person", "user", "kokeilu", "försök"}
    | {"experiment", "rivi", "rad", "row", "vain", "bara", "only", "tämä", "on", "är", "this", "is"}
    | {"a", "detta", "det", "ett", "en"}
)
"""Words that say nothing beside "test": a test of a chatbot is an experiment, not a test."""


def refusal(form: Form) -> Refuse:
    """What looks over the rows of a form."""
    organisation = _column(form, "organisation")
    email = _column(form, "contact_email")
    named = (organisation, _column(form, "contact_name"), _column(form, "title"))
    looked_at = (*named, email)
    submitted = form.tool.column("answered_at") if form.tool.keeps_unfinished else None

    def refuse(number: int, cells: Sequence[str]) -> Finding | None:
        if not cell_of(cells, email) and _is_total(next(filter(None, cells), "")):
            return Finding(code="row-total", row=number)
        if submitted is not None and not cell_of(cells, submitted):
            return Finding(code="row-unfinished", row=number)
        if _is_blank(cell_of(cells, organisation)):
            return Finding(
                code="organisation-missing", row=number, column=_heading(form, organisation)
            )
        told = " ".join([cell_of(cells, i) for i in looked_at]).casefold()
        if not any([trace in told for trace in _TRACES]):
            return None  # as of most rows
        test = next((i for i in named if is_test(cell_of(cells, i))), None)
        if test is None and not _is_test_address(cell_of(cells, email)):
            return None
        return Finding(
            code="row-test", row=number, column=_heading(form, email if test is None else test)
        )

    return refuse


def cell_of(cells: Sequence[str], index: int | None) -> str:
    """The cell of a column, empty where the row ends before it or there is no such column."""
    return cells[index] if index is not None and index < len(cells) else ""


@lru_cache(1 << 12)  # organisations recur
def _is_blank(text: str) -> bool:
    return not plain(text)


def is_test(text: str) -> bool:
    """Whether a name says nothing but that it was a test: "Testi Testinen", "TEST 2"."""
    if len(text) > 40:
        return False
    mine = {word for word in words(text) if not word.isdigit()}
    return bool(mine & _TESTS) and mine <= _TESTS | _FILLING


def _is_test_address(text: str) -> bool:
    name, _at, place = text.partition("@")
    return bool(place) and is_test(name) and is_test(place.rpartition(".")[0])


def _is_total(text: str) -> bool:
    if len(text) > 40:
        return False
    mine = {word for word in words(text) if not word.isdigit()}
    return bool(mine & _TOTALS) and mine <= _TOTALS | _COUNTED


def _column(form: Form, field: str) -> int | None:
    return next((i for i, target in form.targets.items() if target.field == field), None)


def _heading(form: Form, index: int | None) -> str | None:
    return form.headings[index] if index is not None else None
