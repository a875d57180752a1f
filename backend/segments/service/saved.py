"""Saved filters as conditions of other filters."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

import orjson

from backend.contacts.filter_input import parse_filter
from backend.contacts.filters import ContactFilter
from backend.core.errors import Refusal
from backend.core.permissions import Actor
from backend.segments.queries import segments_by_id


async def read_filters(actor: Actor, ids: Collection[int]) -> dict[int, ContactFilter]:
    """Return what those of some saved filters ask that the actor sees; paths are within each."""
    found = {
        key: _understood(row.filter_text) for key, row in (await segments_by_id(actor, ids)).items()
    }
    return {key: chosen for key, chosen in found.items() if chosen is not None}


@lru_cache(maxsize=512)
def _understood(text: str) -> ContactFilter | None:
    """Return a kept filter; None when the language has given up what it says."""
    try:
        return parse_filter(orjson.loads(text), ())
    except Refusal:
        return None
