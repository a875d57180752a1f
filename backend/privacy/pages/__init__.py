"""The page by which a client fetches the copy of their data: plain HTML, no cookie, no script."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_datetime
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from backend.core.locale import translate
from backend.privacy.service.downloading import Waiting

_LOCALES = {"en": "en_GB", "fr": "fr_FR", "it": "it_IT"}
_MEGABYTE = 1_000_000


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
    )


def copy_page(found: Waiting, nonce: str) -> str:
    """Return the page of a link that works."""
    locale = found.locale
    word = partial(translate, locale)
    size = format_decimal(
        max(0.1, round((found.request.file_bytes or 0) / _MEGABYTE, 1)), locale=_LOCALES[locale]
    )
    return _render(
        locale,
        nonce,
        title=word("The copy of your data"),
        lines=[
            word("{holder} has gathered everything that is held about you.", holder=found.holder),
            word(
                "It is one ZIP file of {size} MB. Open index.html in it to read it; the files, "
                "and tables for programs, are beside it.",
                size=size,
            ),
        ],
        button=word("Download the copy of your data"),
        more=word(
            "The link works until {day}. Whoever has it can download your data: keep it to "
            "yourself.",
            day=_written(found.request.expires_at, found),
        ),
    )


def gone_page(locale: str, nonce: str) -> str:
    """Return the page of a link that leads to nothing, or nothing any more."""
    word = partial(translate, locale)
    more = word("Check that it is whole, or ask whoever sent it for a new one.")
    title = word("This link leads nowhere (any more)")
    return _render(locale, nonce, title=title, lines=[], button="", more=more)


def _written(moment: datetime | None, found: Waiting) -> str:
    zone = ZoneInfo(found.time_zone)
    return str(format_datetime(moment, "long", tzinfo=zone, locale=_LOCALES[found.locale]))


def _render(locale: str, nonce: str, title: str, lines: list[str], button: str, more: str) -> str:
    return (
        _templates()
        .get_template("copy.html")
        .render(locale=locale, nonce=nonce, title=title, lines=lines, button=button, more=more)
    )
