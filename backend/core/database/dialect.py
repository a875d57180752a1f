"""One way of writing SQL: ``?`` placeholders, translated where the database wants ``$1``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

Dialect = Literal["sqlite", "postgres"]

_TOKEN = re.compile(r"'(?:[^']|'')*'|\?")


@lru_cache(maxsize=2048)
def to_postgres(sql: str) -> str:
    """Number the placeholders of a statement; question marks inside literals stay."""
    number = 0

    def replace(match: re.Match[str]) -> str:
        nonlocal number
        if match.group() != "?":
            return match.group()
        number += 1
        return f"${number}"

    return _TOKEN.sub(replace, sql)


def placeholders(count: int) -> str:
    """Return ``?, ?, …`` for an IN list."""
    return ", ".join("?" * count)
