"""What the pictures are written with: texts that can add nothing to a picture, and the colours."""

from html import escape

from digikunta_cli.text import one_line

HUES = ("#1f5fa8", "#9a5200", "#2b7a4b", "#8b3a8b", "#b0344a", "#4d6470")
"""As the light page has them, for a picture that stands alone."""
FONT = '15px system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif'
_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF))


def safe(text: str) -> str:
    """Escaped text of letters that XML allows."""
    return escape(one_line(text).translate(_NOT_XML))


def hue(number: int) -> str:
    """A colour of the page where it has any, so that a dark page can lighten it."""
    place = number % len(HUES)
    return f"var(--hue-{place},{HUES[place]})"


def short(label: str, letters: int) -> str:
    """A label on one line, cut with a mark where it has more letters."""
    label = one_line(label)
    return label if len(label) <= letters else f"{label[: letters - 1].rstrip()}…"


def write(
    x: float | str,
    y: float,
    text: str,
    *,
    anchor: str = "start",
    style: str = "",
    title: str = "",
    shift: int = 0,
) -> str:
    """A line of text, beside its place by `shift`; its `title` shows when it is pointed at."""
    moved = f' dx="{shift}"' if shift else ""
    end = "" if anchor == "start" else f' text-anchor="{anchor}"'
    look = f' class="{style}"' if style else ""
    hint = f"<title>{safe(title)}</title>" if title else ""
    return f'<text x="{x}" y="{round(y, 1)}"{moved}{end}{look}>{hint}{safe(text)}</text>'


def frame(body: str, *, key: str, look: str, size: str, title: str, said: str, style: str) -> str:
    """The `svg` element around a picture, with its title and what it shows `said` in words."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{look}" {size}'
        f' role="img" aria-labelledby="{key}-title {key}-desc">'
        f'<title id="{key}-title">{safe(title)}</title>'
        f'<desc id="{key}-desc">{safe(said)}</desc>'
        f"{f'<style>{style}</style>' if style else ''}{body}</svg>"
    )


def view_box(width: float, height: float) -> str:
    """The size of a picture that is as wide as the page has room for."""
    return f'viewBox="0 0 {width} {height}"'
