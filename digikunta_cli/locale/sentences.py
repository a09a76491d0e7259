"""The sentence of each error: what is wrong, then what to do about it."""

from collections.abc import Mapping

from digikunta_cli.locale import _, mark
from digikunta_cli.locale.form_sentences import FORM_ERRORS
from digikunta_cli.locale.meeting_sentences import MEETING_ERRORS
from digikunta_cli.locale.yaml_sentences import YAML_ERRORS

_ERRORS = {
    # usage
    "format-unknown": mark(
        "The file name ends in {suffix}, which is no known format."
        " Use .txt, .json, .csv, .md, .xlsx or .html."
    ),
    "format-needs-file": mark("The format {format} needs a file. Add --output FILE.{format}."),
    "format-invalid": mark("There is no format {format} here. Choose one of: {formats}."),
    "section-unknown": mark("The report has no section {section}. Choose among: {sections}."),
    "language-unknown": mark("{language} is not spoken here. Choose --lang fi, sv or en."),
    "who-unknown": mark(
        "Nothing here is called {who}. See the ids and names with: digikunta list."
    ),
    "participant-unknown": mark(
        "There is no registration with id {id}. See the ids with: digikunta list."
    ),
    "not-an-experimenter": mark(
        "Registration {id} is not an experimenter's."
        " See the experimenters with: digikunta list --role experimenter."
    ),
    "why-not-alone": mark(
        "--why-not tells about one experimenter only. Add its id: --explain ID --why-not MENTOR."
    ),
    "end-unknown": mark(
        "Registration {id} is not of the role {role}. See the ids with: digikunta list."
    ),
    "pair-unknown": mark("There is no pair with id {id}. See the ids with: digikunta pairs."),
    "pair-state": mark(
        "Pair {id} is {state}, so this cannot be done to it. See it with: digikunta pairs."
    ),
    "pair-exists": mark("That pair exists already, with id {id}. See it with: digikunta pairs."),
    "pair-forbidden": mark(
        "A rule forbids this pair: {rule}. Change the pair, or the facts that the rule rests on."
    ),
    "pair-not-forbidden": mark(
        "The pair of {experimenter} and {mentor} was not ruled out."
        " See those that are with: digikunta pairs."
    ),
    "match-overtaken": mark(
        "Somebody changed the network while you were looking, so nothing was kept."
        " Run digikunta match again."
    ),
    "round-unknown": mark(
        "There is no round with number {id}. See the rounds with: digikunta log."
    ),
    "options-mixed": mark("{one} and {other} cannot be asked for at once. Leave one of them out."),
    "no-seat": mark(
        "The mentor has no seat left ({used} of {capacity} taken)."
        " End or reject one of its pairs first."
    ),
    "no-wish": mark(
        "The experimenter has all the mentors it wants ({used} for {wanted} wanted)."
        " End or reject one of its pairs first."
    ),
    "pair-tried": mark(
        "Pair {id} is {state}, not ruled out."
        " Let it be proposed again with: digikunta pair move {id} proposed."
    ),
    "topic-unknown": mark("There is no topic {topic}. See the keys with: digikunta topics."),
    "region-unknown": mark(
        "There is no region {region}. Use its code or its name in Finnish or Swedish."
    ),
    "who-several": mark(
        "{who} stands in the names of {count} organisations."
        " Write the whole name, or give the id of a registration."
    ),
    "output-suffix": mark("The file {file} must end in {suffix}. Give --output another name."),
    "date-bad": mark("{date} is no date. Write it as 2017-03-31 or 31.3.2017."),
    "idea-unknown": mark(
        "Registration {id} tells no idea or question."
        " See those that do with: digikunta report ideas."
    ),
    "sum-bad": mark("{sum} is no sum of euros above zero. Write it as 250000 or 250 000."),
    "nothing-to-resolve": mark(
        "There is no text to look up. Give it on the command line, or with --file FILE."
    ),
    "nothing-to-undo": mark(
        "There is no import to take back. See the imports with: digikunta log."
    ),
    "undo-settled": mark(
        "Registrations of the last import are in pairs that people made ({ids})."
        " Decline or cancel those pairs first, then undo."
    ),
    "undo-invited": mark(
        "Registrations of the last import are invited to meetings ({ids})."
        " Take those invitations back with digikunta meeting uninvite, then undo."
    ),
    "undo-answered": mark(
        "Ideas of registrations of the last import were answered ({ids})."
        " Let them wait again with digikunta idea reopen, then undo."
    ),
    # input
    "file-missing": mark("There is no file {file}. Check its name and folder."),
    "file-unreadable": mark("The file {file} may not be read. Check its permissions."),
    "file-not-regular": mark(
        "{file} is a folder or a device, not a file. Give the name of an export file."
    ),
    "file-empty": mark("The file {file} is empty. Download the export again."),
    "file-too-large": mark(
        "The file {file} is larger than the limit ({limit}). Split it, or export fewer answers."
    ),
    "file-binary": mark(
        "The file {file} is neither text nor a workbook. Download the export again as xlsx or csv."
    ),
    "file-html": mark(
        "The file {file} is a web page, whatever its name says."
        " Open it in Excel and save it as xlsx."
    ),
    "file-xml-workbook": mark(
        "The file {file} is a workbook in the old XML format of Excel 2003, which is not read here."
        " Open it in Excel and save it as xlsx."
    ),
    "file-encrypted": mark(
        "The file {file} is protected by a password or a label."
        " Open it in Excel and save it without protection."
    ),
    "file-encrypted-or-damaged": mark(
        "The file {file} is protected, damaged or no workbook."
        " Open it in Excel and save it as xlsx without protection."
    ),
    "file-damaged": mark("The file {file} is damaged. Download the export again."),
    "file-not-table": mark(
        "The file {file} is packed but no workbook. Unpack it, or save the answers as xlsx."
    ),
    "file-unsafe": mark(
        "The workbook {file} holds parts that no form export has, or needs more memory than the"
        " limit ({limit}). Open it in Excel and save it as xlsx anew, or split it."
    ),
    "json-not-answers": mark(
        "The file {file} holds no list of answers."
        " Export it as a list with an object for each answer, or as xlsx or csv."
    ),
    "quote-unclosed": mark(
        "In {file} a quotation mark opened in row {row} is never closed."
        " Close it in that row, or export the answers as xlsx."
    ),
    **FORM_ERRORS,
    "import-strict": mark(
        "Nothing was imported, because {file} has rows that are no registrations ({count})."
        " Mend them, or import without --strict."
    ),
    "output-unwritable": mark("The file {file} cannot be written: {reason}. Choose another place."),
    "findings-there": mark(
        "There is a file {file} already, and it is not written over."
        " Give --findings another name, or take that file away."
    ),
    "findings-format": mark(
        "The rows to mend go to a workbook or a csv file, and {file} is neither."
        " Give --findings a name that ends in .xlsx or .csv."
    ),
    **MEETING_ERRORS,
    **YAML_ERRORS,
    # database
    "database-not-ours": mark("{file} is not a digikunta database. Choose another file with --db."),
    "database-newer": mark(
        "{file} was made by a newer digikunta. Update the program and try again."
    ),
    "database-damaged": mark(
        "The database {file} is damaged. Restore it from a backup, or import the exports anew."
    ),
    "database-locked": mark(
        "Another program is using the database {file}. Close it, or try again in a moment."
    ),
    "database-not-file": mark("{file} is a folder or a device. Choose a file with --db."),
    "database-unwritable": mark(
        "The database {file} cannot be created: {reason}. Choose another place with --db."
    ),
    "database-read-only": mark(
        "The database {file} may only be read. Check the permissions of the file and its folder."
    ),
    "database-unreachable": mark(
        "The database {file} cannot be read or written just now. Check the disk or the network."
    ),
    "disk-full": mark("The disk of {file} is full. Make room; nothing was changed."),
}


def error_sentence(code: str, facts: Mapping[str, object]) -> str:
    """What a command says when it cannot go on; the code itself where no sentence is known."""
    return filled(_(_ERRORS.get(code, code)), facts)


class _Blank(dict[str, object]):
    """Facts that may lack one that a sentence asks for."""

    def __missing__(self, key: str) -> str:
        return "?"


def filled(sentence: str, facts: Mapping[str, object]) -> str:
    """The sentence with its facts put in; a value is never read as a sentence itself."""
    return sentence.format_map(_Blank(facts))
