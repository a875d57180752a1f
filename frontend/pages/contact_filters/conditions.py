"""A filter as the bar shows it: conditions joined by "all" or "any", groups within groups.

Values are texts: a word, the global id of a label, a day such as 2026-11-22, a number such as 12.5,
a span such as 30d.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

Match = Literal["all", "any", "none"]
"""How the parts of a group are joined; `none` holds where no part does."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What is asked of one field, such as `company`, `contains`, `("studio",)`."""

    field: str
    operator: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Opaque:
    """A part of the API's language that the interface has no words for, as canonical JSON."""

    json: str


@dataclass(frozen=True, slots=True)
class Group:
    """Parts and how they are joined. Without parts `all` and `none` hold for everybody, `any` for
    nobody.
    """

    match: Match = "all"
    parts: tuple[Part, ...] = ()

    def with_part(self, place: int, part: Part | None) -> Group:
        """Return the group with another part at a place, or without the one there; a place behind
        the last adds it.
        """
        parts = list(self.parts)
        parts[place : place + 1] = [part] if part is not None else []
        return tidied(replace(self, parts=tuple(parts)))

    def joined(self, match: Match) -> Group:
        """Return the same parts, joined otherwise."""
        return replace(self, match=match)


Part: TypeAlias = "Condition | Opaque | Group"

EVERYBODY = Group()


def tidied(group: Group) -> Group:
    """Return what the bar shows of a group: the same meaning with as little nesting as possible."""
    once = _tidied_once(group)
    return once if once == group else tidied(once)


def _tidied_once(group: Group) -> Group:
    parts = tuple(_tidied_parts(group))
    if group.match == "none":
        return Group("all", (Group("none", parts),)) if parts else EVERYBODY
    if len(parts) == 1 and isinstance(parts[0], Group) and parts[0].match != "none":
        return parts[0]
    return Group("all" if len(parts) == 1 else group.match, parts)


def _tidied_parts(group: Group) -> Iterator[Part]:
    for part in group.parts:
        if not isinstance(part, Group):
            yield part
            continue
        inner = tuple(_tidied_parts(part))
        if part.match == group.match and part.match != "none":
            yield from inner
        elif len(inner) == 1 and part.match != "none":
            yield from _of_one(inner[0], group.match)
        elif inner or part.match == "any" or group.match != "all":
            yield Group(part.match, inner)


def _of_one(part: Part, match: Match) -> Iterator[Part]:
    if isinstance(part, Group) and part.match == match != "none":
        yield from part.parts
    else:
        yield part


def conditions_of(part: Part) -> Iterator[Condition]:
    """Yield the conditions anywhere in a part."""
    if isinstance(part, Condition):
        yield part
    elif isinstance(part, Group):
        for inner in part.parts:
            yield from conditions_of(inner)
