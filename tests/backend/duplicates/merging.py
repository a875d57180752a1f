"""Merging contacts, and what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from backend.contacts.queries.lookups import get_contact
from backend.core.errors import Refusals
from backend.duplicates.service import (
    merge_contacts,
)
from backend.duplicates.service.merge import Side, Taken


async def merge(actor, kept, other, taken=(), custom_fields=(), **options):
    return await merge_contacts(
        actor,
        Side(kept.pk, kept.version, "kept"),
        Side(other.pk, other.version, "other"),
        Taken(taken, custom_fields),
        **options,
    )


def content(contact: Any) -> dict[str, Any]:
    """All that a contact says, its rows' ids and versions aside."""
    names = ("display_name", "given_name", "family_name", "company", "position", "photo_key")
    return {
        **{name: getattr(contact, name) for name in names},
        **{
            name: [replace(each, pk=0) for each in getattr(contact, name)]
            for name in ("emails", "phones", "addresses")
        },
        "labels": [label.name for label in contact.labels],
    }


async def present(actor, contact) -> int | None:
    """The id that a contact's id answers with."""
    found = await get_contact(actor, contact.pk)
    return found.pk if found else None


async def refused(merging) -> list[tuple[type, tuple[str, ...]]]:
    with pytest.raises(Refusals) as caught:
        await merging
    return [(type(each), each.path) for each in caught.value.refusals]
