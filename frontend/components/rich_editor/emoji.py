"""The emoji that letters to clients use, in the order in which they are offered, with their names.

The names are Unicode's (CLDR, short names), with what else people look for behind a semicolon.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

_TABLE = Path(__file__).with_name("emoji.tsv")


class Emoji(NamedTuple):
    """An emoji, what it is called in a language, and other words for it."""

    text: str
    name: str
    others: str


@cache
def emoji_in(locale: str) -> tuple[Emoji, ...]:
    """Return the emoji with their names in a language."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return tuple(
        Emoji(row["emoji"], name, others.strip())
        for row in rows
        for name, _, others in [row[locale].partition(";")]
    )
