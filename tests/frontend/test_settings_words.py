"""What settings make of devices, roles and days."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from frontend.locale import in_locale
from frontend.pages.entry.way import local_place, with_next
from frontend.pages.settings.team.rules import (
    assignable_roles,
    may_change_role,
    may_hand_over,
    may_remove,
)
from frontend.pages.settings.tokens.create import expiry
from frontend.pages.settings.words import ROLES, device, role_name, role_text

MAC_SAFARI = (
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/17.4 Safari/605.1.15"
)
WINDOWS_EDGE = (
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/124.0.0.0 Safari/537.36 Edg/124.0.0.0"
)
ANDROID_FIREFOX = "Mozilla/5.0 (Android 14; Mobile; rv:125.0) Gecko/125.0 Firefox/125.0"
IPHONE_CHROME = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like "
    "Gecko) CriOS/124.0.6367.71 Mobile/15E148 Safari/604.1"
)


@pytest.mark.parametrize(
    ("user_agent", "icon", "name"),
    [
        (MAC_SAFARI, "laptop", "Safari on macOS"),
        (WINDOWS_EDGE, "monitor", "Edge on Windows"),
        (ANDROID_FIREFOX, "smartphone", "Firefox on Android"),
        (IPHONE_CHROME, "smartphone", "Chrome on iPhone"),
        ("curl/8.7.1", "globe", "Unknown device"),
        ("", "globe", "Unknown device"),
    ],
)
def test_a_browser_is_named_as_a_person_would(user_agent: str, icon: str, name: str) -> None:
    assert device(user_agent) == (icon, name)


@pytest.mark.parametrize("locale", ["en", "fr", "it"])
def test_every_role_has_its_words(locale: str) -> None:
    with in_locale(locale):
        assert len({role_name(role) for role in ROLES}) == len(ROLES)
        assert all(role_text(role) for role in ROLES)


def member(role: str, *, own: bool = False) -> dict[str, object]:
    return {"role": role, "isViewer": own}


def test_only_what_the_api_allows_is_offered() -> None:
    assert assignable_roles("OWNER") == ROLES
    assert "OWNER" not in assignable_roles("ADMIN")
    assert assignable_roles("MEMBER") == ()
    assert not may_change_role("OWNER", member("OWNER", own=True), owners=1)
    assert may_change_role("OWNER", member("OWNER"), owners=2)
    assert not may_change_role("ADMIN", member("OWNER"), owners=2)
    assert may_remove("VIEWER", member("VIEWER", own=True), owners=1)
    assert not may_remove("VIEWER", member("MEMBER"), owners=1)
    assert not may_remove("OWNER", member("OWNER", own=True), owners=1)
    assert may_hand_over("OWNER", member("ADMIN"))
    assert not may_hand_over("OWNER", member("OWNER", own=True))
    assert not may_hand_over("ADMIN", member("MEMBER"))


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("/contacts?sort=name", "/contacts?sort=name"),
        ("//elsewhere.example.org", "/"),
        ("/\\elsewhere.example.org", "/"),
        ("https://elsewhere.example.org/", "/"),
        ("/\tx", "/"),
        ("", "/"),
    ],
)
def test_only_places_of_ours_are_gone_to_afterwards(url: str, place: str) -> None:
    assert local_place(url) == place


def test_the_other_door_leads_to_the_same_place() -> None:
    assert with_next("/sign-up", "/") == "/sign-up"
    assert with_next("/sign-up", "/contacts?a=1&b=2") == "/sign-up?next=%2Fcontacts%3Fa%3D1%26b%3D2"


def test_a_token_ends_after_so_many_days_or_never() -> None:
    now = datetime(2026, 2, 27, 12, 30, tzinfo=UTC)
    assert expiry("30", now) == "2026-03-29T12:30:00+00:00"
    assert expiry("", now) is None
