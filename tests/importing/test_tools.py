"""Form tools are known by the columns that they add."""

import pytest

from digikunta_cli.importing.tools import ToolColumns, recognise_tool

ASKED = ["Organisaation nimi", "Yhteyshenkilön sähköposti"]


def purposes(tool: ToolColumns, headings: list[str]) -> dict[str, str]:
    """What each heading is for."""
    return {headings[index]: purpose for index, purpose in sorted(tool.purposes.items())}


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        (
            "Microsoft Forms",
            {
                "ID": "response_id",
                "Start time": "started_at",
                "Completion time": "answered_at",
                "Email": "account_email",
                "Name": "account_name",
                "Last modified time": "system",
            },
        ),
        (
            "Microsoft Forms",
            {
                "ID": "response_id",
                "Starttid": "started_at",
                "Slutförandetid": "answered_at",
                "E-post": "account_email",
                "Namn": "account_name",
                "Ändrades senast klockan": "system",
            },
        ),
        (
            "Microsoft Forms",
            {
                "ID": "response_id",
                "Aloitusaika": "started_at",
                "Valmistumisaika": "answered_at",
                "Sähköposti": "account",
                "Nimi": "account",
            },
        ),
        ("Google Forms", {"Timestamp": "answered_at", "Email Address": "account"}),
        ("Google Forms", {"Tidstämpel": "answered_at", "E-postadress": "account"}),
        ("Google Forms", {"Aikaleima": "answered_at", "Sähköpostiosoite": "account"}),
        (
            "Vuorovaikutusalusta",
            {
                "Vastaustunniste": "response_id",
                "Aikaleima": "answered_at",
                "Vastauskieli": "answer_language",
            },
        ),
        ("Webropol", {"Vastaajan tunniste": "response_id", "Vastausaika": "answered_at"}),
        (
            "Webropol",
            {
                "RespondentId": "response_id",
                "ResponseDate": "answered_at",
                "RespondentEmail": "system",
            },
        ),
        (
            "LimeSurvey",
            {
                "id": "response_id",
                "submitdate": "answered_at",
                "lastpage": "system",
                "startlanguage": "answer_language",
                "seed": "system",
                "startdate": "started_at",
                "datestamp": "system",
                "ipaddr": "system",
            },
        ),
        (
            "LimeSurvey",
            {
                "Response ID": "response_id",
                "Date submitted": "answered_at",
                "Last page": "system",
                "Start language": "answer_language",
                "Date started": "started_at",
            },
        ),
        (
            "SurveyMonkey",
            {
                "Respondent ID": "response_id",
                "Collector ID": "system",
                "Start Date": "started_at",
                "End Date": "answered_at",
                "IP Address": "system",
                "Email Address": "account",
                "First Name": "account",
                "Last Name": "account",
                "Custom Data 1": "system",
            },
        ),
        (
            "Typeform",
            {
                "#": "response_id",
                "Response Type": "system",
                "Start Date (UTC)": "started_at",
                "Submit Date (UTC)": "answered_at",
                "Network ID": "system",
                "Tags": "system",
                "Ending": "system",
            },
        ),
        (None, {}),
    ],
)
def test_a_tool_and_its_columns_are_recognised(name: str | None, columns: dict[str, str]) -> None:
    """All of its own columns, and none of the questions."""
    headings = [*columns, *ASKED]
    tool = recognise_tool(headings)

    assert (tool.tool, purposes(tool, headings)) == (name, columns)


def test_an_address_asked_nowhere_else_is_the_contact() -> None:
    """Google's own column is the only way to write to them; a later one is a question."""
    alone = ["Timestamp", "Email Address", "Organisation"]
    later = ["Timestamp", "Organisation", "Sähköpostiosoite", "Johtajan sähköposti"]

    assert purposes(recognise_tool(alone), alone) == {"Timestamp": "answered_at"}
    assert purposes(recognise_tool(later), later) == {"Timestamp": "answered_at"}


def test_words_of_a_tool_are_questions_in_other_forms() -> None:
    """Tags and endings are system columns in Typeform only."""
    headings = ["", "Timestamp", "Tags", "Name", "Seed"]

    assert purposes(recognise_tool(headings), headings) == {"Timestamp": "answered_at"}
    assert recognise_tool([]).column("answered_at") is None


def test_a_tool_may_fix_the_order_of_dates() -> None:
    """Tampere's platform writes days first; the others follow the computer."""
    assert recognise_tool(["Vastaustunniste", "Aikaleima"]).date_order == "dmy"
    assert recognise_tool(["Aikaleima"]).date_order is None
