"""Instants as files carry them. A large file has half a million, so they are written by hand."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_EPOCH = date(1970, 1, 1)


def iso_instant(micros: int | None) -> str:
    """Return a stored instant as ISO 8601 in UTC, as ``datetime.isoformat`` does; "" for None."""
    if micros is None:
        return ""
    days, rest = divmod(micros, _DAY)
    seconds, fraction = divmod(rest, _SECOND)
    tail = f".{fraction:06}+00:00" if fraction else "+00:00"
    return f"{_day(days)}T{_time(seconds)}{tail}"


def basic_instant(micros: int) -> str:
    """Return a stored instant in UTC as vCard writes it: no marks between, whole seconds."""
    days, rest = divmod(micros, _DAY)
    return f"{_basic_day(days)}T{_basic_time(rest // _SECOND)}Z"


@lru_cache(maxsize=8192)
def _basic_day(days: int) -> str:
    return _day(days).replace("-", "")


@lru_cache(maxsize=86_400)
def _basic_time(seconds: int) -> str:
    return _time(seconds).replace(":", "")


@lru_cache(maxsize=8192)
def _day(days: int) -> str:
    return (_EPOCH + timedelta(days=days)).isoformat()


@lru_cache(maxsize=86_400)
def _time(seconds: int) -> str:
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}"
