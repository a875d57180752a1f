"""What two windows wrote in one draft at the same time, put together. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

Values = Mapping[str, Any]
Lines = Sequence[Values]
"""Lines as the API takes them, each with its ``key``."""


class Merged(NamedTuple):
    """Lines put together; ``disputed`` were changed in both windows, each in another way."""

    lines: list[Values]
    disputed: tuple[str, ...]


def merged_lines(base: Lines, mine: Lines, theirs: Lines) -> Merged:
    """Return lines with the changes of both since ``base``; mine where they cannot both stand."""
    known, own, other = (_by_key(each) for each in (base, mine, theirs))
    disputed = []
    result: dict[str, Values] = {}
    for key in _order(known, own, other):
        before, here, there = known.get(key), own.get(key), other.get(key)
        if there in (here, before):
            kept = here
        elif here == before:
            kept = there
        else:
            disputed.append(key)
            kept = here if here is not None else there
        if kept is not None:
            result[key] = kept
    return Merged(list(result.values()), tuple(disputed))


def _order(
    known: Mapping[str, Values], own: Mapping[str, Values], other: Mapping[str, Values]
) -> list[str]:
    """Return all keys in the order of whoever moved lines, mine where both did; what the other
    added stands behind what it stands behind there.
    """
    shared = [key for key in known if key in own and key in other]
    moved_here = [key for key in own if key in shared] != shared
    first, second = (own, other) if moved_here else (other, own)
    keys = list(first)
    before = ""
    for key in second:
        if key not in first:
            keys.insert(keys.index(before) + 1 if before in keys else 0, key)
        before = key
    return keys


def _by_key(lines: Lines) -> dict[str, Values]:
    return {line["key"]: line for line in lines}


def merged_fields(
    base: Values, mine: Values, theirs: Values
) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the names of the fields that only the other window changed, and of those that both
    did, each in another way.
    """
    changed = [name for name in base if theirs[name] not in (base[name], mine[name])]
    taken = frozenset(name for name in changed if mine[name] == base[name])
    return taken, tuple(name for name in changed if name not in taken)
