"""Which form a table is: its role, and which column answers which question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from digikunta_cli.history import CONSENTS
from digikunta_cli.importing import form_experimenter, form_mentor
from digikunta_cli.importing.consent import is_asked_plainly
from digikunta_cli.importing.headings import language_of, tidy, without_code
from digikunta_cli.importing.questions import Kind, Question, Wordings, bare
from digikunta_cli.importing.tools import ToolColumns, recognise_tool
from digikunta_cli.model import Role
from digikunta_cli.text import words
from digikunta_cli.topics import Catalogue

_QUESTIONS = {Role.MENTOR: form_mentor.QUESTIONS, Role.EXPERIMENTER: form_experimenter.QUESTIONS}
_OPEN_ANSWER = re.compile(
    r"\(?\s*(?:avoin vastaus|avoimet vastaukset|öppet svar|öppna svar|open answers?)\s*\)?\s*$",
    re.IGNORECASE,
)
_PARTS = re.compile(r":\s*|\s[-–]\s|\s*\[")
_TWINS = re.compile(r"\s*[/|]\s*|\s[-–]\s")
_DOUBLED = re.compile(r"(?<=[^\W\d])\d$")
"""The number that a workbook's table adds to a heading that it has already."""
_OTHER = re.compile(
    r"(?:jokin |joku |jotain |något |någon )?(?:muu|muuta|muut|annat|annan|övrigt|other)"
    r"(?: (?:mikä|mitä|vad|vilken|vilket|what|which|please|specify|tarkenna|ange))*"
)
_CODE = re.compile(r"(?:sq|ao|a|q)?\d{1,3}")
"""What stands for an option where its text was not exported."""
_INSTRUCTION = re.compile(r"(?:valitse|voi[td]|välj|du kan|ni kan|select|choose|tick|you)\b")
LEAST_OWN_QUESTIONS = 3
"""So many questions that only one role's form asks tell whose form it is."""
_LONGEST = 1_000
"""No question is asked in more letters."""
_SENTENCE = 4
"""So many words are a question whatever title stands before them."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a column answers: a field, one option of it, or the open text beside its options."""

    field: str
    option: str | None = None
    label: str = ""
    is_open: bool = False

    @property
    def is_coded(self) -> bool:
        """Whether the column is one option's by a code, which does not say whose."""
        return bool(self.label) and self.option is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A recognised form: every column is a target, the tool's own, or kept as an extra."""

    role: Role
    headings: tuple[str, ...]
    tool: ToolColumns
    targets: dict[int, Target]
    extras: dict[int, str]
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """What answers mean beside the known options: by field, text -> option key."""

    @property
    def language(self) -> str | None:
        """The language of the questions, None where their words do not tell."""
        return language_of(self.headings)


def heading_of(form: Form, field: str) -> str | None:
    """The question of a field as the file asks it; None where it does not ask it."""
    index = next((i for i, target in form.targets.items() if target.field == field), None)
    if index is None:
        return None
    heading, option = form.headings[index], form.targets[index].label
    if option and heading.rstrip("] ").endswith(option):
        return heading.rstrip("] ").removesuffix(option).rstrip(" :-–[")
    return heading


@cache
def questions_of(role: Role) -> dict[str, Question]:
    """The questions of a role's form by their field."""
    return {question.field: question for question in _QUESTIONS[role]}


@cache
def _question_wordings(role: Role) -> Wordings:
    return Wordings.of((q.field, q.wordings) for q in _QUESTIONS[role])


@cache
def option_wordings(role: Role, field: str) -> Wordings:
    """The options of a question by their wordings; topics come from the catalogue instead."""
    return Wordings.of((o.key, o.wordings) for o in questions_of(role)[field].options)


@cache
def topic_wordings(catalogue: Catalogue) -> Wordings:
    """The topics by every wording that the catalogue knows."""
    return Wordings.of(
        (topic.key, [*topic.names.values(), *topic.all_variants()]) for topic in catalogue.topics
    )


def wordings_for(role: Role, question: Question, catalogue: Catalogue) -> Wordings:
    """The options of a question, whether its own or the topics."""
    if question.kind is Kind.TOPICS:
        return topic_wordings(catalogue)
    return option_wordings(role, question.field)


def recognise(
    headings: Sequence[str], catalogue: Catalogue, *, role: Role | None = None
) -> Form | None:
    """The form that these headings belong to; None where they are no registration form's.

    With `role` given, that role's form is taken wherever an organisation is asked for, unless
    the questions plainly are the other role's.
    """
    forms = {each: mapped(headings, catalogue, each) for each in Role}
    clear = max(forms.values(), key=_own_questions)
    if role and clear.role is not role and _own_questions(clear) >= LEAST_OWN_QUESTIONS:
        return None
    best = forms[role] if role else clear
    fields = {target.field for target in best.targets.values()}
    least = 0 if role else LEAST_OWN_QUESTIONS
    return best if "organisation" in fields and _own_questions(best) >= least else None


