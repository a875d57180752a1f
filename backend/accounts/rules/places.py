"""Countries, languages, time zones and currencies that settings may name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from zoneinfo import available_timezones

from babel.numbers import get_territory_currencies
from phonenumbers import SUPPORTED_REGIONS

from backend.accounts.errors import (
    CountryUnknown,
    CurrencyUnknown,
    LocaleUnknown,
    TimeZoneUnknown,
)
from backend.core.locale import LOCALES
from backend.core.money import is_currency

DEFAULT_COUNTRY = {"en": "GB", "fr": "FR", "it": "IT"}
DEFAULT_TIME_ZONE = "UTC"
DEFAULT_CURRENCY = "EUR"
THEMES = ("system", "light", "dark")


@lru_cache(maxsize=1)
def _time_zones() -> frozenset[str]:
    return frozenset(available_timezones())


def check_country(value: str, path: Sequence[str] = ("country",)) -> str:
    """Return an ISO 3166-1 alpha-2 code.

    Raises:
        CountryUnknown: there is none such.
    """
    code = value.strip().upper()
    if code not in SUPPORTED_REGIONS:
        raise CountryUnknown(path)
    return code


def check_locale(value: str, path: Sequence[str] = ("locale",)) -> str:
    """Return one of our languages.

    Raises:
        LocaleUnknown: not one of them.
    """
    if value not in LOCALES:
        raise LocaleUnknown(path)
    return value


def check_time_zone(value: str, path: Sequence[str] = ("timeZone",)) -> str:
    """Return an IANA time zone's name.

    Raises:
        TimeZoneUnknown: there is none such.
    """
    if value not in _time_zones():
        raise TimeZoneUnknown(path)
    return value


def check_currency(value: str, path: Sequence[str] = ("currency",)) -> str:
    """Return an ISO 4217 code.

    Raises:
        CurrencyUnknown: there is none such.
    """
    code = value.strip().upper()
    if not is_currency(code):
        raise CurrencyUnknown(path)
    return code


def currency_of(country: str) -> str:
    """Return the currency in use in a country today."""
    found = get_territory_currencies(country)
    return found[0] if found else DEFAULT_CURRENCY


def check_theme(value: str, path: Sequence[str] = ("theme",)) -> str:
    """Return one of the themes; the API's enumeration leaves no other.

    Raises:
        ValueError: not one of them.
    """
    if value not in THEMES:
        raise ValueError(f"{'.'.join(path)}: {value!r} is not a theme")
    return value
