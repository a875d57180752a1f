"""Language and theme: the viewer's own choice, else what this browser remembers, else what it asks
for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from frontend.locale import LOCALES, best_locale
from frontend.viewer import Viewer

LOCALE_COOKIE = "carnet_locale"
THEME_COOKIE = "carnet_theme"
THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the first paint depends on."""

    locale: str
    theme: str


def preferences_of(connection: Any, viewer: Viewer | None) -> Preferences:
    """Return the language and the theme for a request or a socket."""
    chosen = viewer.user.locale if viewer else connection.cookies.get(LOCALE_COOKIE, "")
    locale = (
        chosen
        if chosen in LOCALES
        else best_locale(_accepted(connection.headers.get("accept-language", "")))
    )
    theme = connection.cookies.get(THEME_COOKIE, "system")
    if viewer:
        theme = viewer.user.theme.lower()
    return Preferences(locale, theme if theme in THEMES else "system")


def _accepted(header: str) -> list[str]:
    """Return the tags of an Accept-Language header, the most wanted first."""
    weighed: list[tuple[float, int, str]] = []
    for place, part in enumerate(header.split(",")[:20]):
        tag, _, parameter = part.strip().partition(";")
        try:
            weight = float(parameter.strip().removeprefix("q=")) if parameter else 1.0
        except ValueError:
            weight = 0.0
        if tag and tag != "*":
            weighed.append((-weight, place, tag))
    return [tag for _, _, tag in sorted(weighed)]
