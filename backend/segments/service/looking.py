"""What of a saved filter is found out only when somebody asks: whom it chooses, what it lacks."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass

from backend.contacts.filters import Saved
from backend.contacts.service.finding import count_contacts, saved_problems
from backend.core.errors import Refusal
from backend.core.permissions import Actor
from backend.segments.rows import SegmentRow

_AT_ONCE = 3
"""Counts that run at the same time: the others wait, and leave connections to other readers."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which of it is asked for."""

    counts: bool = False
    problems: bool = False


async def complete(actor: Actor, rows: Collection[SegmentRow], wanted: Wanted) -> None:
    """Give saved filters what is wanted of them."""
    if wanted.problems and rows:
        found = await saved_problems(actor, [row.pk for row in rows])
        for row in rows:
            row.problems = found.get(row.pk, ())
    if wanted.counts:
        turns = asyncio.Semaphore(_AT_ONCE)
        await asyncio.gather(*(_count(actor, row, turns) for row in rows))


async def _count(actor: Actor, row: SegmentRow, turns: asyncio.Semaphore) -> None:
    async with turns:
        try:
            row.contact_count = await count_contacts(actor, Saved(row.pk))
        except Refusal:  # what it names grew beyond what a list may cost: it chooses nobody
            row.contact_count = 0
