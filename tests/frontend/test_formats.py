"""Dates, numbers and money as each language writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from frontend.locale import (
    best_locale,
    format_date,
    format_datetime,
    format_money,
    format_number,
    format_percent,
    format_relative,
    in_locale,
    t,
    tn,
)
from frontend.pages.campaign_parts.words import part_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("locale", "words"),
    [("en", "€1,200.50"), ("fr", "1\u202f200,50\xa0€"), ("it", "1.200,50\xa0€")],
)
def test_money_is_given_in_minor_units(locale: str, words: str) -> None:
    with in_locale(locale):
        assert format_money(120050, "EUR") == words


def test_a_currency_without_minor_units_has_none() -> None:
    assert format_money(1200, "JPY") == "¥1,200"


@pytest.mark.parametrize(
    ("locale", "words"), [("en", "12,481"), ("fr", "12\u202f481"), ("it", "12.481")]
)
def test_numbers_are_grouped(locale: str, words: str) -> None:
    with in_locale(locale):
        assert format_number(12481) == words
        assert tn("{count} contact", "{count} contacts", 12481).startswith(words)


def test_percents_are_whole_and_never_all_before_all_is_there() -> None:
    assert [format_percent(part) for part in (0.29, 0.999, 1)] == ["29%", "99%", "100%"]
    rates = [part_of(count, 6) for count in (0, 1, 5, 6)]
    assert [*rates, part_of(999, 1000), part_of(0, 0)] == ["0%", "17%", "83%", "100%", "99%", "–"]


def test_digits_are_fixed_when_asked_for() -> None:
    assert format_number(Decimal("3.5"), digits=2) == "3.50"
    assert format_number(3, digits=0) == "3"


@pytest.mark.parametrize(
    ("distance", "en", "fr", "it"),
    [
        (timedelta(minutes=5), "5 minutes ago", "il y a 5 minutes", "5 minuti fa"),
        (timedelta(days=1), "yesterday", "hier", "ieri"),
        (timedelta(days=-1), "tomorrow", "demain", "domani"),
        (timedelta(days=4), "4 days ago", "il y a 4 jours", "4 giorni fa"),
        (timedelta(days=40), "Oct 13, 2026", "13 oct. 2026", "13 ott 2026"),
    ],
)
def test_instants_are_relative_when_near(distance: timedelta, en: str, fr: str, it: str) -> None:
    for locale, words in (("en", en), ("fr", fr), ("it", it)):
        with in_locale(locale):
            assert format_relative(NOW - distance, now=NOW) == words


def test_days_and_instants_in_iso_8601_are_taken() -> None:
    assert format_date("2026-11-22") == format_date(date(2026, 11, 22)) == "Nov 22, 2026"
    assert format_datetime("2026-11-22T10:05:00Z", "short").startswith("11/22/26, 10:05")
    with in_locale("fr"):
        assert format_datetime("2026-11-22T10:05:41Z") == "22 nov. 2026, 10:05"


@pytest.mark.parametrize(
    ("accepted", "locale"),
    [(["fr-CA", "en"], "fr"), (["de", "it-IT"], "it"), (["de"], "en"), ([], "en")],
)
def test_the_best_language_is_chosen(accepted: list[str], locale: str) -> None:
    assert best_locale(accepted) == locale


def test_an_untranslated_message_stays_as_it_is() -> None:
    with in_locale("fr"):
        assert t("Zzz {name}", name="x") == "Zzz x"
