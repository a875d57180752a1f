"""Country codes from the names that people write, in the languages of our users' neighbours."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from backend.imports.folding import fold

_LONGEST_NAME = 100
_LANGUAGES = ("en", "fr", "it", "de", "es", "pt", "nl")
# Babel's list of territories has these too.
_NO_COUNTRIES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ"})
_OTHER_NAMES = {
    "uk": "GB",
    "great britain": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "angleterre": "GB",
    "grande bretagne": "GB",
    "ecosse": "GB",
    "pays de galles": "GB",
    "inghilterra": "GB",
    "gran bretagna": "GB",
    "scozia": "GB",
    "galles": "GB",
    "usa": "US",
    "u s a": "US",
    "u s": "US",
    "united states of america": "US",
    "etats unis d amerique": "US",
    "stati uniti d america": "US",
    "holland": "NL",
    "hollande": "NL",
    "olanda": "NL",
    "czech republic": "CZ",
    "republique tcheque": "CZ",
    "repubblica ceca": "CZ",
    "republic of ireland": "IE",
    "eire": "IE",
}


def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 code of a country's name or code, or None when it is neither."""
    return _country_code(text) if len(text) <= _LONGEST_NAME else None


@lru_cache(maxsize=1024)  # a file says the same few names in every row
def _country_code(text: str) -> str | None:
    return _codes().get(fold(text))


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    codes: dict[str, str] = {}
    for language in _LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES:
                codes.setdefault(fold(name), code)
                codes[fold(code)] = code
    return codes | _OTHER_NAMES
