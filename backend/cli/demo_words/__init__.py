"""The words that demo people are made of: one file per language, each a few hundred of a kind.

Items are separated by line ends, and by semicolons where they may hold spaces; an underscore
stands for a space in a name. Parts of one item are separated by slashes.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_NAMES = ("given", "family")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. ``towns`` are name, postal code and region; ``labels`` name and
    colour."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    streets: tuple[str, ...]
    towns: tuple[tuple[str, ...], ...]
    trades: tuple[str, ...]
    legal_forms: tuple[str, ...]
    positions: tuple[str, ...]
    labels: tuple[tuple[str, ...], ...]


@lru_cache(maxsize=3)
def words(language: str) -> Words:
    """Return the words of ``en``, ``fr`` or ``it``."""
    file = Path(__file__).parent / f"{language}.toml"
    lists = {
        name: _items(name, text) for name, text in tomllib.loads(file.read_text("utf-8")).items()
    }
    return Words(
        given=lists["given"],
        family=lists["family"],
        streets=lists["streets"],
        towns=tuple(tuple(item.split("/")) for item in lists["towns"]),
        trades=lists["trades"],
        legal_forms=lists["legal_forms"],
        positions=lists["positions"],
        labels=tuple(tuple(item.split("/")) for item in lists["labels"]),
    )


def _items(name: str, text: str) -> tuple[str, ...]:
    if name in _NAMES:
        return tuple(item.replace("_", " ") for item in text.split())
    return tuple(item.strip() for item in re.split(r"[;\n]", text) if item.strip())
