"""Finding a country by its name in the reader's language."""

from __future__ import annotations

from functools import cache
from unicodedata import category, normalize

from frontend.client import Client
from frontend.components import Choice
from frontend.locale import current_locale, in_locale, territory_name
from frontend.operations import load

MOST_FOUND = 12
_codes: list[str] = []


async def find_countries(client: Client, text: str, first: str = "") -> list[Choice]:
    """Return the countries whose names hold `text`, those that begin with it first; `first` leads
    when it is blank.
    """
    if not _codes:
        data = await client.run(load("contacts/list_countries"))
        _codes[:] = [country["code"] for country in data["countries"]]
    wanted = fold(text)
    names = _folded_names(current_locale(), tuple(_codes))
    if not wanted:
        ranked = sorted(names, key=lambda item: (item[1] != first, item[0]))
    else:
        fitting = [item for item in names if wanted in item[0] or wanted == item[1].lower()]
        ranked = sorted(fitting, key=lambda item: (not item[0].startswith(wanted), item[0]))
    return [country_choice(code) for _, code in ranked[:MOST_FOUND]]


def country_choice(code: str) -> Choice:
    """Return a country as a combobox offers it."""
    return Choice(code, territory_name(code), hint=code)


def fold(text: str) -> str:
    """Return a text without case and accents, to be compared."""
    return "".join(c for c in normalize("NFKD", text.strip()) if category(c) != "Mn").casefold()


@cache
def _folded_names(locale: str, codes: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    with in_locale(locale):
        return tuple(sorted((fold(territory_name(code)), code) for code in codes))
