"""Columns whose order and storage must be the same on SQLite and PostgreSQL."""

from __future__ import annotations

from tortoise.fields import BigIntField, TextField


class SortKeyField(TextField):
    """Folded text compared byte by byte, which is code point by code point in UTF-8."""

    class _db_postgres:
        SQL_TYPE = 'TEXT COLLATE "C"'


class RowKeyField(BigIntField):
    """A primary key that we number ourselves and that SQLite takes as the row's own id."""

    class _db_sqlite:
        SQL_TYPE = "INTEGER"
