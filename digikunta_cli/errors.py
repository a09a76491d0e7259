"""What stops a command: one error with a code and facts; its sentence is looked up at the edge."""


class DigikuntaError(Exception):
    """A command cannot go on; `code` names the sentence, `facts` fill it in."""

    exit_code = 1

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class UsageError(DigikuntaError):
    """The command was called in a way that cannot work (exit 2)."""

    exit_code = 2


class InputError(DigikuntaError):
    """The input was refused, or an output file cannot be written (exit 3)."""

    exit_code = 3


class DatabaseError(DigikuntaError):
    """The database is locked, newer, not ours, damaged, or its disk is full (exit 4)."""

    exit_code = 4
