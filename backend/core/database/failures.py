"""What a database raises that does not answer, is full, or may not be written."""

from __future__ import annotations

import sqlite3

import asyncpg
from tortoise.exceptions import BaseORMException

DATABASE_FAILURES: tuple[type[Exception], ...] = (
    sqlite3.Error,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    BaseORMException,
    OSError,
)
