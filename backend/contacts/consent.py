"""The consent by which people are subscribed: where they gave it, and on which day."""

from __future__ import annotations

from datetime import date, timedelta

from backend.contacts.errors import ConsentInFuture
from backend.core.clock import now

CONSENT_LENGTH = 500
"""In characters, of where they gave it."""
_EARLIEST_DAWN = timedelta(hours=14)
"""East of here nobody is: whoever asks may have a later day than UTC."""


def refuse_future_day(day: date, path: tuple[str, ...]) -> None:
    """Refuse a day that it is not yet anywhere on Earth.

    Raises:
        ConsentInFuture
    """
    if day > (now() + _EARLIEST_DAWN).date():
        raise ConsentInFuture(path)
