"""Instants as files carry them. A large file has half a million, so they are written by hand."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_SECOND = 1_000_000
_EPOCH = date(1970, 1, 1)
_MINUTES = [f"{hour:02}:{minute:02}:" for hour in range(24) for minute in range(60)]
_BASIC_MINUTES = [minute.replace(":", "") for minute in _MINUTES]
_SECONDS = [f"{second:02}" for second in range(60)]


def iso_instant(micros: int | None) -> str:
    """Return a stored instant as ISO 8601 in UTC, as ``datetime.isoformat`` does; "" for None."""
    if micros is None:
        return ""
    minutes, rest = divmod(micros, 60 * _SECOND)
    days, minute = divmod(minutes, 1440)
    second, fraction = divmod(rest, _SECOND)
    tail = f".{fraction:06}+00:00" if fraction else "+00:00"
    return f"{_day(days)}T{_MINUTES[minute]}{_SECONDS[second]}{tail}"


def basic_instant(micros: int) -> str:
    """Return a stored instant in UTC as vCard writes it: no marks between, whole seconds."""
    minutes, rest = divmod(micros, 60 * _SECOND)
    days, minute = divmod(minutes, 1440)
    return f"{_basic_day(days)}T{_BASIC_MINUTES[minute]}{_SECONDS[rest // _SECOND]}Z"


@lru_cache(maxsize=8192)
def _basic_day(days: int) -> str:
    return _day(days).replace("-", "")


@lru_cache(maxsize=8192)
def _day(days: int) -> str:
    return (_EPOCH + timedelta(days=days)).isoformat()
