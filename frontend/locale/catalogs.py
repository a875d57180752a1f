"""The catalogs: `.po` files read and compiled in memory."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.core import Locale, negotiate_locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
LOCALES = ("en", "fr", "it")
"""The languages of the interface; English is the message ids themselves."""


def read_catalog(locale: str) -> Catalog:
    """Return the messages of all areas of a language as one catalog.

    Raises:
        ValueError: two areas translate the same message differently.
    """
    merged = Catalog(locale=locale)
    for path in sorted((FOLDER / locale).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=locale):
                if not message.id:
                    continue
                known = merged.get(_id(message.id), message.context)
                if known is not None and known.string != message.string:
                    raise ValueError(
                        f"{path.name} translates {message.id!r} otherwise than another area"
                    )
                merged[message.id] = message
    return merged


@cache
def translations(locale: str) -> NullTranslations:
    """Return the compiled catalog of a language, the message ids themselves for English."""
    if locale == "en" or locale not in LOCALES:
        return NullTranslations()
    compiled = BytesIO()
    write_mo(compiled, read_catalog(locale))
    compiled.seek(0)
    return GNUTranslations(compiled)


@cache
def babel_locale(locale: str) -> Locale:
    """Return Babel's data of a language of the interface, of English for any other."""
    return Locale.parse(locale if locale in LOCALES else "en")


def best_locale(preferred: list[str], default: str = "en") -> str:
    """Return the language of the interface that fits a list of tags best, e.g. those of
    Accept-Language.
    """
    found = negotiate_locale([tag.replace("-", "_") for tag in preferred], list(LOCALES), sep="_")
    return str(found) if found else default


def _id(message_id: str | list[str] | tuple[str, ...]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]
