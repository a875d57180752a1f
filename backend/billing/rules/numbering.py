"""Patterns of numbers: ``F{year}-{number:04}`` makes F2026-0001."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backend.billing.errors import InvalidNumberPattern, NumberOutOfRange
from backend.billing.limits import NUMBER_LENGTH
from backend.billing.rules.kinds import DocumentKind, Restart

_TOKEN = re.compile(r"\{(year|number)(?::0([1-9]))?\}")
_LITERAL = re.compile(r"[A-Za-z0-9/_.-]*", re.ASCII)
_MANY = 999_999
_MAX_START = 9_999_999


@dataclass(frozen=True, slots=True)
class Numbering:
    """How documents of a kind are numbered.

    ``start_at`` is the first number of the account's first series: whoever changes from another
    program in the middle of a year goes on where it stopped.
    """

    kind: DocumentKind
    pattern: str
    restart: Restart = Restart.YEARLY
    start_at: int = 1


def check_numbering(numbering: Numbering, path: Sequence[str]) -> Numbering:
    """Return numbering that never makes one number twice.

    Raises:
        InvalidNumberPattern, NumberOutOfRange
    """
    pattern = numbering.pattern.strip()
    if not _is_sound(pattern, numbering.restart):
        raise InvalidNumberPattern((*path, "pattern"), maximum=NUMBER_LENGTH)
    if not 1 <= numbering.start_at <= _MAX_START:
        raise NumberOutOfRange((*path, "startAt"), minimum=1, maximum=_MAX_START)
    return Numbering(numbering.kind, pattern, numbering.restart, numbering.start_at)


def number_text(pattern: str, year: int, number: int) -> str:
    """Return a document's number; digits asked for are a minimum, never a limit."""
    values = {"year": year, "number": number}
    return _TOKEN.sub(lambda found: f"{values[found[1]]:0{found[2] or 1}}", pattern)


def _is_sound(pattern: str, restart: Restart) -> bool:
    names = [found[1] for found in _TOKEN.finditer(pattern)]
    if names.count("number") != 1 or names.count("year") > 1:
        return False
    if restart is Restart.YEARLY and "year" not in names:
        return False
    if "{year:" in pattern or not _LITERAL.fullmatch(_TOKEN.sub("", pattern)):
        return False
    return len(number_text(pattern, 2026, _MANY)) <= NUMBER_LENGTH
