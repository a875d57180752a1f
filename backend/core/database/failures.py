"""What a database raises that does not answer, is full, or may not be written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg
from tortoise.exceptions import BaseORMException

from backend.core.uploads.errors import DiskFull

DATABASE_FAILURES: tuple[type[Exception], ...] = (
    sqlite3.Error,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    BaseORMException,
    OSError,
)


@contextmanager
def refusing_when_full() -> Iterator[None]:
    """Say that there is no room where a database fails for lack of it.

    Raises:
        DiskFull
    """
    try:
        yield
    except DATABASE_FAILURES as error:
        if _is_for_lack_of_room(error):
            raise DiskFull from error
        raise


def _is_for_lack_of_room(error: BaseException) -> bool:
    cause: BaseException | None = error
    while isinstance(cause, BaseORMException):  # the library's own, around the database's
        cause = cause.args[0] if cause.args and isinstance(cause.args[0], Exception) else None
    if isinstance(cause, sqlite3.Error):
        return cause.sqlite_errorcode == sqlite3.SQLITE_FULL
    return isinstance(cause, asyncpg.DiskFullError)
