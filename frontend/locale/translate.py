"""Translating: the message in the reader's language, its placeholders filled."""

from __future__ import annotations

from typing import Any

from frontend.locale.catalogs import translations
from frontend.locale.formats import format_number
from frontend.locale.reader import current_locale


def t(message: str, /, *, context: str | None = None, **parameters: Any) -> str:
    """Return a message in the reader's language: `t("Delete {name}?", name=name)`.

    The message must be a literal, so that the catalogs can be checked. `context` tells homonyms
    apart (`t("Open", context="verb")`). Parameters are put in as they are: format numbers and dates
    first.
    """
    catalog = translations(current_locale())
    translated = catalog.pgettext(context, message) if context else catalog.gettext(message)
    return translated.format(**parameters) if parameters else translated


def tn(
    singular: str, plural: str, count: int, /, *, context: str | None = None, **parameters: Any
) -> str:
    """Return the form of a message that fits a count: `tn("{count} contact", "{count} contacts",
    3)`.

    `{count}` is filled in by itself, written as the reader's language writes numbers.
    """
    catalog = translations(current_locale())
    if context:
        translated = catalog.npgettext(context, singular, plural, count)
    else:
        translated = catalog.ngettext(singular, plural, count)
    return translated.format(count=format_number(count), **parameters)
