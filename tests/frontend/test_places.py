"""Countries, time zones and currencies by name, and what a browser tells of where it is."""

from __future__ import annotations

import pytest

from backend.accounts.rules.places import check_country, check_currency, check_time_zone
from frontend.locale import LOCALES, in_locale
from frontend.locale.places import (
    countries,
    currencies,
    fold,
    guess_country,
    languages,
    matching,
    time_zone,
    time_zones,
)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_api_knows_everything_that_is_offered(locale: str) -> None:
    with in_locale(locale):
        assert all(check_country(place.code) == place.code for place in countries())
        assert all(check_currency(place.code) == place.code for place in currencies())
        assert all(check_time_zone(place.code) == place.code for place in time_zones())


def test_names_are_the_readers_and_sorted_without_regard_to_accents() -> None:
    with in_locale("fr"):
        names = [place.name for place in countries()]
    assert names == sorted(names, key=fold)
    assert {"Allemagne", "États-Unis", "Italie"} <= set(names)
    assert names.index("États-Unis") < names.index("France")


@pytest.mark.parametrize(
    ("zone", "tags", "country"),
    [
        ("Europe/Rome", ["en-US"], "IT"),
        ("Europe/Kiev", [], "UA"),
        ("UTC", ["en", "fr-CA"], "CA"),
        ("UTC", ["en", "fr"], ""),
        ("nonsense", ["xx-YY", "zh-Hant"], ""),
    ],
)
def test_guesses_the_country_by_clock_then_by_language(
    zone: str, tags: list[str], country: str
) -> None:
    assert guess_country(zone, tags) == country


def test_finds_zones_by_city_country_and_distance() -> None:
    with in_locale("it"):
        assert [place.code for place in matching(time_zones(), "pari")] == ["Europe/Paris"]
        assert "Europe/Paris" in [p.code for p in matching(time_zones(), "FRANCIA utc+0", 50)]
        assert matching(time_zones(), "nowhere at all") == []
        assert len(matching(time_zones(), "", limit=7)) == 7


def test_a_zone_keeps_the_name_that_it_was_given_by() -> None:
    with in_locale("en"):
        assert time_zone("Europe/Kiev")[:2] == ("Europe/Kiev", "Kyiv")
        assert time_zone("Made/Up") == ("Made/Up", "Made/Up", "")


def test_every_language_is_named_by_itself() -> None:
    assert [place.name for place in languages()] == ["English", "Français", "Italiano"]
