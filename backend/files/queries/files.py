"""Files, whatever keeps them."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from tortoise import Tortoise
from tortoise.fields.relational import ForeignKeyFieldInstance

from backend.contacts.sql import values_in
from backend.core.database import read
from backend.files.models import StoredFile
from backend.files.rows import FILE_COLUMNS, FileRow

_SELECT = f"SELECT {FILE_COLUMNS} FROM stored_file WHERE account_id = ?"


async def files_by_id(account_id: int, ids: Collection[int]) -> dict[int, FileRow]:
    """Return those of some files that an account has, whole or on their way."""
    if not ids:
        return {}
    asked = values_in("id", ids, read.dialect)
    rows = await read.fetch(f"{_SELECT} AND {asked.text}", (account_id, *asked.params))
    return {row[0]: FileRow(*row) for row in rows}


async def file_of_token(account_id: int, token: str) -> FileRow | None:
    """Return the file of an upload's address, if it is of this account."""
    row = await read.fetch_one(f"{_SELECT} AND token = ?", (account_id, token))
    return FileRow(*row) if row else None


async def waiting_files(account_id: int) -> int:
    """Return how many files of an account are on their way."""
    return int(
        await read.fetch_value(
            "SELECT COUNT(*) FROM stored_file WHERE account_id = ? AND ready_at IS NULL",
            (account_id,),
        )
    )


async def taken_bytes(account_id: int) -> int:
    """Return how much the files of an account take, those on their way at their full length."""
    return int(
        await read.fetch_value(
            "SELECT COALESCE(SUM(size_bytes), 0) FROM stored_file WHERE account_id = ?",
            (account_id,),
        )
    )


async def unused_files(before_micros: int, limit: int) -> list[tuple[int, int]]:
    """Return files of all accounts that nobody has and nobody touched since, with their account."""
    rows = await read.fetch(
        f"SELECT id, account_id FROM stored_file WHERE touched_at < ? AND {unused()} LIMIT ?",
        (before_micros, limit),
    )
    return [(row[0], row[1]) for row in rows]


async def waiting_tokens() -> set[str]:
    """Return the tokens of all files on their way."""
    rows = await read.fetch("SELECT token FROM stored_file WHERE ready_at IS NULL")
    return {row[0] for row in rows if row[0]}


def unused() -> str:
    """Return the condition that no row of any domain refers to a file."""
    return " AND ".join(
        f"NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.{column} = stored_file.id)"
        for table, column in holders()
    )


@lru_cache(maxsize=1)
def holders() -> tuple[tuple[str, str], ...]:
    """Return the tables and columns that refer to files: the foreign keys of every domain."""
    return tuple(
        sorted(
            (model._meta.db_table, str(field.source_field))
            for models in Tortoise.apps.values()
            for model in models.values()
            for field in model._meta.fields_map.values()
            if isinstance(field, ForeignKeyFieldInstance) and field.related_model is StoredFile
        )
    )
