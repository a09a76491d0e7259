"""Form tools by the columns that they add themselves: what answered when, and by which account."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from digikunta_cli.text import plain

_PURPOSES = {
    "response_id": (
        "id",
        "vastaus-id",
        "svars-id",
        "response id",
        "responseid",
        "respondent id",
        "respondentid",
        "vastaajan tunniste",
        "vastaustunniste",
        "#",
    ),
    "answered_at": (
        "completion time",
        "slutförandetid",
        "valmistumisaika",
        "vastausaika",
        "svarstid",
        "responsedate",
        "response date",
        "timestamp",
        "tidstämpel",
        "aikaleima",
        "submitdate",
        "date submitted",
        "submit date (utc)",
        "end date",
        "enddate",
        "ilmoittautumisaika",
        "anmälningstid",
        "registration time",
    ),
    "started_at": (
        "start time",
        "starttid",
        "aloitusaika",
        "startdate",
        "start date",
        "start date (utc)",
        "date started",
    ),
    "answer_language": (
        "vastauskieli",
        "svarsspråk",
        "startlanguage",
        "start language",
        "response language",
    ),
}
_MARKS = (
    (
        "Microsoft Forms",
        (
            {"id", "start time", "completion time"},
            {"id", "starttid", "slutförandetid"},
            {"id", "aloitusaika", "valmistumisaika"},
        ),
    ),
    ("LimeSurvey", ({"submitdate", "lastpage"}, {"date submitted", "last page"})),
    ("SurveyMonkey", ({"respondent id", "collector id"}, {"respondentid", "collectorid"})),
    ("Typeform", ({"#", "submit date (utc)"}, {"network id", "submit date (utc)"})),
    ("Vuorovaikutusalusta", ({"vastaustunniste", "aikaleima"},)),
    (
        "Webropol",
        ({"vastausaika"}, {"svarstid"}, {"vastaajan tunniste"}, {"respondentid", "responsedate"}),
    ),
    ("Google Forms", ({"timestamp"}, {"tidstämpel"}, {"aikaleima"})),
)
_SYSTEM = {
    "Microsoft Forms": {"last modified time", "ändrades senast klockan", "total points"},
    "LimeSurvey": {
        *("lastpage", "last page", "seed", "token", "ipaddr", "ip address", "refurl"),
        *("referrer url", "datestamp", "date last action", "interviewtime", "total time"),
    },
    "SurveyMonkey": {
        *("collector id", "collectorid", "ip address", "ipaddress", "custom data"),
        *("custom data 1", "date created", "date modified"),
    },
    "Typeform": {"response type", "stage date (utc)", "network id", "tags", "ending"},
    "Webropol": {"respondentemail"},
}
"""What a tool keeps for itself, which says nothing about the registration."""

_ACCOUNTS = {
    "email": "account_email",
    "e-post": "account_email",
    "name": "account_name",
    "namn": "account_name",
}
"""The account's columns in Microsoft Forms, wherever they stand; only the first of two alike."""

_LEADING_ACCOUNTS = {
    "Microsoft Forms": {"sähköposti", "sähköpostiosoite", "nimi"},
    "Google Forms": {"email address", "sähköpostiosoite", "e-postadress", "username"},
    "SurveyMonkey": {
        *("email address", "first name", "last name"),
        *("emailaddress", "firstname", "lastname"),
    },
}
"""The account's columns where they stand before all questions; elsewhere they are questions."""

_EMAIL = re.compile(r"sähköposti|e-?post\b|e-?postadress|e-?mail")
_ORDERS = {"Vuorovaikutusalusta": "dmy"}


@dataclass(frozen=True, slots=True)
class ToolColumns:
    """The tool's name (None where unknown) and the purpose of each of its columns."""

    tool: str | None
    purposes: dict[int, str] = field(default_factory=dict)

    def column(self, purpose: str) -> int | None:
        """The column that serves a purpose, None where there is none."""
        return next((index for index, name in self.purposes.items() if name == purpose), None)

    @property
    def date_order(self) -> str | None:
        """How the tool orders day and month of its times, whatever the computer; else None."""
        return _ORDERS.get(self.tool or "")

    @property
    def keeps_unfinished(self) -> bool:
        """Whether answers that were never sent are exported too, without a time of sending."""
        return self.tool in ("LimeSurvey", "Typeform")


def recognise_tool(headings: Sequence[str]) -> ToolColumns:
    """Tell the tool and its own columns from the headings."""
    folded = [plain(heading).rstrip(": ") for heading in headings]
    present = set(folded)
    tool = next((name for name, marks in _MARKS if any(mark <= present for mark in marks)), None)
    purposes: dict[int, str] = {}
    for purpose, names in _PURPOSES.items():
        index = next((i for i, name in enumerate(folded) if name in names), None)
        if index is not None:
            purposes[index] = purpose
    system = _SYSTEM.get(tool or "", set())
    for index, name in enumerate(folded):
        if name in system:
            purposes.setdefault(index, "system")
    if tool == "Microsoft Forms":
        _add_accounts(folded, purposes)
    _add_leading_accounts(folded, tool, purposes)
    return ToolColumns(tool, purposes)


def _add_accounts(folded: Sequence[str], purposes: dict[int, str]) -> None:
    for name, purpose in _ACCOUNTS.items():
        if name in folded:
            purposes[folded.index(name)] = purpose


def _add_leading_accounts(
    folded: Sequence[str], tool: str | None, purposes: dict[int, str]
) -> None:
    """Go through the columns before the questions.

    An e-mail that is asked nowhere else is the only way to write to them, and no account's.
    """
    names = _LEADING_ACCOUNTS.get(tool or "", set())
    for index, name in enumerate(folded):
        if index in purposes or not name:
            continue
        others = (*folded[:index], *folded[index + 1 :])
        if name not in names or (_EMAIL.search(name) and not any(map(_EMAIL.search, others))):
            return
        purposes[index] = "account"
