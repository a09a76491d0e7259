"""The command line's own words in the language in use: help headings and wrong usage."""

import gettext
import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer
from typer import core

from digikunta_cli import locale
from digikunta_cli.locale import _, current_language

_BRACKETED = re.compile(r"\(s\) \((.*)\)$")
_QUOTED = re.compile(r"'([^']*)'")


def translate_help() -> None:
    """Let typer's own "Options", "Commands", "default" come from our catalogues."""
    os.environ["LANGUAGE"] = current_language()
    gettext.bindtextdomain("digikunta", str(Path(locale.__file__).parent))
    gettext.textdomain("digikunta")


def usage_sentence(error: typer.TyperException) -> str:
    """What was wrong with a command line and where help is; or the help, if nothing was said."""
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(getattr(error, "message", error))
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "digikunta"
    return _("{said} Help: {command} --help").format(said=_said(error), command=command)


def _said(error: typer.TyperException) -> str:
    """The parser's own message says what it found only in English, so its parts are taken out."""
    kind, message = type(error).__name__, str(getattr(error, "message", error))
    quoted = _QUOTED.findall(message)
    if kind == "MissingParameter":
        return _("{name} is missing.").format(name=_parameter(error))
    if kind == "BadParameter":
        return _bad_value(error, message, quoted)
    if kind == "BadOptionUsage":
        return _("{name} needs a value.").format(name=getattr(error, "option_name", "?"))
    if kind == "NoSuchOption":
        near = sorted(getattr(error, "possibilities", None) or ())
        return _unknown(_("There is no option {name}."), getattr(error, "option_name", ""), near)
    if kind == "UsageError" and quoted:
        return _unknown(_("There is no command {name}."), quoted[0], quoted[1:])
    surplus = _BRACKETED.search(message)
    if surplus:
        return _("Here is too much: {names}.").format(names=surplus[1])
    return message


def _bad_value(error: typer.TyperException, message: str, quoted: list[str]) -> str:
    name = _parameter(error)
    if len(quoted) > 1:
        choices = ", ".join(quoted[1:])
        sentence = _("{name} cannot be {value}. Choose one of: {choices}.")
        return sentence.format(name=name, value=quoted[0], choices=choices)
    if " int" in message or "integer" in message:
        return _("{name} must be a whole number.").format(name=name)
    if "is not in the range" in message:
        return _out_of_range(name, getattr(getattr(error, "param", None), "type", None))
    return f"{name}: {message.rstrip('.')}."


def _out_of_range(name: str, type: Any) -> str:
    least, most = getattr(type, "min", None), getattr(type, "max", None)
    if most is None:
        return _("{name} must be at least {least}.").format(name=name, least=least)
    if least is None:
        return _("{name} must be at most {most}.").format(name=name, most=most)
    return _("{name} must be from {least} to {most}.").format(name=name, least=least, most=most)


def _unknown(sentence: str, name: str, near: Sequence[str]) -> str:
    said = sentence.format(name=name)
    if not near:
        return said
    return said + " " + _("Did you mean {near}?").format(near=", ".join(near))


def _parameter(error: typer.TyperException) -> str:
    """A parameter as the help writes it: an option by its long name, an argument by its metavar."""
    parameter: Any = getattr(error, "param", None)
    if parameter is None:
        return str(getattr(error, "param_hint", None) or _("An argument"))
    if getattr(parameter, "param_type_name", "") == "argument":
        return str(parameter.metavar or parameter.name)
    return str(parameter.opts[0])


# Both kinds of commands say the same in our words; typer's types for this are private.
def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage:") + " ")


def _translated(option: Any) -> Any:
    if option is not None:
        option.help = _("Show this message and exit.")
    return option


def _say_ranges(parameters: Sequence[Any]) -> None:
    """Let the help say in words what numbers an option takes; typer writes `x>=1`."""
    for parameter in parameters:
        least = getattr(parameter.type, "min", None)
        if least is not None:
            said = _("at least {least}").format(least=least)
            # typer asks the type itself, and lets nobody say it otherwise.
            parameter.type._describe_range = lambda said=said: said


class Command(core.TyperCommand):
    """A command that speaks the language in use."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """The arguments and options, their numbers in words."""
        _say_ranges(self.get_params(ctx))
        super().format_options(ctx, formatter)

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The usage line, its first word translated."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The --help option with its text translated."""
        return _translated(super().get_help_option(ctx))


class Group(core.TyperGroup):
    """A group of commands that speaks the language in use."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The usage line, its first word translated."""
        _write_usage(self, ctx, formatter)

    def get_help_option(self, ctx: Any) -> Any:
        """The --help option with its text translated."""
        return _translated(super().get_help_option(ctx))
