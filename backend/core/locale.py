"""Words of letters and documents in English, French and Italian (gettext catalogs, English ids)."""

from __future__ import annotations

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = ("en", "fr", "it")
DEFAULT_LOCALE = "en"
_FOLDER = Path(__file__).parent.parent / "locale"


@lru_cache(maxsize=8)
def catalog(locale: str) -> gettext.NullTranslations:
    """Return the compiled catalog of a locale; English needs none."""
    file = _FOLDER / f"{locale}.po"
    if not file.exists():
        return gettext.NullTranslations()
    with file.open("rb") as source:
        parsed = read_po(source, locale=locale)
    compiled = BytesIO()
    write_mo(compiled, parsed)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def translate(locale: str, message: str, /, **parameters: object) -> str:
    """Return a message in a locale, its ``{parameters}`` filled in."""
    text = catalog(locale).gettext(message)
    return text.format(**parameters) if parameters else text


def known_locale(value: str | None) -> str:
    """Return the nearest of our locales for a language tag such as ``fr-CA``; English otherwise."""
    language = (value or "").replace("_", "-").partition("-")[0].lower()
    return language if language in LOCALES else DEFAULT_LOCALE


def colon(locale: str) -> str:
    """Return the colon behind a word; French sets a space before it."""
    return "\u00a0:" if locale == "fr" else ":"
