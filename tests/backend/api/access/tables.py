"""Every row of every table, and whose it is."""

from __future__ import annotations

from typing import Any

from backend.core.database import Dialect, read
from tests.backend.api.access.world import World

Row = tuple[tuple[str, Any], ...]
Tables = dict[str, set[Row]]


_columns: dict[Dialect, dict[str, list[str]]] = {}


async def all_rows() -> Tables:
    """Read the whole database."""
    if read.dialect not in _columns:  # asked once: catalogues are slow, and every test has the same
        _columns[read.dialect] = {name: await _columns_of(name) for name in await _names()}
    return {name: await _rows(name, own) for name, own in _columns[read.dialect].items()}


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


async def _rows(name: str, columns: list[str]) -> set[Row]:
    chosen = ", ".join(f'"{column}"' for column in columns)
    rows = await read.fetch(f'SELECT {chosen} FROM "{name}"')
    return {tuple(zip(columns, row, strict=True)) for row in rows}


def differences(before: Tables, after: Tables) -> list[tuple[str, dict[str, Any]]]:
    """Return the rows that were added, removed or changed, each with its table."""
    return [
        (name, dict(row)) for name in before for row in sorted(before[name] ^ after[name], key=repr)
    ]


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
