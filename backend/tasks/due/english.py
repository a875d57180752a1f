"""Days and times in English."""

from __future__ import annotations

from backend.tasks.due.words import Language

ENGLISH = Language(
    weekdays=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    months=(
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ),
    short_weekdays=("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    short_months=(
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ),
    numbers={
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
        "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    },
    units={
        "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
        "months": "month", "year": "year", "years": "year",
    },
    today=r"today|tonight",
    tomorrow=r"tomorrow",
    overmorrow=r"(?:the )?day after tomorrow",
    weekday=r"(?:this |(?P<next>next ))?{weekday}",
    after=r"in {count} {unit}",
    next_unit=(r"next {unit}",),
    end_of=r"(?:at )?(?:the )?end of (?:the |this )?{unit}",
    dated=(
        r"(?:the )?{day}(?:st|nd|rd|th)?(?: of)? {month}(?:,? {year})?",
        r"{month} (?:the )?{day}(?:st|nd|rd|th)?(?:,? {year})?",
    ),
    lead=r"(?:on|by|before|until|for|due) ",
    clock=(
        r"(?:(?:at |by |@ ?)?(?:(?P<noon>noon|midday)"
        r"|(?P<hour12>0?[1-9]|1[0-2])(?:[:.](?P<minute12>[0-5]\d))? ?(?P<half>am|pm)"
        r"|(?P<hour>[01]?\d|2[0-3])[:h](?P<minute>[0-5]\d))"
        r"|(?:at |@ ?)(?P<bare>[01]?\d|2[0-3])(?: o clock)?)"
    ),
    joint=r",? ",
    shifts_small_hours=True,
)  # fmt: skip
