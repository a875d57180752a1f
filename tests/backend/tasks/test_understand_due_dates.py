"""Due dates as people say them, in three languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.core.clock import from_micros, to_micros
from backend.tasks.due import Due, Moment, due_at_the_end, due_order, read_due
from backend.tasks.due.moments import UNDUE
from backend.tasks.errors import DueNotUnderstood, DueOutOfRange

PARIS = ZoneInfo("Europe/Paris")
SUNDAY = datetime(2026, 11, 22, 17, tzinfo=UTC)
"""Six in the evening in Paris."""


def moment(locale: str = "en", zone: ZoneInfo = PARIS) -> Moment:
    return Moment(SUNDAY, zone, locale)


def understood(words: str, locale: str) -> str:
    """The day, and the time on the clock if one was said."""
    due = read_due(words, moment(locale))
    clock = f" {due.at.astimezone(PARIS):%H:%M}" if due.at else ""
    return f"{due.on.isoformat()}{clock}"


@pytest.mark.parametrize(
    ("locale", "words", "meaning"),
    [
        ("en", "today", "2026-11-22"),
        ("en", "Tomorrow at 3pm", "2026-11-23 15:00"),
        ("en", "at 3 tomorrow", "2026-11-23 15:00"),
        ("en", "next Friday", "2026-11-27"),
        ("en", "sunday", "2026-11-29"),
        ("en", "fri 9am", "2026-11-27 09:00"),
        ("en", "in two weeks", "2026-12-06"),
        ("en", "in a month", "2026-12-22"),
        ("en", "next week", "2026-11-23"),
        ("en", "end of the month", "2026-11-30"),
        ("en", "November 27th", "2026-11-27"),
        ("en", "11/27", "2026-11-27"),
        ("en", "3 May", "2027-05-03"),
        ("en", "29 february", "2028-02-29"),
        ("en", "2026-12-01 15:30", "2026-12-01 15:30"),
        ("en", "at 9", "2026-11-23 09:00"),
        ("en", "19:30", "2026-11-22 19:30"),
        ("fr", "demain", "2026-11-23"),
        ("fr", "après-demain à midi", "2026-11-24 12:00"),
        ("fr", "Aujourd’hui", "2026-11-22"),
        ("fr", "vendredi prochain", "2026-11-27"),
        ("fr", "mar", "2026-11-24"),
        ("fr", "dans 15 jours", "2026-12-07"),
        ("fr", "la semaine prochaine", "2026-11-23"),
        ("fr", "fin du mois", "2026-11-30"),
        ("fr", "1er décembre", "2026-12-01"),
        ("fr", "le 27/11 à 15h30", "2026-11-27 15:30"),
        ("it", "domani alle 15", "2026-11-23 15:00"),
        ("it", "dopodomani", "2026-11-24"),
        ("it", "venerdì prossimo", "2026-11-27"),
        ("it", "tra una settimana", "2026-11-29"),
        ("it", "fine mese", "2026-11-30"),
        ("it", "1° dicembre", "2026-12-01"),
        ("it", "il 27 novembre alle 9:30", "2026-11-27 09:30"),
        # What one's own language does not know may be another's.
        ("it", "vendredi prochain", "2026-11-27"),
        ("fr", "tomorrow", "2026-11-23"),
    ],
)
def test_understands(locale, words, meaning):
    assert understood(words, locale) == meaning


@pytest.mark.parametrize(
    "words", ["31/12/9999", "9999-12-31", "in 99999999 years", "dans 999999999 jours", "1 mai 1850"]
)
def test_a_day_beyond_the_calendar_gets_a_clear_answer(words):
    with pytest.raises(DueOutOfRange) as refused:
        read_due(words, moment())
    assert refused.value.parameters == {"earliest": "2000-01-01", "latest": "2199-12-31"}


@pytest.mark.parametrize("words", ["soon", "31 february", "25:00", "32/01", "", "to morrow" * 60])
def test_what_says_no_day_is_refused(words):
    with pytest.raises(DueNotUnderstood):
        read_due(words, moment())


def test_the_day_is_that_of_the_one_who_writes():
    auckland = moment(zone=ZoneInfo("Pacific/Auckland"))
    assert read_due("today", auckland).on == date(2026, 11, 23)
    due = read_due("tomorrow at 9:00", auckland)
    assert due.at == datetime(2026, 11, 23, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("title", "rest", "words"),
    [
        ("Call back tomorrow at 3pm", "Call back", "tomorrow at 3pm"),
        ("Send the quote by next Friday", "Send the quote", "by next Friday"),
        ("Rappeler Élodie, vendredi prochain", "Rappeler Élodie", "vendredi prochain"),
        ("Chiamare domani alle 15", "Chiamare", "domani alle 15"),
        ("Envoyer le devis d’ici fin du mois", "Envoyer le devis", "d’ici fin du mois"),
        ("Plan next week.", "Plan", "next week"),
    ],
)
def test_takes_a_due_date_off_the_end_of_a_title(title, rest, words):
    found = due_at_the_end(title, moment())
    assert found is not None
    assert (found.rest, found.words) == (rest, words)


@pytest.mark.parametrize(
    "title", ["tomorrow", "Paint the sun", "Read 3.4", "Préparer la mar", "Buy today's paper", "x"]
)
def test_leaves_titles_alone_that_say_no_due_date(title):
    assert due_at_the_end(title, moment()) is None


def test_says_so_when_a_title_ends_beyond_the_calendar():
    with pytest.raises(DueOutOfRange):
        due_at_the_end("Renew on 31 December 9999", moment())


@given(st.text(max_size=120))
def test_no_text_breaks_it(text):
    try:
        found = due_at_the_end(text, moment("it"))
    except DueOutOfRange:
        return
    assert found is None or (text.startswith(found.rest) and found.words in text)


@given(
    st.lists(
        st.integers(
            to_micros(datetime(2000, 1, 2, tzinfo=UTC)),
            to_micros(datetime(2199, 12, 30, tzinfo=UTC)),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_the_order_is_that_of_the_days_and_then_of_the_times(instants):
    dues = [Due.at_instant(from_micros(each), PARIS) for each in instants]
    by_clock = sorted(dues, key=lambda due: (due.on, due.minute))
    assert [due_order(due) for due in by_clock] == sorted(map(due_order, dues))
    for due in dues:
        assert due_order(Due(due.on)) < due_order(due) < UNDUE == due_order(None)
