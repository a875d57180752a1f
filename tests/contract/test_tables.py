"""The tables that the migrations make, looked at in the databases themselves."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest
from tortoise import Tortoise

from backend.core.database import read

EXPRESSION = -2
"""What ``PRAGMA index_xinfo`` gives for the column number of an indexed expression."""
MEANT = re.compile(r"COALESCE\(|\(CASE ")
"""How an expression looks that is no mistyped name."""


def models():
    """Every model of every domain."""
    return [model for app in Tortoise.apps.values() for model in app.values()]


@pytest.mark.sqlite_only
async def test_models_and_migrations_name_the_same_columns(database):
    assert len(models()) > 10
    for model in models():
        rows = await read.fetch(f'PRAGMA table_info("{model._meta.db_table}")')
        migrated = {name: bool(not_null) for _, name, _, not_null, *_ in rows}
        declared = {
            column: not model._meta.fields_map[field].null
            for field, column in model._meta.fields_db_projection.items()
        }
        assert set(migrated) == set(declared), model
        # SQLite's own integer keys are never null without saying so.
        differing = {column for column in declared if declared[column] != migrated[column]} - {
            model._meta.db_pk_column
        }
        assert differing == set(), model


@pytest.mark.sqlite_only
async def test_models_and_migrations_name_the_same_indexes(database):
    for model in models():
        table = model._meta.db_table
        migrated = set()
        for index in await read.fetch(f'PRAGMA index_list("{table}")'):
            info = await read.fetch(f'PRAGMA index_info("{index[1]}")')
            migrated.add(tuple(row[2] for row in info))
        declared = {tuple(index.fields) for index in model._meta.indexes}
        assert declared <= migrated, model


@pytest.mark.sqlite_only
async def test_every_indexed_column_exists(database):
    """SQLite takes an unknown quoted name for a text: such an index holds one constant."""
    indexes = await read.fetch(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    )
    assert len(indexes) > 20
    constant = []
    for name, sql in indexes:
        columns = await read.fetch(f'PRAGMA index_xinfo("{name}")')
        if any(column[1] == EXPRESSION for column in columns) and not MEANT.search(sql):
            constant.append(sql)
    assert constant == []


@pytest.mark.sqlite_only
async def test_every_foreign_key_has_an_index(database):
    """Without one, deleting the row that it points to reads the whole table."""
    missing = []
    for (table,) in await read.fetch("SELECT name FROM sqlite_master WHERE type = 'table'"):
        leading = {
            (await read.fetch(f'PRAGMA index_info("{index[1]}")'))[0][2]
            for index in await read.fetch(f'PRAGMA index_list("{table}")')
        }
        info = await read.fetch(f'PRAGMA table_info("{table}")')
        leading |= {column[1] for column in info if column[5]}
        keys = await read.fetch(f'PRAGMA foreign_key_list("{table}")')
        missing += [f"{table}.{key[3]}" for key in keys if key[3] not in leading]
    assert missing == []


@pytest.mark.postgres_only
async def test_both_databases_have_the_same_columns(database, sqlite_template):
    """A migration that writes its own SQL per database must not forget one."""
    postgres = set(
        await read.fetch(
            "SELECT table_name, column_name FROM information_schema.columns"
            " WHERE table_schema = 'public'"
        )
    )
    with closing(sqlite3.connect(sqlite_template)) as connection:
        sqlite = set(
            connection.execute(
                "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c"
                " WHERE m.type = 'table'"
            )
        )
    tables = {table for table, _ in postgres}
    assert len(tables) > 10
    # SQLite's full-text index is tables of its own; PostgreSQL's is an index.
    assert {pair for pair in sqlite if pair[0] in tables} == postgres
