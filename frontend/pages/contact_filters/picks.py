"""The fields as one picks them to filter by, in groups."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from frontend.components import Pick, PickGroup
from frontend.locale import t
from frontend.pages.contact_filters.fields import CustomKey
from frontend.pages.contact_filters.names import Names
from frontend.pages.contact_filters.words import field_words
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
}


def field_groups(names: Names, fields: Sequence[Mapping[str, Any]]) -> tuple[PickGroup, ...]:
    """Return the fields that can be filtered by; `fields` are the account's own, in their order."""
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
    own = [
        Pick(
            str(CustomKey(field["kind"].lower(), field["id"])),
            field["name"],
            icon=KIND_ICONS[field["kind"]],
        )
        for field in fields
    ]
    return (
        *(
            PickGroup(label, tuple(Pick(f, field_words(f, names), icon=_ICONS[f]) for f in group))
            for label, group in groups
        ),
        *([PickGroup(t("Custom fields"), tuple(own))] if own else ()),
        *([PickGroup(t("Saved filters"), (_saved(names),))] if names.segments else ()),
    )


def _saved(names: Names) -> Pick:
    return Pick("segment", field_words("segment", names), icon="bookmark")
