"""The demo's people: always the same, clearly made up, each with an address of their own."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime, timedelta

import phonenumbers
import pytest

from backend.cli.demo_people import LABELS, YEARS, demo_contact
from backend.cli.demo_words import words
from backend.contacts.drafts import ContactDraft
from backend.contacts.emails import normalize_email
from backend.contacts.kinds import SubscriptionStatus

NOW = datetime(2026, 3, 9, tzinfo=UTC)
FICTION = re.compile(
    r"\+33 (1 99 00|2 61 91|3 53 01|4 65 71|5 36 49|6 39 98) \d\d \d\d"
    r"|\+44 (113 496 0|121 496 0|161 496 0|20 7946 0|1632 960|7700 900)\d{3}"
    r"|\+39 (02 0000|06 0000|011 000|399 000) \d{4}"
)


@pytest.fixture(scope="module")
def people() -> list[ContactDraft]:
    return [demo_contact(number, NOW) for number in range(3000)]


def test_the_same_people_every_time(people: list[ContactDraft]) -> None:
    assert [demo_contact(number, NOW) for number in range(100)] == people[:100]


def test_three_languages(people: list[ContactDraft]) -> None:
    countries = Counter(address.country_code for person in people for address in person.addresses)
    assert set(countries) == {"FR", "IT", "GB"}
    assert min(countries.values()) > 300


def test_nobody_can_be_written_to(people: list[ContactDraft]) -> None:
    addresses = [email.address for person in people for email in person.emails]
    assert all(re.fullmatch(r"[a-z0-9.]+@example\.(org|com|net)", item) for item in addresses)
    assert all(normalize_email(address) == address for address in addresses)
    assert len(set(addresses)) >= len(addresses) - 2


def test_nobody_can_be_called(people: list[ContactDraft]) -> None:
    numbers = [phone.number for person in people for phone in person.phones]
    assert [number for number in numbers if not FICTION.fullmatch(number)] == []
    valid = [
        number for number in numbers if phonenumbers.is_valid_number(phonenumbers.parse(number))
    ]
    assert len(valid) > len(numbers) / 2


def test_people_have_what_the_book_can_show(people: list[ContactDraft]) -> None:
    drafts = people
    assert any(draft.company and not draft.family_name for draft in drafts)
    assert any(draft.company and draft.family_name and draft.position for draft in drafts)
    assert any(not draft.company and draft.family_name for draft in drafts)
    for values in ("emails", "phones", "addresses"):
        counts = {len(getattr(draft, values)) for draft in drafts}
        assert {0, 1, 2} <= counts
    statuses = {email.status for draft in drafts for email in draft.emails}
    assert statuses == set(SubscriptionStatus)
    assert {label for person in people for label in person.label_ids} == set(range(len(LABELS)))
    assert all(draft.company or draft.family_name or draft.given_name for draft in drafts)


def test_three_years_of_history(people: list[ContactDraft]) -> None:
    start = NOW - timedelta(days=365 * YEARS)
    months = set()
    for person in people:
        created, active = person.created_at, person.last_activity_at
        assert created is not None
        assert active is not None
        assert start <= created <= active <= NOW
        months.add((created.year, created.month))
        for email in person.emails:
            changed = email.status_changed_at
            assert (changed is None) == (email.status is SubscriptionStatus.NEVER_SUBSCRIBED)
            assert changed is None or created <= changed <= NOW
    assert len(months) >= 12 * YEARS


@pytest.mark.parametrize("language", ["en", "fr", "it"])
def test_words_are_many_and_none_comes_twice(language: str) -> None:
    known = words(language)
    for items in (known.given, known.family, known.streets, known.towns, known.trades):
        assert len(set(items)) == len(items)
    assert len(known.given) > 300
    assert len(known.family) > 300
    assert len(known.labels) == len(LABELS)


def test_a_name_comes_again_only_after_many_thousands() -> None:
    named = [demo_contact(number, NOW) for number in range(30_000)]
    full = [(draft.given_name, draft.family_name) for draft in named if draft.family_name]
    assert len(full) - len(set(full)) < 20
