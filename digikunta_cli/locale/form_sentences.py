"""The sentences of forms that are not known for certain, and of profiles."""

from digikunta_cli.locale import mark

FORM_ERRORS = {
    "form-hidden": mark(
        "No sheet that is shown in {file} holds a registration form; hidden is {sheets}."
        " Show the sheet in Excel, save the file, and import it again; where a sheet that is shown"
        " holds the form, import it with --role mentor or --role experimenter."
    ),
    "form-unknown": mark(
        "{file} is no export of a registration form: its headings ask none of the known questions."
        " Check that it is the right file; if it is, import it with --role mentor or"
        " --role experimenter to get a draft that says what its columns answer."
    ),
    "form-other-role": mark(
        "The questions in {file} are those of the other role's form."
        " Leave out --role, or check that it is the right file."
    ),
    "form-doubtful": mark(
        "Nothing was imported: {file} asks in words of its own ({columns}). Check the draft {draft}"
        " that was written beside it, and import again with --profile {draft}."
    ),
    "form-doubtful-again": mark(
        "Nothing was imported: {file} asks in words of its own ({columns})."
        " Check the profile {draft} that is there already, and import again with --profile {draft}."
    ),
    "form-strange": mark(
        "Nothing was imported: {file} asks none of the known questions. Say what its columns answer"
        " in the draft {draft} that was written beside it, and import again with --profile {draft}."
    ),
    "form-strange-again": mark(
        "Nothing was imported: {file} asks none of the known questions. Say what its columns answer"
        " in the profile {draft} that is there already, and import again with --profile {draft}."
    ),
    "form-strange-dry": mark(
        "{file} asks none of the known questions."
        " Import it without --dry-run to get a draft of a profile to fill in."
    ),
    "form-partly": mark(
        "Nothing was imported: {file} asks too few of the known questions to be certain whose form"
        " it is (known: {columns}). Check role: and the columns in the draft {draft} that was"
        " written beside it, and import again with --profile {draft}."
    ),
    "form-partly-again": mark(
        "Nothing was imported: {file} asks too few of the known questions to be certain whose form"
        " it is (known: {columns}). Check role: and the columns in the profile {draft} that is"
        " there already, and import again with --profile {draft}."
    ),
    "form-partly-dry": mark(
        "{file} asks too few of the known questions to be certain whose form it is (known:"
        " {columns}). Import it without --dry-run to get a draft of a profile."
    ),
    "form-doubtful-dry": mark(
        "{file} asks in words of its own ({columns})."
        " Import it without --dry-run to be asked, or to get a draft of a profile."
    ),
    "profile-changed": mark(
        "{file} is not the form that the profile {profile} was made for: new column {new}; gone"
        " {gone}. Change the columns in the profile, or make a new one by importing without it."
    ),
    "profile-near": mark(
        "{file} is nearly the form of the kept profile {profile}: new column {new}; gone {gone}."
        " Copy that profile, change the columns in the copy, and import with --profile COPY."
    ),
    "profile-other-form": mark(
        "{file} has none of the columns of the profile {profile}. Check that both are the right"
        " ones."
    ),
    "profile-no-sections": mark(
        "{file} has no sections (line {line}). A profile must begin with role: and have columns:."
    ),
    "profile-field-doubled": mark(
        "{file} line {line}: a second column is to answer {key}. Write extra or ignore for one."
    ),
    "profile-organisation-missing": mark(
        "{file} line {line}: no column is the organisation. Write organisation after the one."
    ),
}
