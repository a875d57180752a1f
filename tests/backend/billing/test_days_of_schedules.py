"""The calendar of recurring invoices, over ten years and more; no database."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import islice, pairwise

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped]
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.billing.errors import DateOutOfRange, NumberOutOfRange
from backend.billing.rules.recurring import (
    NEVER,
    Frequency,
    Schedule,
    check_schedule,
    next_day,
    next_days,
    period_of,
)

WEEKLY, MONTHLY, YEARLY = Frequency.WEEKLY, Frequency.MONTHLY, Frequency.YEARLY
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SCHEDULES = st.builds(
    Schedule,
    st.sampled_from(Frequency),
    DAYS,
    st.integers(1, 99),
    ends_on=st.none() | DAYS,
)


def said(*days: str) -> list[date]:
    return [date.fromisoformat(day) for day in days]


def first_days(schedule: Schedule, most: int) -> list[date]:
    return list(islice(schedule.days_from(schedule.start), most))


def plainly(schedule: Schedule, earliest: date, most: int) -> list[date]:
    """Count up from the first day, one by one."""
    found: list[date] = []
    for number in range(1500):
        steps = number * schedule.every
        delta = {
            WEEKLY: relativedelta(weeks=steps),
            MONTHLY: relativedelta(months=steps),
            YEARLY: relativedelta(years=steps),
        }[schedule.frequency]
        day = schedule.start + delta
        if day.year > 2199 or len(found) == most or (schedule.ends_on and day > schedule.ends_on):
            return found
        if day >= earliest:
            found.append(day)
    return found


@settings(max_examples=60, deadline=None)
@given(SCHEDULES, DAYS)
def test_days_are_those_that_one_counts_up_to(schedule, earliest):
    assert list(islice(schedule.days_from(earliest), 5)) == plainly(schedule, earliest, 5)


def test_month_ends_clamp_and_come_back():
    assert first_days(Schedule(MONTHLY, date(2027, 1, 31)), 5) == said(
        "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"
    )
    assert first_days(Schedule(MONTHLY, date(2027, 12, 30), 2), 3) == said(
        "2027-12-30", "2028-02-29", "2028-04-30"
    )


def test_leap_days_come_back_every_fourth_year():
    assert first_days(Schedule(YEARLY, date(2028, 2, 29)), 5) == said(
        "2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"
    )


@pytest.mark.parametrize(("frequency", "every"), [(MONTHLY, 1), (MONTHLY, 3), (YEARLY, 1)])
@pytest.mark.parametrize("day", [1, 15, 28, 29, 30, 31])
def test_ten_years_have_one_day_in_each_period(frequency, every, day):
    schedule = Schedule(frequency, date(2026, 1, day), every)
    months = every * (12 if frequency is YEARLY else 1)
    found = list(islice(schedule.days_from(schedule.start), 120 // months))
    counted = [each.year * 12 + each.month for each in found]
    assert all(after - before == months for before, after in pairwise(counted))
    assert found[-1] < date(2036, 1, 1) <= next(schedule.days_from(found[-1] + timedelta(1)))
    assert {each.day for each in found} <= {day, 28, 29, 30}


def test_weeks_are_seven_days_whatever_the_clocks_do():
    # 28 March and 31 October 2027 have 23 and 25 hours in Europe.
    found = first_days(Schedule(WEEKLY, date(2027, 3, 28), 2), 16)
    assert {after - before for before, after in pairwise(found)} == {timedelta(14)}
    assert date(2027, 10, 24) in found


def test_it_ends_on_a_day_or_after_so_many():
    day = date(2027, 1, 31)
    assert first_days(Schedule(MONTHLY, day, ends_on=date(2027, 3, 31)), 9) == said(
        "2027-01-31", "2027-02-28", "2027-03-31"
    )
    assert next_days(Schedule(MONTHLY, day, times=2), day, (), 0, 9) == said(
        "2027-01-31", "2027-02-28"
    )
    assert next_day(Schedule(MONTHLY, day, times=2), day, (), 2) == NEVER
    assert next_day(Schedule(YEARLY, date(2199, 6, 1)), date(2199, 6, 2), (), 1) == NEVER


def test_skipped_days_are_none_of_those_counted():
    schedule = Schedule(WEEKLY, date(2027, 1, 4), times=3)
    skipped = {date(2027, 1, 11)}
    assert next_days(schedule, schedule.start, skipped, 0, 9) == said(
        "2027-01-04", "2027-01-18", "2027-01-25"
    )


def test_a_period_goes_up_to_the_day_before_the_next():
    schedule = Schedule(MONTHLY, date(2027, 1, 31), times=1)
    assert period_of(schedule, date(2027, 2, 28)) == (date(2027, 2, 28), date(2027, 3, 30))


@pytest.mark.parametrize(
    ("wrong", "refusal", "path"),
    [
        (Schedule(WEEKLY, date(2026, 11, 22)), DateOutOfRange, "startDate"),
        (Schedule(WEEKLY, date(2200, 1, 1)), DateOutOfRange, "startDate"),
        (Schedule(WEEKLY, date(2026, 11, 23), 0), NumberOutOfRange, "every"),
        (Schedule(WEEKLY, date(2026, 11, 23), 100), NumberOutOfRange, "every"),
        (
            Schedule(WEEKLY, date(2026, 11, 23), ends_on=date(2026, 11, 22)),
            DateOutOfRange,
            "endsOn",
        ),
        (Schedule(WEEKLY, date(2026, 11, 23), times=0), NumberOutOfRange, "times"),
        (Schedule(WEEKLY, date(2026, 11, 23), times=1000), NumberOutOfRange, "times"),
    ],
)
def test_schedules_that_make_no_sense_are_refused(wrong, refusal, path):
    with pytest.raises(refusal) as caught:
        check_schedule(wrong, date(2026, 11, 23))
    assert caught.value.path == (path,)
