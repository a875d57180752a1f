"""Every row of every table, and whose it is."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field
from typing import Any

from backend.core.database import Dialect, read
from backend.core.database.connect import sqlite_path
from backend.core.settings import settings
from tests.backend.api.access.world import World

Tables = dict[str, set[tuple[Any, ...]]]
"""The rows of each table, as they are stored."""

_columns: dict[Dialect, dict[str, list[str]]] = {}


async def all_rows() -> Tables:
    """Read the whole database."""
    if read.dialect not in _columns:  # asked once: catalogues are slow, and every test has the same
        _columns[read.dialect] = {name: await _columns_of(name) for name in await _names()}
    if read.dialect == "sqlite":
        return _rows_of_file(sqlite_path(settings().database_url))
    return {
        name: {tuple(row) for row in await read.fetch(_all_of(name))} for name in _columns_here()
    }


def _columns_here() -> dict[str, list[str]]:
    return _columns[read.dialect]


def _all_of(name: str) -> str:
    return "SELECT " + ", ".join(f'"{each}"' for each in _columns_here()[name]) + f' FROM "{name}"'


@dataclass
class _LastRead:
    """A connection beside the product's, which reads again only what somebody has written to."""

    file: str = ""
    connection: sqlite3.Connection | None = None
    version: int = 0
    tables: Tables = field(default_factory=dict)


_last = _LastRead()


def _rows_of_file(file: str) -> Tables:
    if _last.connection is None or _last.file != file:
        if _last.connection is not None:
            _last.connection.close()
        _last.file, _last.connection, _last.version = file, sqlite3.connect(file), 0
    connection = _last.connection
    (version,) = connection.execute("PRAGMA data_version").fetchone()
    if version != _last.version:
        connection.execute("BEGIN")
        _last.tables = {name: set(connection.execute(_all_of(name))) for name in _columns_here()}
        connection.execute("COMMIT")
        _last.version = version
    return _last.tables


async def _names() -> list[str]:
    if read.dialect == "sqlite":
        rows = await read.fetch("SELECT name FROM sqlite_master WHERE type = 'table'")
    else:
        rows = await read.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return sorted(name for (name,) in rows if not name.startswith("sqlite_"))


async def _columns_of(name: str) -> list[str]:
    if read.dialect == "sqlite":
        return [row[1] for row in await read.fetch(f"PRAGMA table_info('{name}')")]
    found = await read.fetch(
        "SELECT column_name::text FROM information_schema.columns "
        "WHERE table_name = ? ORDER BY ordinal_position",
        (name,),
    )
    return [column for (column,) in found]


def differences(before: Tables, after: Tables) -> list[tuple[str, dict[str, Any]]]:
    """Return the rows that were added, removed or changed, each with its table."""
    return [
        (name, dict(zip(_columns_here()[name], row, strict=True)))
        for name in before
        if before[name] is not after[name]
        for row in sorted(before[name] ^ after[name], key=repr)
    ]


def is_new(before: Tables, table: str, row: dict[str, Any]) -> bool:
    """Whether no such row was there."""
    return tuple(row.values()) not in before[table]


def belongs_to(table: str, row: dict[str, Any], user_id: int, account_id: int | None) -> bool:
    """Whether a row is a person's own, or of their own account."""
    if table == "user_account":
        return bool(row["id"] == user_id)
    if table == "account":
        return bool(row["id"] == account_id)
    if row.get("user_id") == user_id:
        return True
    return account_id is not None and row.get("account_id") == account_id


def is_of_the_account(world: World, table: str, row: dict[str, Any]) -> bool:
    """Whether a row belongs to the account that is looked after, or to its people."""
    people = {world.owner.user_id, world.member.user_id, world.viewer.user_id}
    if table == "user_account":
        return row["id"] in people
    if table == "account":
        return bool(row["id"] == world.owner.account_id)
    return row.get("account_id") == world.owner.account_id or row.get("user_id") in people
