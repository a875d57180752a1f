"""Countries, time zones, currencies and languages by their names in the reader's language.

Source: the Unicode CLDR, as Babel carries it, and the IANA time zones of the machine.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global
from babel.dates import get_timezone_location
from babel.numbers import get_territory_currencies

from frontend.locale.catalogs import LOCALES, babel_locale
from frontend.locale.reader import current_locale

LANGUAGE_NAMES = {"en": "English", "fr": "Français", "it": "Italiano"}
"""Each language by its own name: who looks for theirs can read it."""


class Place(NamedTuple):
    """Something to choose: its code and its name; `hint` is a quieter second text."""

    code: str
    name: str
    hint: str = ""


def countries() -> tuple[Place, ...]:
    """Return the countries, sorted as the reader's language sorts them."""
    return _countries(current_locale())


def time_zones() -> tuple[Place, ...]:
    """Return the time zones by city, with their present distance from UTC as the hint."""
    return _time_zones(current_locale(), datetime.now(UTC).date().isoformat())


def currencies() -> tuple[Place, ...]:
    """Return the currencies that are in use somewhere today."""
    return _currencies(current_locale())


def languages() -> tuple[Place, ...]:
    """Return the languages of the interface."""
    return tuple(Place(code, LANGUAGE_NAMES[code]) for code in LOCALES)


def time_zone(code: str) -> Place:
    """Return one time zone, under its own code whatever it is called today."""
    known = {place.code: place for place in time_zones()}
    place = known.get(canonical_time_zone(code)) or Place(code, code)
    return place._replace(code=code)


def canonical_time_zone(code: str) -> str:
    """Return today's name of a zone that browsers may call by an old one: Europe/Kiev → Kyiv."""
    return str(get_global("zone_aliases").get(code, code))


def guess_country(zone: str, languages: list[str]) -> str:
    """Return a browser's country by its clock, else by its languages' region, else nothing."""
    country = str(get_global("zone_territories").get(canonical_time_zone(zone), ""))
    if _is_country(country):
        return country
    regions = (
        tag.replace("_", "-").split("-")[-1].upper()
        for tag in languages
        if "-" in tag or "_" in tag
    )
    return next((region for region in regions if _is_country(region)), "")


def matching(places: tuple[Place, ...], text: str, limit: int = 20) -> list[Place]:
    """Return the places that have every word of `text` in their name, code or hint."""
    words = fold(text).split()
    found = [place for place in places if all(word in fold(" ".join(place)) for word in words)]
    return found[:limit]


def fold(text: str) -> str:
    """Return a text without accents and case, for comparing."""
    return "".join(
        c for c in normalize("NFKD", text).casefold().replace("_", " ") if not combining(c)
    )


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code in _country_codes()


@cache
def _country_codes() -> frozenset[str]:
    return frozenset(get_global("territory_currencies")) - {
        "EU",
        "ZZ",
        "AQ",
        "BV",
        "HM",
        "GS",
        "TF",
        "UM",
        "CP",
        "PN",
        "EA",
        "IC",
        "DG",
    }


@cache
def _countries(locale: str) -> tuple[Place, ...]:
    names = babel_locale(locale).territories
    found = [
        Place(code, str(names[code]))
        for code in _country_codes()
        if code.isalpha() and code in names
    ]
    return tuple(sorted(found, key=lambda place: fold(place.name)))


@cache
def _currencies(locale: str) -> tuple[Place, ...]:
    names = babel_locale(locale).currencies
    codes = {code for country in _country_codes() for code in get_territory_currencies(country)}
    found = [Place(code, _capital(str(names.get(code, code))), code) for code in codes]
    return tuple(sorted(found, key=lambda place: fold(place.name)))


@cache
def _zone_codes() -> tuple[str, ...]:
    known = available_timezones()
    return tuple(sorted(code for code in get_global("zone_territories") if code in known))


@cache
def _time_zones(locale: str, day: str) -> tuple[Place, ...]:
    """`day` makes a server that runs for months notice summer time."""
    names = babel_locale(locale).territories
    zones: list[Place] = [Place("UTC", "UTC")]
    for code in _zone_codes():
        city = get_timezone_location(code, locale=str(babel_locale(locale)), return_city=True)
        country = names.get(get_global("zone_territories")[code], "")
        zones.append(
            Place(code, city, f"{country} · {_offset(code)}" if country else _offset(code))
        )
    return tuple(sorted(zones, key=lambda place: fold(place.name)))


def _offset(code: str) -> str:
    distance = datetime.now(ZoneInfo(code)).utcoffset()
    minutes = int(distance.total_seconds() // 60) if distance else 0
    return f"UTC{'+' if minutes >= 0 else '−'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
