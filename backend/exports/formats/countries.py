"""Countries as programs of other makers know them."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale


@lru_cache(maxsize=512)
def country_name(code: str | None) -> str:
    """Return a country's English name, or its code when it has none."""
    return Locale("en").territories.get(code, code) if code else ""
