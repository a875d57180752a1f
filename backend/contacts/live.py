"""Lists and contacts as they change: the account's history, read as what it did to them."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Collection, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from backend.contacts.compiling import Compiled
from backend.contacts.day_turns import with_day_turns
from backend.contacts.filters import (
    NOBODY,
    And,
    ContactFilter,
    Ids,
    acts_of,
    asks_for_labels,
    custom_fields_of,
    moves_with_time,
    names_saved,
)
from backend.contacts.limits import BULK
from backend.contacts.matching import matches
from backend.contacts.queries.acts import acts_by_id, acts_of_contacts
from backend.contacts.queries.knowledge import account_place
from backend.contacts.queries.lookups import contacts_by_id, get_contact
from backend.contacts.queries.plans import place_of
from backend.contacts.queries.previous import previous_ids
from backend.contacts.queries.resolving import resolve_list
from backend.contacts.queries.walking import walk
from backend.contacts.redirects import redirects
from backend.contacts.rows import ContactRow, Wanted
from backend.contacts.saved import SUBJECT
from backend.contacts.snapshots import Snapshot
from backend.contacts.sorting import ContactSort, Place
from backend.contacts.times import today_in
from backend.core.change_log import Change, changes_after, current_sequence, encode_cursor
from backend.core.database import read
from backend.core.errors import Refusal
from backend.core.feed import feed
from backend.core.permissions import Actor, Permission

_LABELS_SHOWN = frozenset({"label.updated", "label.deleted"})
"""Changes of a label that show on every contact that carries it."""

_FIELDS_SHOWN = frozenset({"custom_field.updated", "custom_field.deleted", "custom_field.restored"})
"""Changes of a custom field that show on every contact that has a value in it."""

_TRIES = 4
"""How often a list is read anew because it changed meanwhile, before it is reset."""

_TAKEN_ALONG = 500


@dataclass(frozen=True, slots=True)
class Placement:
    """A contact of a list; ``previous`` is the one right before it, None when it is the first."""

    contact: ContactRow
    previous: int | None


@dataclass(slots=True)
class ListChange:
    """What one step of the history did to a list. ``reset``: too much to tell apart."""

    cursor: str
    reset: bool = False
    entered: list[Placement] = field(default_factory=list)
    changed: list[Placement] = field(default_factory=list)
    left: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ContactChange:
    """Something that happened to a contact, and the contact as it is now; None when it is gone."""

    cursor: str
    kind: str
    actor_name: str
    contact: ContactRow | None


@dataclass(frozen=True, slots=True)
class FollowedList:
    """A list that somebody looks at."""

    actor: Actor
    chosen: ContactFilter
    sort: ContactSort
    wanted: Wanted


async def follow_list(
    followed: FollowedList, after: int | None
) -> AsyncGenerator[ListChange, None]:
    """Yield what happens to a list after a place in the account's history, or from now on.

    Raises:
        Forbidden, FilterTooComplex, TooLong
    """
    followed.actor.require(Permission.READ)
    asked, account_id = followed.chosen, followed.actor.account_id
    followed = replace(followed, chosen=await resolve_list(followed.actor, asked, followed.sort))
    place = await current_sequence(account_id) if after is None else after
    _, zone = await account_place(account_id)
    if (
        after is not None
        and moves_with_time(asked)
        and await _is_of_an_earlier_day(account_id, after, zone)
    ):
        yield ListChange(encode_cursor(place), reset=True)
    async with aclosing(feed().follow(account_id, place)) as batches:
        steps = with_day_turns(batches, zone) if moves_with_time(asked) else batches
        async with aclosing(steps):
            async for batch in steps:
                news = [change for change in batch or () if change.sequence > place]
                if batch is None or _changes_meaning(asked, news):
                    place = news[-1].sequence if news else place
                    followed = replace(followed, chosen=await _as_it_is_now(followed, asked))
                    yield ListChange(encode_cursor(place), reset=True)
                elif news:
                    place, change = await change_of(followed, news)
                    if change is not None:
                        yield change


def _changes_meaning(asked: ContactFilter, news: Sequence[Change]) -> bool:
    """Whether what a saved filter chooses may be another after some changes."""
    return names_saved(asked) and any(
        change.subject_type == SUBJECT or change.kind in _LABELS_SHOWN | _FIELDS_SHOWN
        for change in news
    )


async def _as_it_is_now(followed: FollowedList, asked: ContactFilter) -> ContactFilter:
    """Return the filter resolved anew; nobody once it names what is gone: the follower is told so
    when it reads the list again."""
    try:
        return await resolve_list(followed.actor, asked, followed.sort)
    except Refusal:
        return NOBODY


async def _is_of_an_earlier_day(account_id: int, sequence: int, zone: ZoneInfo) -> bool:
    """Whether the last change that a follower knows of was made before today.

    Then its list may have been read before today too, and who left it by the clock is still in it.
    """
    last = await changes_after(account_id, sequence - 1, limit=1)
    return not last or last[0].at.astimezone(zone).date() < today_in(zone)


async def follow_contact(
    actor: Actor, contact_id: int, after: int | None, wanted: Wanted
) -> AsyncGenerator[ContactChange, None]:
    """Yield what happens to one contact, labels and custom fields that it may have included.

    One that is merged is from then on the contact that has it all.

    Raises:
        Forbidden
    """
    actor.require(Permission.READ)
    subjects = await _subjects(actor, contact_id)
    async with aclosing(feed().follow(actor.account_id, after)) as batches:
        async for batch in batches:
            about = [each for each in batch if _concerns(each, subjects)]
            if not about:
                continue
            row = await get_contact(actor, contact_id, wanted)
            subjects = {contact_id, row.pk if row else contact_id}
            last = about[-1]
            # Several at once are one event: what counts is how the contact is now.
            yield ContactChange(last.cursor, last.kind, last.actor_name, row)


async def _subjects(actor: Actor, contact_id: int) -> set[int]:
    return {contact_id, *(await redirects(actor, (contact_id,))).values()}


def _concerns(change: Change, contact_ids: Collection[int]) -> bool:
    if change.kind in _LABELS_SHOWN or change.kind in _FIELDS_SHOWN:
        return True
    return change.subject_type == "Contact" and change.subject_id in contact_ids


async def change_of(
    followed: FollowedList, batch: Sequence[Change]
) -> tuple[int, ListChange | None]:
    """Return what some changes did to a list, None when nothing, and up to which place.

    What happened until the list was read is taken along: a contact is only ever said to stand
    behind one that the follower knows of.
    """
    changes = list(batch)
    for _ in range(_TRIES):
        change = await _change_of(followed, changes)
        later = await changes_after(
            followed.actor.account_id, changes[-1].sequence, limit=_TAKEN_ALONG
        )
        if not later or change is None or change.reset:
            return changes[-1].sequence, change
        changes += later
    return changes[-1].sequence, ListChange(changes[-1].cursor, reset=True)


async def _change_of(followed: FollowedList, batch: Sequence[Change]) -> ListChange | None:
    cursor = batch[-1].cursor
    shows_labels = followed.wanted.labels or asks_for_labels(followed.chosen)
    if shows_labels and any(change.kind in _LABELS_SHOWN for change in batch):
        return ListChange(cursor, reset=True)
    if _looks_at_fields(followed) and any(change.kind in _FIELDS_SHOWN for change in batch):
        return ListChange(cursor, reset=True)
    if await _is_at_work(followed.actor, acts_of(followed.chosen), batch):
        return ListChange(cursor, reset=True)
    first: dict[int, Change] = {}
    for change in batch:
        if change.subject_type == "Contact":
            first.setdefault(change.subject_id, change)
    if not first:
        return None
    is_bulk = any(change.payload.get("bulk") for change in batch)
    if is_bulk or len(first) > BULK:
        return ListChange(cursor, reset=True)
    if not all(_can_be_compared(change) for change in first.values()):
        return ListChange(cursor, reset=True)
    told = await _told_apart(followed, first, cursor)
    return told if told.reset or told.entered or told.changed or told.left else None


async def _is_at_work(actor: Actor, act_ids: Collection[int], batch: Sequence[Change]) -> bool:
    """Whether some changes may be those of acts that a list names: what is in it follows them."""
    if any(change.subject_type == "Job" and change.subject_id in act_ids for change in batch):
        return True
    return any(not act.is_over for act in (await acts_by_id(actor, act_ids)).values())


def _looks_at_fields(followed: FollowedList) -> bool:
    shown = followed.wanted.wants_values or followed.sort.custom_field is not None
    return shown or bool(custom_fields_of(followed.chosen))


async def _told_apart(followed: FollowedList, first: dict[int, Change], cursor: str) -> ListChange:
    compiled = Compiled.of(followed.actor.account_id, followed.chosen, read.dialect)
    places = await _places_now(compiled, followed.sort, frozenset(first))
    previous = await previous_ids(compiled, followed.sort, places)
    if previous is None:
        return ListChange(cursor, reset=True)
    rows = await contacts_by_id(followed.actor, list(places), followed.wanted)
    acts = await acts_of_contacts(acts_of(followed.chosen), first)
    was_listed = {
        key
        for key, change in first.items()
        if _was_listed(compiled, change, acts.get(key, frozenset()), is_listed=key in places)
    }
    told = ListChange(cursor, left=sorted(was_listed - rows.keys()))
    # In the order of the list: who stands before another one is placed before it.
    for key in places:
        if key in rows:
            placement = Placement(rows[key], previous[key])
            (told.changed if key in was_listed else told.entered).append(placement)
    return told


async def _places_now(
    compiled: Compiled, sort: ContactSort, keys: frozenset[int]
) -> dict[int, Place]:
    only = Compiled(compiled.account_id, And((compiled.chosen, Ids(keys))), compiled.dialect)
    rows = await walk(only, sort, limit=len(keys))
    return {row[-1]: place_of(row) for row in rows}


def _can_be_compared(change: Change) -> bool:
    """Whether the log says of a contact before a change all that filters look at."""
    before = change.payload.get("before")
    return before is None or Snapshot.restore(change.subject_id, before).is_whole


def _was_listed(
    compiled: Compiled, first: Change, act_ids: frozenset[int], *, is_listed: bool
) -> bool:
    """Whether a contact was in the list before the first of its changes, none of which was of the
    acts that the list names.
    """
    if first.kind == "contact.created":
        return False
    before = first.payload.get("before")
    if before is None:
        # Erased for good: whoever still shows it must not. Else nothing that filters see changed.
        return is_listed or first.kind == "contact.purged"
    snapshot = replace(Snapshot.restore(first.subject_id, before), act_ids=act_ids)
    return matches(compiled.chosen, snapshot)
