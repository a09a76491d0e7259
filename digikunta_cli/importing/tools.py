"""Form tools by the columns that they add themselves: what answered when, and by which account."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from digikunta_cli.text import plain

_PURPOSES = {
    "response_id": (
        "id",
        "vastaus-id",
        "svars-id",
        "response id",
        "respondent id",
        "#",
        "respondentid",
    ),
    "answered_at": (
        "completion time",
        "slutförandetid",
        "valmistumisaika",
        "vastausaika",
        "svarstid",
        "timestamp",
        "tidstämpel",
        "aikaleima",
        "submitdate",
        "submit date (utc)",
        "end date",
    ),
    "started_at": ("start time", "starttid", "aloitusaika", "startdate", "start date", "datestamp"),
    # Finnish account columns were never seen: those words are the form's own questions.
    "account_email": ("email", "e-post"),
    "account_name": ("name", "namn"),
    "answer_language": ("vastauskieli", "svarsspråk", "startlanguage", "response language"),
    "system": (
        "last modified time",
        "ändrades senast klockan",
        "lastpage",
        "seed",
        "token",
        "ipaddr",
        "ip address",
        "refurl",
        "collector id",
        "collectorid",
    ),
}
_MARKS = (
    (
        "Microsoft Forms",
        ({"id", "start time", "completion time"}, {"id", "starttid", "slutförandetid"}),
    ),
    ("Webropol", ({"vastaus-id", "vastausaika"}, {"svars-id", "svarstid"})),
    ("LimeSurvey", ({"submitdate", "lastpage"},)),
    ("SurveyMonkey", ({"respondent id", "collector id"}, {"respondentid", "collectorid"})),
    ("Google Forms", ({"timestamp"}, {"tidstämpel"}, {"aikaleima"})),
)


@dataclass(frozen=True, slots=True)
class ToolColumns:
    """The tool's name (None where unknown) and the purpose of each of its columns."""

    tool: str | None
    purposes: dict[int, str] = field(default_factory=dict)

    def column(self, purpose: str) -> int | None:
        """The column that serves a purpose, None where there is none."""
        return next((index for index, name in self.purposes.items() if name == purpose), None)


def recognise_tool(headings: Sequence[str]) -> ToolColumns:
    """Tell the tool and its own columns from the headings.

    E-mail and name are the account's only in Microsoft Forms, and only the first of two alike:
    the second is the form's own question.
    """
    folded = [plain(heading).rstrip(":") for heading in headings]
    present = set(folded)
    tool = next((name for name, marks in _MARKS if any(mark <= present for mark in marks)), None)
    purposes: dict[int, str] = {}
    for purpose, names in _PURPOSES.items():
        if purpose.startswith("account") and tool != "Microsoft Forms":
            continue
        index = next((i for i, name in enumerate(folded) if name in names), None)
        if index is not None:
            purposes[index] = purpose
    return ToolColumns(tool, purposes)
