"""Which language to speak."""

import pytest

from digikunta_cli.locale.choose import choose_language


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        (["--lang", "sv", "list"], {"DIGIKUNTA_LANG": "fi"}, "sv"),
        (["--lang=fi"], {}, "fi"),
        (["--lang"], {"DIGIKUNTA_LANG": "fi"}, "fi"),
        (["list"], {"DIGIKUNTA_LANG": "SV", "LANG": "fi_FI"}, "sv"),
        (["list"], {"LC_ALL": "", "LANG": "sv_FI.UTF-8"}, "sv"),
        (["list"], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {}, "en"),
    ],
)
def test_the_first_that_is_told_and_spoken_wins(
    arguments: list[str], environment: dict[str, str], expected: str
) -> None:
    """Option, environment, locale, else English."""
    assert choose_language(arguments, environment) == expected
