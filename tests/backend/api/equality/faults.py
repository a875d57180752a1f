"""Cells that hold what the product never writes: nulls where none may be, and values that lie."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from tests.backend.api.equality.tape import Tape

VALUES = (None, "no number", "", 2**40, -1, 1.5, b"\x00\x01", "2026-13-45", "{", "[]")
SPARED_TABLES = (
    "user",
    "session",
    "membership",
    "account",
    "api_token",
    "job",
    "attempt",
    "ticket",
)
"""Without them nobody is let in at all."""
MOST = 6
_TABLE = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)')


class Faults:
    """Spoils and mends the cells of one database file, which the product has open meanwhile."""

    def __init__(self, file: Path) -> None:
        self._file = file
        with closing(self._open()) as connection:
            _allow_nulls(connection)
            self._columns = _columns(connection)

    @contextmanager
    def of(self, tape: Tape, statements: Sequence[str]) -> Iterator[list[str]]:
        """Have faults for a while in what these statements read."""
        read = set(_TABLE.findall(" ".join(statements)))
        columns = [each for each in self._columns if each[0] in read]
        said: list[str] = []
        with closing(self._open()) as connection:
            times = 1 + tape.below(MOST) if columns else 0
            before = [self._spoil(connection, tape, columns, said) for _ in range(times)]
            try:
                yield said
            finally:
                for statement, cells in reversed(before):
                    connection.executemany(statement, cells)

    def _spoil(
        self,
        connection: sqlite3.Connection,
        tape: Tape,
        columns: list[tuple[str, str]],
        said: list[str],
    ) -> tuple[str, list[tuple[object, int]]]:
        table, column = tape.pick(columns)
        value, times = tape.pick(VALUES), 1 + tape.below(3)
        where = f"rowid % {times} = {tape.below(times)}"
        found = connection.execute(f'SELECT "{column}", rowid FROM "{table}" WHERE {where}')
        before = found.fetchall()
        statement = f'UPDATE OR IGNORE "{table}" SET "{column}" = ?'
        connection.execute(f"{statement} WHERE {where}", (value,))
        said.append(f"{table}.{column} = {value!r} where {where}")
        return f"{statement} WHERE rowid = ?", before

    def _open(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._file, isolation_level=None, timeout=10)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA synchronous = OFF")
        return connection


def _allow_nulls(connection: sqlite3.Connection) -> None:
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute(
        "UPDATE sqlite_master SET sql = replace(sql, ' NOT NULL', '')"
        " WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    )
    # Those who have the file open read the schema again.
    [version] = connection.execute("PRAGMA schema_version").fetchone()
    connection.execute(f"PRAGMA schema_version = {version + 1}")
    connection.execute("PRAGMA writable_schema = RESET")


def _columns(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    found = connection.execute(
        "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
        " WHERE t.type = 'table' AND t.sql NOT LIKE 'CREATE VIRTUAL%' AND c.pk = 0"
        " AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'account_id')"
        " AND c.name NOT LIKE '%\\_id' ESCAPE '\\'"
        " ORDER BY 1, 2"
    )
    return [(table, column) for table, column in found if table not in SPARED_TABLES]
