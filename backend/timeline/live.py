"""A contact's timeline as it grows: the account's history, read as what it adds."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from backend.contacts.events import ContactMerged, ContactMergedAway, ContactUnmerged
from backend.core.change_log import Change
from backend.core.feed import feed
from backend.core.permissions import Actor, Permission
from backend.core.stories import Told
from backend.timeline.queries import Topics, entries_of, present_id
from backend.timeline.rows import EntryRow
from backend.timeline.topics import CONTACT, told

_TURNS = frozenset({ContactMerged.kind, ContactMergedAway.kind, ContactUnmerged.kind})
"""After these the timeline is another one: what was told of two is told of one, or again of two."""


@dataclass(frozen=True, slots=True)
class Growth:
    """What one step of the history added, newest first. ``reset``: read the timeline again."""

    cursor: str
    entries: list[EntryRow]
    reset: bool = False


async def follow_timeline(
    actor: Actor, contact_id: int, after: int | None, topics: Topics = None
) -> AsyncGenerator[Growth, None]:
    """Yield what is added to a contact's timeline after a place in the history, or from now on.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    chosen = told(topics)
    present = await present_id(actor, contact_id)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            about = [each for each in batch if _is_about(each, present)]
            news = [each for each in about if _is_told(each, chosen)]
            reset = any(each.kind in _TURNS for each in about)
            if reset:
                present = await present_id(actor, contact_id)
            if news or reset:
                entries = await entries_of(actor.account_id, news[::-1])
                yield Growth(about[-1].cursor, entries, reset)


def _is_about(change: Change, contact_id: int) -> bool:
    own = change.subject_type == CONTACT and change.subject_id == contact_id
    return own or (change.about_type == CONTACT and change.about_id == contact_id)


def _is_told(change: Change, chosen: Told) -> bool:
    kinds: Sequence[str] | None = chosen.about if change.about_id is not None else chosen.own
    return kinds is None or change.kind in kinds
