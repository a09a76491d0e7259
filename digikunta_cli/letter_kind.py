"""The kinds of letters that bring people together; apart, as the command line names them."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for."""

    ASK_MENTOR = "ask-mentor"
    ASK_EXPERIMENTER = "ask-experimenter"
    INTRODUCTION = "introduction"
    CHECK_IN = "check-in"
    RESULTS = "results"
    INVITATION = "invitation"
    CANCELLATION = "cancellation"


OF_MEETINGS = frozenset({LetterKind.INVITATION, LetterKind.CANCELLATION})
"""Letters about a meeting; the others are about pairs."""
