"""Places in the words of a recurring invoice that each invoice fills with its own period.

``{month}`` and ``{year}`` are those of its day, ``{period_start}`` and ``{period_end}`` the days
from it to the one before the next, in the document's language. Anything else in braces stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from babel.dates import format_date

from backend.billing.rules.content import Content, Line
from backend.core.locale import known_locale

_PLACE = re.compile(r"\{(month|year|period_start|period_end)\}")
_WRITTEN = {"en": "en_GB", "fr": "fr_FR", "it": "it_IT"}


def said_of_period(content: Content, start: date, end: date) -> Content:
    """Return content with its places filled: in the title, the notes and the lines."""
    place = _WRITTEN[known_locale(content.locale)]
    values = {
        "month": str(format_date(start, "LLLL", locale=place)),
        "year": f"{start.year:04}",
        "period_start": str(format_date(start, "long", locale=place)),
        "period_end": str(format_date(end, "long", locale=place)),
    }
    return replace(
        content,
        title=_filled(content.title, values),
        notes=_filled(content.notes, values),
        lines=tuple(_line(line, values) for line in content.lines),
    )


def _line(line: Line, values: Mapping[str, str]) -> Line:
    return replace(
        line,
        name=_filled(line.name, values),
        description=_filled(line.description, values),
    )


def _filled(text: str | None, values: Mapping[str, str]) -> str | None:
    return None if text is None else _PLACE.sub(lambda found: values[found.group(1)], text)
