"""A person's photo, or their initials on a quiet colour that stays theirs."""

from __future__ import annotations

from zlib import crc32

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.chip import COLORS


def Avatar(name: str, *, photo_url: str | None = None, size: int = 24) -> VdomDict:
    """Draw an avatar of 20, 24, 32, 48 or 72 pixels. The name stands beside it: it is hidden from
    screen readers.
    """
    attributes = {"className": f"avatar avatar-{size}", "aria-hidden": "true"}
    if photo_url:
        return html.span(
            attributes,
            html.img(
                {"src": photo_url, "alt": "", "width": size, "height": size, "loading": "lazy"}
            ),
        )
    color = COLORS[crc32(name.casefold().encode()) % len(COLORS)].lower()
    return html.span(
        {**attributes, "className": f"{attributes['className']} color-{color}"}, initials(name)
    )


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name: "Élodie de Ferrari" →
    "ÉF".
    """
    words = [word for word in name.replace("@", " ").split() if word[0].isalnum()]
    if not words:
        return "·"
    chosen = [words[0], words[-1]] if len(words) > 1 else words
    return "".join(word[0] for word in chosen).upper()
