"""How fast an import goes on, and how long it still takes."""

from __future__ import annotations

from frontend.pages.contact_import.progress import Pace, count_words


def test_nothing_is_said_before_something_was_seen() -> None:
    pace = Pace()
    assert (pace.rows_per_second(), pace.seconds_left(100)) == (None, None)
    pace.take(0, 0, 0)
    pace.take(1, 500, 10)
    assert pace.seconds_left(100) is None


def test_the_pace_is_that_of_the_last_seconds() -> None:
    pace = Pace()
    for second in range(31):
        fast = second > 15
        rows = second * 100 if not fast else 1500 + (second - 15) * 1000
        pace.take(second, rows, rows)
    assert pace.rows_per_second() == 1000
    assert pace.seconds_left(26_500) == 10


def test_what_stands_still_keeps_the_pace_it_had() -> None:
    pace = Pace()
    pace.take(0, 0, 0)
    pace.take(2, 200, 20)
    pace.take(60, 200, 20)
    assert pace.rows_per_second() == 100


def test_another_run_begins_anew() -> None:
    pace = Pace()
    pace.take(0, 0, 0)
    pace.take(5, 500, 50)
    pace.take(6, 0, 0)
    assert pace.rows_per_second() is None


def test_an_undo_says_how_many_of_its_contacts_are_done() -> None:
    assert count_words("contacts", 0, 44) == []
    assert count_words("contacts", 1_500, 100_000) == ["1,500 of 100,000 contacts"]
    assert count_words("rows", 1_500, 9_000_000) == ["1,500 rows"]
