"""A text, or the end of one → a due date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from functools import lru_cache

from backend.tasks.due.english import ENGLISH
from backend.tasks.due.french import FRENCH
from backend.tasks.due.italian import ITALIAN
from backend.tasks.due.moments import Due, Moment, out_of_range
from backend.tasks.due.words import Language, Reading, clock_of, folded
from backend.tasks.errors import DueNotUnderstood

LANGUAGES = {"en": ENGLISH, "fr": FRENCH, "it": ITALIAN}
MAX_LENGTH = 80
"""Of the words of a due date."""


@dataclass(frozen=True, slots=True)
class Found:
    """A due date at the end of a text, the words that say it, and the text before them."""

    due: Due
    words: str
    rest: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """``reading`` is None where a time stands alone."""

    language: Language
    expression: re.Pattern[str]
    reading: Reading | None


def read_due(text: str, moment: Moment, path: Sequence[str] = ("due",)) -> Due:
    """Return what a text says that is nothing but a due date; a time alone is its next one.

    The reader's own language is tried first, then the others.

    Raises:
        DueNotUnderstood, DueOutOfRange
    """
    words = " ".join(folded(text).split()).rstrip(".!,")
    if len(words) <= MAX_LENGTH:
        for pattern in _patterns(moment.locale, whole=True):
            found = pattern.expression.fullmatch(words)
            due = found and _meaning(pattern, found, moment, path)
            if due:
                return due
    raise DueNotUnderstood(path)


def due_at_the_end(text: str, moment: Moment) -> Found | None:
    """Return the due date with which a title ends, and the title without it; None without one.

    Words that are a due date and nothing else leave no title: they are not taken for one.

    Raises:
        DueOutOfRange
    """
    plain = folded(text)
    start = max(0, len(plain.rstrip()) - MAX_LENGTH)
    longest: Found | None = None
    for pattern in _patterns(moment.locale, whole=False):
        found = pattern.expression.search(plain, start)
        if found is None or not plain[: found.start("due")].strip(" ,;:-"):
            continue
        words = text[found.start("due") : found.end("due")]
        if longest is not None and len(words) <= len(longest.words):
            continue
        due = _meaning(pattern, found, moment, ("title",))
        if due is not None:
            longest = Found(due, words, text[: found.start("due")].rstrip(" ,;:-"))
    return longest


def _meaning(
    pattern: _Pattern, found: re.Match[str], moment: Moment, path: Sequence[str]
) -> Due | None:
    try:
        clock = clock_of(pattern.language, found)
        day = pattern.reading(found, moment.today) if pattern.reading else _next_day(clock, moment)
    except OverflowError:
        raise out_of_range(path) from None
    except ValueError:  # 31 February, or 25 o'clock
        return None
    return Due.of(day, clock, moment.zone, path)


def _next_day(clock: time | None, moment: Moment) -> date:
    """Return the day on which a time comes next."""
    is_over = clock is not None and clock <= moment.local.time()
    return moment.today + timedelta(days=1 if is_over else 0)


def _patterns(locale: str, *, whole: bool) -> Iterator[_Pattern]:
    others = [name for name in LANGUAGES if name != locale]
    for name in (locale, *others):
        if name in LANGUAGES:
            yield from _compiled(name, whole)


@lru_cache(maxsize=6)
def _compiled(name: str, whole: bool) -> list[_Pattern]:
    language = LANGUAGES[name]
    days = language.lenient if whole else language.strict
    made = [
        _Pattern(language, _expression(said, whole), reading)
        for day, reading in days
        for said in _orders(language, day)
    ]
    if whole:
        return [*made, _Pattern(language, re.compile(language.clock), None)]
    return made


def _orders(language: Language, day: str) -> tuple[str, str]:
    """Return a day with or without a time behind it, and with one before it."""
    clock, joint, led = language.clock, language.joint, rf"(?:{language.lead})?(?:{day})"
    return rf"{led}(?:{joint}{clock})?", rf"{clock}{joint}{led}"


def _expression(said: str, whole: bool) -> re.Pattern[str]:
    return re.compile(said if whole else rf"(?:^|[\s,;:])(?P<due>{said})[\s.!]*$")
