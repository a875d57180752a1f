"""A filter in the URL: short, to be read by people, and one text for one filter.

    company.contains:studio;phone.missing
    any(company.contains:studio;date:Q3Vz….last:30d)
    city.is:Torino;none(label.any:TGFi…,TGFi…)

Conditions are joined by semicolons, groups are `all(…)`, `any(…)` and `none(…)`, values are joined
by commas. A `!` stands before each of these signs that belongs to a value.
"""

from __future__ import annotations

import re

from frontend.pages.contact_filters.conditions import (
    Condition,
    Group,
    Match,
    Opaque,
    Part,
    tidied,
)
from frontend.pages.contact_filters.fields import is_possible

DEEPEST = 12
LONGEST = 3_500
"""In characters; a whole address may have little more."""
RAW = "raw"

_SIGNS = re.compile(r"[!;,()]")
_WORDS = re.compile(r"(?:!.|[^!;,()])*", re.DOTALL)
_GROUP = re.compile(r"(all|any|none)\(")
_NAME = re.compile(r"((?:(?:text|number|date|url):[A-Za-z0-9+/=_-]+)|[a-z]+)\.([a-z]+)")


class Unreadable(ValueError):
    """A text that says no filter."""


def write_filter(group: Group) -> str:
    """Write a filter for the URL; nothing for everybody."""
    if group.match == "all":
        return ";".join(_write(part) for part in group.parts)
    return _write(group)


def read_filter(text: str) -> Group:
    """Return the filter that a text says, tidied.

    Raises:
        Unreadable: it says none.
    """
    if not text:
        return Group()
    if len(text) > LONGEST:
        raise Unreadable("too long")
    reader = _Reader(text)
    parts = reader.parts(0)
    if reader.place < len(text):
        raise Unreadable(f"something is left at {reader.place}")
    return tidied(Group("all", parts))


def _write(part: Part) -> str:
    if isinstance(part, Group):
        return f"{part.match}({';'.join(_write(inner) for inner in part.parts)})"
    if isinstance(part, Opaque):
        return f"{RAW}:{_escaped(part.json)}"
    values = ",".join(_escaped(value) for value in part.values)
    return f"{part.field}.{part.operator}{':' + values if part.values else ''}"


def _escaped(value: str) -> str:
    return _SIGNS.sub(r"!\g<0>", value)


class _Reader:
    """Goes through a text once, from the left to the right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def parts(self, depth: int) -> tuple[Part, ...]:
        if depth > DEEPEST:
            raise Unreadable("too deep")
        parts = [self._part(depth)]
        while self._takes(";"):
            parts.append(self._part(depth))
        return tuple(parts)

    def _part(self, depth: int) -> Part:
        if group := _GROUP.match(self.text, self.place):
            match: Match = group[1]  # type: ignore[assignment]
            self.place = group.end()
            if self._takes(")"):
                return Group(match)
            parts = self.parts(depth + 1)
            if not self._takes(")"):
                raise Unreadable(f"a group is not closed at {self.place}")
            return Group(match, parts)
        if self._takes(f"{RAW}:"):
            return Opaque(self._value())
        return self._condition()

    def _condition(self) -> Condition:
        name = _NAME.match(self.text, self.place)
        if name is None:
            raise Unreadable(f"no condition at {self.place}")
        self.place = name.end()
        values: list[str] = []
        if self._takes(":"):
            values.append(self._value())
            while self._takes(","):
                values.append(self._value())
        condition = Condition(name[1], name[2], tuple(values))
        if not is_possible(condition):
            raise Unreadable(f"{name[0]} is not asked so")
        return condition

    def _value(self) -> str:
        found = _WORDS.match(self.text, self.place)
        self.place = found.end() if found else self.place
        return re.sub(r"!(.)", r"\1", found[0], flags=re.DOTALL) if found else ""

    def _takes(self, sign: str) -> bool:
        taken = self.text.startswith(sign, self.place)
        self.place += len(sign) * taken
        return taken
