"""Where the settings of billing are in the interface."""

from __future__ import annotations

SETTINGS_URL = "/settings/billing"


def settings_url(part: str, field: str = "") -> str:
    """Return the URL of a part of the settings, perhaps with the focus in one of its fields."""
    return f"{SETTINGS_URL}?part={part}" + (f"&field={field}" if field else "")


def missing_url(missing: str) -> str:
    """Return where something that a document lacks can be given: a path of
    `billingSettings.missing`, such as `seller.city` or `taxes`.
    """
    part, _, field = missing.partition(".")
    return settings_url(part, f"{part}.{field}" if field else "")
