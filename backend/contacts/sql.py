"""Pieces of statements with their parameters, put together without ever quoting a value."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from backend.core.database import Dialect

TRUE, FALSE = "1 = 1", "1 = 0"


@dataclass(frozen=True, slots=True)
class Sql:
    """A piece of a statement and its parameters, in order."""

    text: str
    params: tuple[Any, ...] = ()


def join(parts: Sequence[Sql], word: str, nothing: str) -> Sql:
    """Return conditions joined by AND or OR, or ``nothing`` when there are none."""
    if not parts:
        return Sql(nothing)
    return Sql(
        f"({word.join(part.text for part in parts)})",
        tuple(param for part in parts for param in part.params),
    )


def json_list(values: Collection[int] | Collection[str]) -> str:
    """Return values as SQLite's ``json_each`` reads them."""
    return orjson.dumps(list(values)).decode()


def values_in(column: str, values: Collection[int] | Collection[str], dialect: Dialect) -> Sql:
    """Return the condition that a column is one of some values.

    One text for any number of them, so that statements stay prepared, and no limit on variables.
    """
    if dialect == "sqlite":
        within = f"{column} IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own column
        return Sql(within, (json_list(values),))
    return Sql(f"{column} = ANY(?)", (list(values),))


def like_pattern(text: str) -> str:
    """Return the pattern that finds a text anywhere, by LIKE … ESCAPE '\\'."""
    escaped = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"
