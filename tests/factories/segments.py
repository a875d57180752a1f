"""Saved filters to test with, made through the product's own verbs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.core.permissions import Actor
from backend.segments.rows import SegmentRow
from backend.segments.rules import SegmentVisibility
from backend.segments.service import SegmentDraft, create_segment

EVERYBODY: Mapping[str, Any] = {"and": []}


async def new_segment(
    actor: Actor,
    name: str = "Clients",
    chosen: Mapping[str, Any] = EVERYBODY,
    *,
    shared: bool = False,
) -> SegmentRow:
    """Save a filter."""
    visibility = SegmentVisibility.TEAM if shared else SegmentVisibility.PRIVATE
    draft = SegmentDraft(name, chosen, visibility=visibility)
    return (await create_segment(actor, draft)).segment
