"""What is wrong in a file that people edit, such as topics.yaml, then what to do about it."""

from digikunta_cli.locale import mark

YAML_ERRORS = {
    "yaml-word-unknown": mark(
        "{file} line {line}: {key} cannot be that. Choose one of: {choices}."
    ),
    "yaml-folder": mark(
        "{file} is a folder, not a file. Give the name of the file itself, which ends in .yaml."
    ),
    "yaml-too-large": mark(
        "The file {file} is larger than a megabyte. Take out what does not belong there."
    ),
    "yaml-encoding-bad": mark(
        "Line {line} of {file} is not UTF-8. Save the file with the encoding UTF-8."
    ),
    "yaml-syntax": mark(
        "Line {line} of {file} cannot be read. Look there for a tab, a missing colon, or a bracket"
        " or quotation mark that is not closed."
    ),
    "yaml-sections-missing": mark(
        "{file} has no sections (line {line})."
        " It must begin with topics: and may have weights: after it."
    ),
    "yaml-feature-refused": mark(
        "Line {line} of {file} uses a mark that is not allowed here (&, *, ! or ---)."
        " Put the text between quotation marks."
    ),
    "yaml-too-deep": mark(
        "Line {line} of {file} has too many lists or sections inside each other."
        " Compare it with the topics.yaml that came with the program."
    ),
    "yaml-key-doubled": mark(
        "{key} stands twice in {file}, the second time on line {line}. Remove one of them."
    ),
    "yaml-key-unknown": mark(
        "{file} line {line}: nothing here is called {key}. Check the spelling, or remove the line."
    ),
    "yaml-key-missing": mark("{file} line {line}: {key} is missing. Add it there."),
    "yaml-text-expected": mark(
        "{file} line {line}: one text is expected at {key}. Put it between quotation marks."
    ),
    "yaml-text-empty": mark(
        "{file} line {line}: {key} has an empty text. Write the text, or remove the line."
    ),
    "yaml-list-expected": mark(
        "{file} line {line}: a list is expected at {key}."
        " Write it as [one, two], or each text on its own line after a hyphen."
    ),
    "yaml-section-expected": mark(
        "{file} line {line}: {key} is a section. Put its parts on lines of their own below it."
    ),
    "yaml-number-bad": mark(
        "{file} line {line}: {key} is no whole number from {least} to {most}."
        " Write one in plain digits."
    ),
    "yaml-id-bad": mark(
        "{file} line {line}: {key} is no id. Write the number that digikunta list shows."
    ),
    "what-if-empty": mark(
        "{file} has no sections (line {line}). Write one or more of add_seats:, without:, weights:,"
        " policy: and min_load:."
    ),
    "yaml-wording-doubled": mark(
        '{file} line {line}: another topic has the wording "{key}" too. Leave it with one only.'
    ),
}
"""By code; the facts are file, line and key."""
