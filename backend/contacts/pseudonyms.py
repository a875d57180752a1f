"""A person's e-mails, phones and whole names in texts of others, put out of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from backend.contacts.marks import ERASED
from backend.core.folding import fold

ADDRESS = "erased@erased.invalid"
"""Stands where an address must be one. Source: RFC 2606, section 2, for the domain."""
_BETWEEN = r"[\s.\-/()\u00a0]*"
_LEAST_NAME = 6
"""Letters of a whole name: shorter ones are in other words."""


@dataclass(frozen=True, slots=True)
class Pseudonyms:
    """What is looked for in texts: addresses, digits of phones without what is dialled before them,
    the same as ``typed``, whole names as written.
    """

    emails: Sequence[str] = ()
    phones: Sequence[str] = ()
    names: Sequence[str] = ()
    typed: Sequence[str] = ()

    def patterns(self) -> list[str]:
        """Return what LIKE finds each of them by, in lower case; it finds others too.

        Letters with accents are anything. Digits stand together, in twos or in threes, or as they
        were typed.
        """
        texts = [*self.emails, *self.names, *self.typed]
        found = [re.sub(r"[^ -~]", "_", each.lower()).replace(" ", "%") for each in texts]
        for phone in self.phones:
            found += [phone, *("_".join(_grouped(phone, size)) for size in (2, 3))]
        return sorted({f"%{each}%" for each in found})

    def out_of(self, value: Any) -> Any:
        """Return a text, or JSON, without the person."""
        match value:
            case str():
                return self._hidden(value)
            case list():
                return [self.out_of(each) for each in value]
            case dict():
                return {key: self.out_of(each) for key, each in value.items()}
        return value

    def _hidden(self, text: str) -> str:
        for email in self.emails:
            address = rf"(?<![\w.+\-]){re.escape(email)}(?![\w\-])"
            text = re.sub(address, ADDRESS, text, flags=re.IGNORECASE)
        for phone in self.phones:
            digits = _BETWEEN.join(phone)
            number = rf"(?<!\d)(?:(?:\+|00)\d{{1,3}}{_BETWEEN})?0?{_BETWEEN}{digits}(?!\d)"
            text = re.sub(number, ERASED, text)
        for name in self.names:
            words = r"\s+".join(re.escape(word) for word in name.split())
            text = re.sub(rf"(?<!\w){words}(?!\w)", ERASED, text, flags=re.IGNORECASE)
        return text


def _grouped(digits: str, size: int) -> list[str]:
    """Return digits in groups, counted from the end."""
    first = len(digits) % size or size
    rest = range(first, len(digits), size)
    return [digits[:first], *(digits[place : place + size] for place in rest)]


def whole_names(given: str | None, family: str | None) -> list[str]:
    """Return the ways to write a whole name, with and without accents; none of half a name."""
    if not given or not family or len(given + family) < _LEAST_NAME:
        return []
    ways = [f"{given} {family}", f"{family} {given}"]
    return list(dict.fromkeys([*ways, *map(fold, ways)]))
