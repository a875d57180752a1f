"""The page where readers choose whether they are written to: plain HTML, no cookie, no script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from backend.campaigns.queries.preferences import Preferences
from backend.core.locale import LOCALES, translate

_SHORT = 3
"""Beyond so many letters, a name before the @ shows its last one too."""
_LANGUAGES = {"en": "English", "fr": "Français", "it": "Italiano"}


@dataclass(frozen=True, slots=True)
class PageState:
    """Where a page is, in which language, and what it says of what was just done, if anything."""

    path: str
    locale: str
    is_saved: bool = False
    problem: str | None = None


@lru_cache(maxsize=1)
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
    )


def preference_page(found: Preferences, state: PageState, nonce: str) -> str:
    """Return the page of somebody's subscriptions."""
    return _render("preferences.html", state, nonce, found=found, mask=masked)


def gone_page(state: PageState, nonce: str) -> str:
    """Return the page of a link that leads to nothing, or nothing any more."""
    return _render("gone.html", state, nonce)


def _render(name: str, state: PageState, nonce: str, **values: object) -> str:
    return (
        _templates()
        .get_template(name)
        .render(
            state=state,
            locale=state.locale,
            nonce=nonce,
            word=partial(translate, state.locale),
            languages={code: _LANGUAGES[code] for code in LOCALES},
            **values,
        )
    )


def masked(address: str) -> str:
    """Return an address as its owner knows it, and no other learns it: letters are passed on."""
    local, _, domain = address.rpartition("@")
    last = local[-1:] if len(local) > _SHORT else ""
    return f"{local[:1]}•••{last}@{domain}" if local else address
