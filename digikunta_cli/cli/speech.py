"""The command line's own words in the language in use: help headings and wrong usage."""

import gettext
import os
from pathlib import Path
from typing import Any

import typer
from typer import core

from digikunta_cli import locale
from digikunta_cli.locale import _, current_language


def translate_help() -> None:
    """Let typer's own "Options", "Commands", "default" come from our catalogues."""
    os.environ["LANGUAGE"] = current_language()
    gettext.bindtextdomain("digikunta", str(Path(locale.__file__).parent))
    gettext.textdomain("digikunta")


def usage_sentence(error: typer.TyperException) -> str:
    """What was wrong with a command line, and where help is."""
    said = _said(error)
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "digikunta"
    return _("{said} Help: {command} --help").format(said=said, command=command)


def _said(error: typer.TyperException) -> str:
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return ""
    if kind == "MissingParameter":
        return _("{name} is missing.").format(name=_parameter(error))
    if kind == "NoSuchOption":
        return _no_option(error)
    message = getattr(error, "message", str(error))
    if kind == "BadParameter":
        return _("{name} cannot be that: {message}").format(name=_parameter(error), message=message)
    return str(message)


def _parameter(error: typer.TyperException) -> str:
    parameter = getattr(error, "param", None)
    return str(parameter.get_error_hint()).strip("'") if parameter else _("An argument")


def _no_option(error: typer.TyperException) -> str:
    name = getattr(error, "option_name", "")
    near = sorted(getattr(error, "possibilities", None) or ())
    if near:
        return _("There is no option {name}; did you mean {near}?").format(
            name=name, near=", ".join(near)
        )
    return _("There is no option {name}.").format(name=name)


# Both kinds of commands say the same in our words; typer's types for this are private.
def _write_usage(command: Any, ctx: Any, formatter: Any) -> None:
    pieces = " ".join(command.collect_usage_pieces(ctx))
    formatter.write_usage(ctx.command_path, pieces, prefix=_("Usage:") + " ")


def _translated(option: Any) -> Any:
    if option is not None:
        option.help = _("Show this message and exit.")
    return option


class Command(core.TyperCommand):
    """A command that speaks the language in use."""

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
