"""What every language's words for days and times are built from.

Patterns are matched against folded text: lower case, without accents, apostrophes as spaces.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import cached_property

Reading = Callable[[re.Match[str], date], date]
"""Returns the day that a match means; ValueError or OverflowError where the calendar has none."""


def folded(text: str) -> str:
    """Return a text as patterns see it, letter for letter: places in it are places in the text."""
    return "".join(_folded_letter(letter) for letter in text)


def _folded_letter(letter: str) -> str:
    if letter in "'’‘\u00a0\u202f\t":
        return " "
    plain = unicodedata.normalize("NFKD", letter)[0].lower()
    return plain if len(plain) == 1 else letter


@dataclass(frozen=True)
class Language:
    """How a language says days. Names come with their number; short ones only where the text is
    nothing but a due date: a title may well end in "sun" or "mar".
    """

    weekdays: Sequence[str]
    months: Sequence[str]
    short_weekdays: Sequence[str]
    short_months: Sequence[str]
    numbers: Mapping[str, int]
    units: Mapping[str, str]
    """Words for a length of time → ``day``, ``week``, ``month`` or ``year``."""
    today: str
    tomorrow: str
    overmorrow: str
    weekday: str
    """Around ``{weekday}``; the group ``next`` is that of the week to come."""
    after: str
    """Around ``{count}`` and ``{unit}``."""
    next_unit: Sequence[str]
    end_of: str
    dated: Sequence[str]
    """Around ``{day}``, ``{month}`` and ``{year}``."""
    lead: str
    """Words before a day that say no more than that it follows."""
    clock: str
    """With the groups ``noon``, ``hour``, ``minute`` and ``half`` as far as it has them."""
    joint: str
    """Words between a day and a time."""
    shifts_small_hours: bool = False
    """Whether "at 3" is in the afternoon."""

    def number_of(self, names: Sequence[str], short: Sequence[str], word: str) -> int:
        """Return the place of a name, from 0."""
        bare = word.rstrip(".")
        return names.index(bare) if bare in names else short.index(bare)

    def count_of(self, word: str) -> int:
        """Return a number written in digits or in letters."""
        return int(word) if word.isdigit() else self.numbers[word]

    @cached_property
    def strict(self) -> list[tuple[str, Reading]]:
        """Patterns of days that may end a title, with what each means."""
        return self._days(self.weekdays, self.months)

    @cached_property
    def lenient(self) -> list[tuple[str, Reading]]:
        """Patterns of days where the whole text is to be one."""
        weekdays = [*self.weekdays, *self.short_weekdays]
        return [*self._days(weekdays, [*self.months, *self.short_months]), *NUMERIC]

    def _days(self, weekdays: Sequence[str], months: Sequence[str]) -> list[tuple[str, Reading]]:
        names = {
            "weekday": rf"(?P<weekday>{_any_of(weekdays)})\.?",
            "month": rf"(?P<month>{_any_of(months)})\.?",
            "count": rf"(?P<count>\d{{1,9}}|{_any_of(self.numbers)})",
            "unit": rf"(?P<unit>{_any_of(self.units)})",
            "day": r"(?P<day>\d{1,2})",
            "year": r"(?P<year>\d{4,6})",
        }
        return [
            (self.overmorrow, _shifted(2)),
            (self.tomorrow, _shifted(1)),
            (self.today, _shifted(0)),
            (self.weekday.format(**names), self._weekday),
            (self.after.format(**names), self._after),
            *((pattern.format(**names), self._next_unit) for pattern in self.next_unit),
            (self.end_of.format(**names), self._end_of),
            *((pattern.format(**names), self._dated) for pattern in self.dated),
            (ISO, _iso),
        ]

    def _weekday(self, found: re.Match[str], today: date) -> date:
        wanted = self.number_of(self.weekdays, self.short_weekdays, found["weekday"])
        if found.groupdict().get("next"):
            return _monday_after(today) + timedelta(days=wanted)
        return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)

    def _after(self, found: re.Match[str], today: date) -> date:
        count, unit = self.count_of(found["count"]), self.units[found["unit"]]
        if unit in ("day", "week"):
            return today + timedelta(days=count * (7 if unit == "week" else 1))
        return _months_after(today, count * (12 if unit == "year" else 1))

    def _next_unit(self, found: re.Match[str], today: date) -> date:
        match self.units[found["unit"]]:
            case "day":
                return today + timedelta(days=1)
            case "week":
                return _monday_after(today)
            case "month":
                return _months_after(today.replace(day=1), 1)
        return date(today.year + 1, 1, 1)

    def _end_of(self, found: re.Match[str], today: date) -> date:
        match self.units[found["unit"]]:
            case "day":
                return today
            case "week":
                return today + timedelta(days=(4 - today.weekday()) % 7)
            case "month":
                return today.replace(day=monthrange(today.year, today.month)[1])
        return date(today.year, 12, 31)

    def _dated(self, found: re.Match[str], today: date) -> date:
        month = 1 + self.number_of(self.months, self.short_months, found["month"])
        return _coming(int(found["day"]), month, found["year"], today)


def _any_of(words: Sequence[str] | Mapping[str, object]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


def _shifted(days: int) -> Reading:
    return lambda _, today: today + timedelta(days=days)


def _monday_after(today: date) -> date:
    return today + timedelta(days=7 - today.weekday())


def _months_after(today: date, count: int) -> date:
    """Return the same day so many months later; month ends clamp."""
    years, month = divmod(today.month - 1 + count, 12)
    year = today.year + years
    if year > date.max.year:
        raise OverflowError
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _coming(day: int, month: int, year: str | None, today: date) -> date:
    """Return a day of a year, or its next one where no year was said."""
    if year is not None:
        if int(year) > date.max.year:
            raise OverflowError
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    for candidate in range(today.year, today.year + 9):  # a 29 February may be eight years away
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise ValueError(day)


def _numeric(found: re.Match[str], today: date) -> date:
    """Return a day written day first; month first where it can be nothing else."""
    day, month = int(found["day"]), int(found["month"])
    if month > 12:
        day, month = month, day
    return _coming(day, month, found["year"], today)


ISO = r"(?P<iso>\d{4}-\d\d-\d\d)"


def _iso(found: re.Match[str], _: date) -> date:
    return date.fromisoformat(found["iso"])


NUMERIC: list[tuple[str, Reading]] = [
    (
        r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4,6}|\d\d))?",
        _numeric,
    ),
]


def clock_of(language: Language, found: re.Match[str]) -> time | None:
    """Return the time that a match says, None when it says none."""
    groups = found.groupdict()
    if groups.get("noon"):
        return time(12)
    hours = [groups[name] for name in ("hour", "hour12", "bare") if groups.get(name)]
    if not hours:
        return None
    hour = int(hours[0])
    minutes = [groups[name] for name in ("minute", "minute12") if groups.get(name)]
    half = groups.get("half")
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif language.shifts_small_hours and groups.get("bare") and 1 <= hour <= 6:
        hour += 12
    return time(hour, int(minutes[0]) if minutes else 0)
