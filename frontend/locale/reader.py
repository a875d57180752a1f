"""Whose words and whose clock: the language and the time zone of the window, or those of an
enclosing block.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from frontend.session import session_or_none

_forced: ContextVar[str | None] = ContextVar("frontend_locale", default=None)


def current_locale() -> str:
    """Return the reader's language: the window's, or the one of an enclosing `in_locale`; English
    outside both.
    """
    forced = _forced.get()
    if forced:
        return forced
    session = session_or_none()
    return session.locale if session else "en"


def use_locale() -> str:
    """Return the reader's language in a component. A window keeps its language; changing it loads
    the page anew.
    """
    return current_locale()


@contextmanager
def in_locale(locale: str) -> Iterator[None]:
    """Translate and format in `locale` inside the block."""
    token = _forced.set(locale)
    try:
        yield
    finally:
        _forced.reset(token)


def current_time_zone() -> tzinfo:
    """Return the reader's time zone, UTC when it is unknown."""
    session = session_or_none()
    try:
        return ZoneInfo(session.time_zone) if session else UTC
    except (ZoneInfoNotFoundError, ValueError):
        return UTC
