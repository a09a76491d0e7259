"""The sentence of each finding: what there is to look at in a row, then what to do about it."""

from collections.abc import Mapping

from digikunta_cli.locale import _, mark
from digikunta_cli.locale.sentences import filled

_FINDINGS = {
    "answers-missing": mark("ask for what was left unanswered: {column}"),
    "answer-older": mark("older than the answer that is already here; kept as an earlier version"),
    "answer-unclear": mark(
        "neither yes nor no; ask them, or say what it means under values: of a profile"
    ),
    "cell-unheaded": mark(
        "no heading above it, so it was not kept; give the column a heading and import again"
    ),
    "choice-recurring": mark(
        '"{value}" recurs, but is none of the known options;'
        " say what it means under values: of a profile if it is one of them"
    ),
    "choice-unknown": mark(
        "none of the known options; kept as written,"
        " ask if it matters, or say what it means under values: of a profile"
    ),
    "column-doubtful": mark(
        "kept as an extra, though it may answer {facts}; say so with --profile if it does"
    ),
    "commitment-missing": mark(
        "does not say whether results will be shared; kept out of the pairing until they do"
    ),
    "commitment-refused": mark(
        "does not commit to sharing results; kept out of the pairing until they do"
    ),
    "consent-undated": mark(
        "agrees to more than an answer with a time does, but has no time itself;"
        " kept as an earlier version, ask them what holds"
    ),
    "date-unclear": mark("no time that can be read, so it was not used; mend it if it matters"),
    "dates-ambiguous": mark(
        "the dates could be day/month or month/day, so they were not used;"
        " import the file again with --dates dmy or --dates mdy"
    ),
    "email-missing": mark("no e-mail address in it; ask how they can be reached"),
    "encoding-guessed": mark("the file is not UTF-8; its letters were read as {value}"),
    "encoding-repaired": mark("letters that an earlier program had garbled were put right"),
    "identity-shared": mark(
        "same organisation, and experiment where there is one, as another registration, but another"
        " contact and another content; both are kept, check whether they are one"
    ),
    "number-doubtful": mark(
        "the comma may part thousands or decimals, so it counts in no sum; ask what is meant"
    ),
    "number-missing": mark("no single number in it, so it counts in no sum; ask for one figure"),
    "number-unsure": mark("read as a number, but there are other words too; check it"),
    "organisation-former": mark("a former municipality; counted as today's {facts}"),
    "organisation-missing": mark(
        "no organisation, so no registration; fill it in and import again"
    ),
    "organisation-near": mark("taken to mean {facts}; check it"),
    "organisation-unknown": mark(
        "no municipality of that name{facts}; kept as written, mend it in the file if it is one"
    ),
    "question-gone": mark(
        "asked in the last export of this form and not in this one; if its column was left out,"
        " export it again"
    ),
    "question-new": mark("a new question since the last export of this form; look how it was read"),
    "quotes-broken": mark("a quotation mark is out of place; the row was read as it stands"),
    "row-ends-early": mark(
        "fewer cells than headings, so the last answers are missing; see whether the file was cut"
        " off, and export it again"
    ),
    "row-test": mark("looks like a test answer; left out, rename it if it is real"),
    "row-too-long": mark(
        "more cells than headings, so answers may stand in wrong columns and consents were not"
        " counted; mend the row and import again"
    ),
    "row-too-short": mark(
        "fewer cells than headings, so answers may stand in wrong columns and consents were not"
        " counted; mend the row and import again"
    ),
    "row-total": mark("a row of totals; left out"),
    "row-unfinished": mark("the form was never sent; left out, ask whether they still want to"),
    "sheet-unknown": mark("the sheet {value} is no registration form and was not read"),
    "sheet-hidden": mark("the hidden sheet {value} was not read"),
}


def finding_sentence(code: str, facts: Mapping[str, object]) -> str:
    """What a finding says about a row; the code itself where no sentence is known."""
    return filled(_(_FINDINGS.get(code, code)), facts)
