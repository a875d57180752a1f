"""The time, in one place, so that tests can hold it still."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

_frozen: datetime | None = None
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def now() -> datetime:
    """Return the current instant, aware, in UTC."""
    return _frozen or datetime.now(UTC)


def to_micros(instant: datetime) -> int:
    """Return microseconds since 1970-01-01 UTC; how instants are stored and compared."""
    return (instant - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the aware UTC datetime of a stored instant."""
    return _EPOCH + timedelta(microseconds=micros)


def now_micros() -> int:
    """Return the current instant as it is stored."""
    return to_micros(now())


@contextmanager
def frozen(instant: datetime) -> Iterator[None]:
    """Hold the clock at an aware instant (tests)."""
    global _frozen
    before, _frozen = _frozen, instant
    try:
        yield
    finally:
        _frozen = before
