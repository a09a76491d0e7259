"""The sentences of what is wrong with meetings and with letters."""

from digikunta_cli.locale import mark

MEETING_ERRORS = {
    "meeting-unknown": mark(
        "There is no meeting with id {id}. See the meetings with: digikunta meeting list."
    ),
    "meeting-untitled": mark("A meeting needs a title. Say in a few words what it is called."),
    "meeting-ends-early": mark(
        "A meeting from {start} to {end} would end before it begins. Give a later --end."
    ),
    "meeting-year": mark(
        "{date} is no likely day for a meeting. Give a year from {first} to {last}."
    ),
    "meeting-cancelled": mark(
        "Meeting {id} is cancelled, so this cannot be done."
        " If it takes place after all, say so with: digikunta meeting cancel {id} --take-back."
    ),
    "meeting-not-cancelled": mark(
        "Meeting {id} is not cancelled. Cancel it first with: digikunta meeting cancel {id}."
    ),
    "meeting-over": mark(
        "Meeting {id} is over, so no letter about it is due."
        " If it has another day, say so with: digikunta meeting change {id} --date DATE."
    ),
    "meeting-not-yet": mark(
        "Meeting {id} is only on {date}, so nobody came to it yet."
        " Note then who came; who will not come can be noted now with --absent."
    ),
    "meeting-topicless": mark(
        "Meeting {id} has no topics, so say whom to invite."
        " Name them, or add --topic KEY or --everyone."
    ),
    "meeting-nobody": mark(
        "Nobody is invited to meeting {id} yet. Invite with: digikunta meeting invite {id}."
    ),
    "day-missing": mark(
        "There is no day {date} in the calendar. Look at the day and the month once more."
    ),
    "time-bad": mark("{time} is no time of day. Write it as 9:30 or 09.30."),
    "time-missing": mark(
        "Clocks skip {time} on {date}, as summer time begins. Choose another time."
    ),
    "letters-meeting-missing": mark(
        "This letter needs a meeting. Add --meeting ID; see the ids with: digikunta meeting list."
    ),
    "letters-folder": mark(
        "The letters need a folder, and {file} is a file."
        " Give the name of a folder, there already or not."
    ),
    "letters-page": mark(
        "{file} is a page that digikunta did not write, so it is not written over."
        " Choose another folder with --output."
    ),
    "letter-template-bad": mark(
        "Line {line} of the letter {file} cannot be read."
        " Look there for a brace that is not closed, or take the letter away to use the usual one."
    ),
    "letter-template-unreadable": mark("The letter {file} cannot be read. Check its permissions."),
    "letter-template-misencoded": mark(
        "The letter {file} has characters in line {line} that are not UTF-8."
        " Save it anew, and choose the encoding UTF-8."
    ),
    "letter-template-tangled": mark(
        "The letter {file} is too tangled to be read."
        " Make it simpler, or take it away to use the usual one."
    ),
    "letter-template-endless": mark(
        "The letter {file} asks in line {line} for more than any letter holds."
        " Look there for a loop without an end or a number that is too large."
    ),
    "letter-template-unfilled": mark(
        "The letter {file} asks in line {line} for something that is not there."
        " Compare what stands in its braces with the list at its beginning."
    ),
    "letter-template-empty": mark(
        "The letter {file} says nothing below its subject."
        " Write the subject on its first line and the letter below it."
    ),
}
