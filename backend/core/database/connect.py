"""Opening and closing the database: Tortoise for writing, a pool of its own for reading."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE

from backend.core.database.pools import (
    BUSY_TIMEOUT_MS,
    KEEPALIVE,
    PostgresReadPool,
    SqliteReadPool,
)
from backend.core.database.reading import read

WRITE_POOL_SIZE = 8
CONNECTION = "default"


def sqlite_path(url: str) -> str:
    """Return the file of a ``sqlite://`` address, relative or absolute."""
    return unquote(url.removeprefix("sqlite://").partition("?")[0])


def postgres_url(url: str) -> str:
    """Return the address as asyncpg wants it."""
    return "postgresql://" + url.partition("://")[2]


def _sqlite_connection(url: str, foreign_keys: bool) -> dict[str, Any]:
    Path(sqlite_path(url)).parent.mkdir(parents=True, exist_ok=True)
    return {
        "engine": "backend.core.database.sqlite_client",
        "credentials": {
            "file_path": sqlite_path(url),
            "journal_mode": "WAL",
            "synchronous": "NORMAL",
            "busy_timeout": BUSY_TIMEOUT_MS,
            "foreign_keys": "ON" if foreign_keys else "OFF",
            "cache_size": -32768,
            "temp_store": "MEMORY",
            "secure_delete": "ON",
            "journal_size_limit": 64 * 1024 * 1024,
        },
    }


def _postgres_connection(url: str) -> dict[str, Any]:
    parts = urlsplit(postgres_url(url))
    return {
        "engine": "backend.core.database.asyncpg_client",
        "credentials": {
            "host": parts.hostname,
            "port": parts.port or 5432,
            "user": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "database": parts.path.lstrip("/"),
            "minsize": 1,
            "maxsize": WRITE_POOL_SIZE,
            "server_settings": KEEPALIVE,
            **dict(parse_qsl(parts.query)),
        },
    }


def tortoise_config(
    url: str, domains: Sequence[str], *, foreign_keys: bool = True
) -> dict[str, Any]:
    """Return Tortoise's configuration: one app per domain, each with its own migrations."""
    connection = (
        _sqlite_connection(url, foreign_keys)
        if url.startswith("sqlite")
        else _postgres_connection(url)
    )
    return {
        "connections": {CONNECTION: connection},
        "apps": {
            domain: {
                "models": [f"backend.{domain}.models"],
                "default_connection": CONNECTION,
                "migrations": f"backend.{domain}.migrations",
            }
            for domain in domains
        },
        "use_tz": True,
        "timezone": "UTC",
    }


async def connect(url: str, domains: Sequence[str], *, read_connections: int) -> None:
    """Open the database. ``domains`` lists the folders with tables, in stack order."""
    await Tortoise.init(
        config=tortoise_config(url, domains),
        # A Starlette lifespan is another task than the requests: without this fallback they
        # would find no connection.
        _enable_global_fallback=True,
    )
    from tortoise.connection import get_connection  # noqa: PLC0415 - needs the context above

    client = get_connection(CONNECTION)
    await client.create_connection(with_db=True)
    try:
        if url.startswith("sqlite"):
            read.attach(await SqliteReadPool.open(sqlite_path(url), read_connections))
        else:
            read.attach(await PostgresReadPool.open(postgres_url(url), read_connections))
    except BaseException:
        await Tortoise.close_connections()
        raise


async def disconnect() -> None:
    """Close every connection, the readers first."""
    pool = read.detach()
    try:
        if pool is not None:
            await asyncio.shield(pool.close())
    finally:
        await Tortoise.close_connections()
        # Tortoise keeps INSERT statements by connection name only: the next database may be of
        # another kind.
        EXECUTOR_CACHE.clear()