def _own_questions(form: Form) -> int:
    """How many questions were found that only this role's form asks."""
    fields = {target.field for target in form.targets.values()}
    known = questions_of(form.role)
    return sum(known[field].roles == frozenset({form.role}) for field in fields)


def mapped(headings: Sequence[str], catalogue: Catalogue, role: Role) -> Form:
    """What each column would answer in the form of a role, whether it is one or not."""
    headings = tuple(map(tidy, headings))
    tool = recognise_tool(headings)
    targets: dict[int, Target] = {}
    extras: dict[int, str] = {}
    for index, heading in enumerate(headings):
        if index in tool.purposes:
            continue
        target = _certain_target(heading, catalogue, role) if len(heading) <= _LONGEST else None
        if target is None or (target in targets.values() and target.field not in CONSENTS):
            extras[index] = extra_name(heading, index, extras)
        else:
            targets[index] = target
    return Form(role=role, headings=headings, tool=tool, targets=targets, extras=extras)


def extra_name(heading: str, index: int, extras: dict[int, str]) -> str:
    """What an extra is kept as; headings that come twice are told apart by their number."""
    heading = without_code(heading) or f"({index + 1})"
    count = sum(name == heading or name.startswith(f"{heading} (") for name in extras.values())
    return f"{heading} ({count + 1})" if count else heading


def _certain_target(heading: str, catalogue: Catalogue, role: Role) -> Target | None:
    """What a heading asks; a consent only in its very words, since "may not" is near to "may"."""
    target = _target(heading, catalogue, role)
    if target is None or target.field not in CONSENTS:
        return target
    asked = _DOUBLED.sub("", without_code(heading))
    known = questions_of(role)[target.field].wordings
    is_sure = is_asked_plainly(asked, known, twins=_TWINS.split(asked), parts=_split(asked))
    return target if is_sure else None


def _target(heading: str, catalogue: Catalogue, role: Role) -> Target | None:
    known = _question_wordings(role)
    asked = without_code(heading)
    if ending := _OPEN_ANSWER.search(asked):
        field = known.exact(asked[: ending.start()])
        if field:
            return _open_target(field, role)
    field = known.exact(heading) or known.exact(asked) or _twins(asked, known)
    if field:
        return Target(field)
    parts = tuple(_split(asked))
    for look in (known.exact, known.find):
        for question, option in parts:
            field = look(question)
            if field and (look == known.exact or _has_several(field, role)):
                return _option_target(field, option, catalogue, role)
    field = _loose_field(asked, parts, known)
    return Target(field) if field else None


def _open_target(field: str, role: Role) -> Target | None:
    """The open text beside the options of a question, or of a question that is open itself."""
    if _has_several(field, role):
        return Target(field, is_open=True)
    return Target(field) if questions_of(role)[field].kind in (Kind.TEXT, Kind.LONG) else None


def _twins(asked: str, known: Wordings) -> str | None:
    """The field of one question asked in several languages: "Nimi / Namn"."""
    fields = {known.exact(part) for part in _TWINS.split(asked)}
    return fields.pop() if len(fields) == 1 else None


def _split(heading: str) -> Iterator[tuple[str, str]]:
    """Every way to read a heading as a question and an option: "Q: opt", "Q - opt", "Q [opt]"."""
    for match in _PARTS.finditer(heading):
        yield heading[: match.start()], heading[match.end() :].rstrip("] ")


def _has_several(field: str, role: Role) -> bool:
    return questions_of(role)[field].kind in (Kind.MANY, Kind.TOPICS)


def _option_target(field: str, option: str, catalogue: Catalogue, role: Role) -> Target | None:
    if not _has_several(field, role):
        return None
    if _OPEN_ANSWER.search(option):
        return Target(field, is_open=True)
    question = questions_of(role)[field]
    options = wordings_for(role, question, catalogue)
    key = options.find(option)
    if key:
        return Target(field, option=key, label=option)
    told = bare(option)
    if _OTHER.fullmatch(told):
        has_other = "other" in options.entries.values()
        return Target(field, "other", option) if has_other else Target(field, is_open=True)
    if _CODE.fullmatch(told):
        return Target(field, label=option)
    return Target(field) if _INSTRUCTION.match(told) else None


def _loose_field(asked: str, parts: Sequence[tuple[str, str]], known: Wordings) -> str | None:
    """The field of a question that stands behind a title, is numbered, or nearly worded so."""
    titled = [known.exact(text) for _title, text in parts if len(words(text)) >= _SENTENCE]
    return (
        next(filter(None, titled), None)
        or known.exact(_DOUBLED.sub("", asked))
        or known.find(asked)
    )
