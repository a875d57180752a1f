"""Every SELECT of timelines, scoped to the actor's account: a constant number for a page."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from backend.contacts.redirects import redirects
from backend.core.change_log import Change, decode_cursor
from backend.core.ids import decode_any_id
from backend.core.paging import PageRequest
from backend.core.permissions import Actor, Permission
from backend.core.stories import NEWEST, Told, count_stories, read_stories
from backend.custom_fields.service import fields_of
from backend.labels.service import labels_by_id
from backend.timeline.rows import Called, EntryRow, undetailed_names
from backend.timeline.topics import CARD, told, topics

Topics = Collection[str] | None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A part of a timeline, newest first."""

    entries: list[EntryRow]
    has_next: bool
    has_previous: bool
    total: int = 0


async def timeline_of(
    actor: Actor, contact_id: int, request: PageRequest, topics: Topics, *, counted: bool
) -> TimelinePage:
    """Return a page of a contact's timeline; of one that was merged, of the contact that it is now.

    Empty for an unknown contact.

    Raises:
        InvalidCursor, Forbidden
    """
    actor.require(Permission.READ)
    present = await present_id(actor, contact_id)
    pages = await timelines(actor.account_id, (present,), request, topics, counted=counted)
    return pages[present]


async def timelines(
    account_id: int,
    contact_ids: Sequence[int],
    request: PageRequest,
    topics: Topics,
    *,
    counted: bool,
) -> dict[int, TimelinePage]:
    """Return the same page of the timelines of contacts that are an account's.

    Raises:
        InvalidCursor
    """
    before = NEWEST if request.after is None else decode_cursor(request.after)
    chosen = told(topics)
    stories = await read_stories(
        account_id, chosen, contact_ids, limit=request.size + 1, before=before
    )
    totals = await count_stories(account_id, chosen, contact_ids) if counted else {}
    called = await _called(account_id, (each for story in stories.values() for each in story))
    return {
        key: TimelinePage(
            [EntryRow(change, called) for change in story[: request.size]],
            has_next=len(story) > request.size,
            has_previous=request.after is not None,
            total=totals.get(key, 0),
        )
        for key, story in stories.items()
    }


async def timeline_of_card(actor: Actor, card_id: int, request: PageRequest) -> TimelinePage:
    """Return a page of what happened to a workflow card. Empty for an unknown one.

    Raises:
        InvalidCursor, Forbidden
    """
    actor.require(Permission.READ)
    before = NEWEST if request.after is None else decode_cursor(request.after)
    chosen = Told(CARD, own=topics()[CARD], about=())
    stories = await read_stories(
        actor.account_id, chosen, (card_id,), limit=request.size + 1, before=before
    )
    story = stories[card_id]
    called = await _called(actor.account_id, story)
    return TimelinePage(
        [EntryRow(change, called) for change in story[: request.size]],
        has_next=len(story) > request.size,
        has_previous=request.after is not None,
    )


async def present_id(actor: Actor, contact_id: int) -> int:
    """Return the contact that an id stands for now."""
    return (await redirects(actor, (contact_id,))).get(contact_id, contact_id)


async def entries_of(account_id: int, changes: Sequence[Change]) -> list[EntryRow]:
    """Return facts as entries."""
    called = await _called(account_id, changes)
    return [EntryRow(change, called) for change in changes]


async def _called(account_id: int, changes: Iterable[Change]) -> Called:
    """Return the names that facts lack: two statements at most, mostly none."""
    labels: set[str] = set()
    fields: set[str] = set()
    for change in changes:
        of_labels, of_fields = undetailed_names(change)
        labels.update(of_labels)
        fields.update(of_fields)
    keys = [decode_any_id(each)[1] for each in sorted(labels)]
    rows = await labels_by_id(Actor.system(account_id), keys)
    return Called(
        {row.id: row.name for row in rows.values()},
        {row.id: row.name for row in await fields_of(account_id)} if fields else {},
    )
