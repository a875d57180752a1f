"""The fields as one picks them to filter by, in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from frontend.components import Pick, PickGroup
from frontend.locale import current_locale, t
from frontend.pages.contact_filters.fields import CustomKey
from frontend.pages.contact_filters.words import FIELD_WORDS
from frontend.pages.contact_parts.fields import KIND_ICONS

_ICONS = {
    "given": "user",
    "family": "user",
    "company": "building-2",
    "position": "user-round",
    "photo": "camera",
    "email": "mail",
    "health": "mail-check",
    "phone": "phone",
    "city": "map-pin",
    "postcode": "map-pin",
    "country": "globe",
    "address": "map-pin",
    "label": "tag",
    "subscription": "mail-check",
    "created": "calendar",
    "activity": "history",
    "task": "circle-check",
    "segment": "bookmark",
}


def field_groups(fields: Sequence[Mapping[str, Any]], *, saved: bool) -> tuple[PickGroup, ...]:
    """Return the fields that can be filtered by; `fields` are the account's own, in their order,
    and `saved` tells whether there are saved filters.
    """
    own = [
        Pick(
            str(CustomKey(field["kind"].lower(), field["id"])),
            field["name"],
            icon=KIND_ICONS[field["kind"]],
        )
        for field in fields
    ]
    return (
        *_standard_groups(current_locale()),
        *([PickGroup(t("Custom fields"), tuple(own))] if own else ()),
        *([PickGroup(t("Saved filters"), (_pick("segment"),))] if saved else ()),
    )


@cache
def _standard_groups(locale: str) -> tuple[PickGroup, ...]:
    """Return the fields that every account has, in the words of the present locale."""
    groups = (
        (t("Contact"), ("given", "family", "company", "position", "photo")),
        (t("E-mail"), ("email", "health")),
        (t("Phone"), ("phone",)),
        (t("Address"), ("city", "postcode", "country", "address")),
        (t("Labels"), ("label",)),
        (t("Subscription"), ("subscription",)),
        (t("Dates"), ("created", "activity")),
        (t("Tasks"), ("task",)),
    )
    return tuple(PickGroup(label, tuple(map(_pick, group))) for label, group in groups)


def _pick(field: str) -> Pick:
    return Pick(field, FIELD_WORDS[field](), icon=_ICONS[field])
