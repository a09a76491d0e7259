"""Which language to speak: option, environment, the machine's own, else English."""

from collections.abc import Mapping, Sequence

from digikunta_cli.locale import LANGUAGES

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "LANG")


def choose_language(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that was asked for, as far as we speak it; en where nothing is told."""
    told = [
        _option(arguments),
        environment.get("DIGIKUNTA_LANG"),
        next((environment[name] for name in _VARIABLES if environment.get(name)), None),
        _windows_language(),
    ]
    codes = ((each or "").strip().lower()[:2] for each in told)
    return next((code for code in codes if code in LANGUAGES), "en")


def _option(arguments: Sequence[str]) -> str | None:
    """The value of --lang, before any command has been read."""
    for index, argument in enumerate(arguments):
        if argument == "--lang":
            return arguments[index + 1] if index + 1 < len(arguments) else None
        if argument.startswith("--lang="):
            return argument.partition("=")[2]
    return None


def _windows_language() -> str | None:
    """The language of Windows' own menus, which no environment variable tells."""
    import sys

    if sys.platform != "win32":
        return None
    import ctypes
    import locale

    return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
