"""Roles, scopes and devices in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from frontend.locale import t

ROLES = ("OWNER", "ADMIN", "MEMBER", "VIEWER")
"""From all to reading only."""


def role_name(role: str) -> str:
    """Return what a role is called."""
    return {
        "OWNER": t("Owner"),
        "ADMIN": t("Admin"),
        "MEMBER": t("Member"),
        "VIEWER": t("Viewer"),
    }.get(role, role)


def role_text(role: str) -> str:
    """Return what a role may do, in a sentence."""
    return {
        "OWNER": t("Everything, the account itself and its other owners included."),
        "ADMIN": t("Everything but what concerns owners."),
        "MEMBER": t(
            "Contacts, messages, boards, invoices, exports and API tokens; "
            "not the team, not privacy requests, not the settings of the business."
        ),
        "VIEWER": t("Reads everything; changes and exports nothing."),
    }.get(role, "")


def scope_name(scope: str) -> str:
    """Return what a scope of an API token allows."""
    return {
        "READ": t("Read"),
        "WRITE": t("Read and write"),
        "LEADS": t("Hand in leads"),
    }.get(scope, scope)


def widest_scope(scopes: Sequence[str]) -> str:
    """Return the scope of a token that says best what it may do."""
    return next((each for each in ("WRITE", "READ", "LEADS") if each in scopes), "READ")


class Device(NamedTuple):
    """What a session runs on: an icon of the Lucide set, and words."""

    icon: str
    name: str


_BROWSERS = (
    (r"Edg(?:e|A|iOS)?/", "Edge"),
    (r"OPR/|Opera", "Opera"),
    (r"Vivaldi/", "Vivaldi"),
    (r"SamsungBrowser/", "Samsung Internet"),
    (r"Firefox/|FxiOS/", "Firefox"),
    (r"Chrome/|CriOS/|Chromium/", "Chrome"),
    (r"Safari/", "Safari"),
)
_SYSTEMS = (
    (r"iPhone", "iPhone", "smartphone"),
    (r"iPad", "iPad", "tablet"),
    (r"Android.*Mobile", "Android", "smartphone"),
    (r"Android", "Android", "tablet"),
    (r"CrOS", "ChromeOS", "laptop"),
    (r"Windows", "Windows", "monitor"),
    (r"Mac OS X|Macintosh", "macOS", "laptop"),
    (r"Linux|X11", "Linux", "monitor"),
)


def device(user_agent: str) -> Device:
    """Return what a browser's description of itself says to a person: "Firefox on Windows"."""
    browser = next((name for pattern, name in _BROWSERS if re.search(pattern, user_agent)), "")
    system, icon = next(
        ((name, icon) for pattern, name, icon in _SYSTEMS if re.search(pattern, user_agent)),
        ("", "globe"),
    )
    if browser and system:
        return Device(icon, t("{browser} on {system}", browser=browser, system=system))
    return Device(icon, browser or system or t("Unknown device"))
