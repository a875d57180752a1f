"""A field's value as a cell of a table, and as a text to read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from backend.core.locale import translate
from backend.core.money import Money
from backend.privacy.copies.words import (
    BOUNCES,
    FIELDS,
    FREQUENCIES,
    KINDS,
    LANGUAGES,
    METHODS,
    SOURCES,
    STAGES,
    VALUES,
    YES_NO,
    history_words,
    kinds,
)

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SPECIAL = {
    "source": SOURCES,
    "method": METHODS,
    "state": STAGES,
    "stage": STAGES,
    "status": STAGES,
    "step_kind": STAGES,
    "frequency": FREQUENCIES,
    "bounce": BOUNCES,
    "locale": LANGUAGES,
    "fields": FIELDS,
}
_LOCALES = {"en": "en_GB", "fr": "fr_FR", "it": "it_IT"}


def cell(value: Any) -> str:
    """Return a value as the cell of a table that a program may read."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
        return "; ".join(cell(each) for each in value)
    return orjson.dumps(value).decode()


@dataclass(slots=True)
class Reader:
    """Who reads: the language, and the time zone of instants."""

    locale: str
    zone: ZoneInfo
    _days: dict[str, str] = field(default_factory=dict)

    @property
    def word(self) -> partial[str]:
        """Translates a message."""
        return partial(translate, self.locale)

    def text(self, name: str, value: Any, fields: dict[str, Any]) -> str:
        """Return a plain value of a field as it is read; ``fields`` are those beside it."""
        if isinstance(value, bool):
            return translate(self.locale, YES_NO[value])
        if isinstance(value, int) and name.endswith("_minor") and fields.get("currency"):
            return self._money(value, str(fields["currency"]))
        if isinstance(value, int | float):
            return str(format_decimal(value, locale=_LOCALES[self.locale]))
        text = str(value)
        if name == "kind" and text in kinds():
            return history_words(self.locale, text)
        special = _SPECIAL.get(name, KINDS if name.endswith("kind") else {})
        if name == "field" and "value" not in fields:  # what was changed; else a field of theirs
            special = FIELDS
        if text in special:
            return translate(self.locale, special[text])
        if text in VALUES:
            return translate(self.locale, VALUES[text])
        return self._time(text)

    def _money(self, minor: int, currency: str) -> str:
        try:
            return Money(minor, currency).formatted(_LOCALES[self.locale])
        except (ValueError, LookupError):
            return f"{minor} {currency}"

    def _time(self, text: str) -> str:
        if text not in self._days:
            if len(self._days) > _KEPT:
                self._days.clear()
            self._days[text] = self._written(text)
        return self._days[text]

    def _written(self, text: str) -> str:
        locale = _LOCALES[self.locale]
        try:
            if _INSTANT.match(text):
                moment = datetime.fromisoformat(text).astimezone(self.zone)
                return str(format_datetime(moment, "medium", tzinfo=self.zone, locale=locale))
            if _DAY.fullmatch(text):
                return str(format_date(date.fromisoformat(text), "long", locale=locale))
        except (ValueError, OverflowError):  # nor is it a time that another zone has
            pass
        return text


_KEPT = 1_000
"""Texts that are remembered as written out; most are times of the same days."""
