"""Putting contacts into the trash, taking them out again, and erasing them there."""

from __future__ import annotations

from dataclasses import dataclass

from backend.contacts import changes
from backend.contacts.acts import ActDetail, ActRow
from backend.contacts.selections import Selection
from backend.contacts.service.acts import load_act
from backend.contacts.service.change import begin_change, change_contacts
from backend.core.errors import NotFound
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class Deletion:
    """How many contacts went into the trash, and the act that put them there.

    ``id`` restores exactly those; None when none did, or when a job is to do it.
    """

    id: int | None
    deleted_count: int
    act: ActRow
    cursor: str


@dataclass(frozen=True, slots=True)
class Restoration:
    """How many contacts came out of the trash, and the act that took them out."""

    restored_count: int
    act: ActRow
    cursor: str


@dataclass(frozen=True, slots=True)
class Erasure:
    """How many contacts were erased, and the act that did it."""

    erased_count: int
    act: ActRow
    cursor: str


async def delete_contacts(actor: Actor, selection: Selection) -> Deletion:
    """Put contacts into the trash; those that are there already stay as they are.

    Over a thousand by a job: none is there yet.

    Raises:
        Refusals: ids that are no contact of the account.
        TooMany, FilterTooComplex, TooLong, Forbidden
    """
    done = await change_contacts(actor, selection, changes.Deletion())
    act = done.act
    return Deletion(
        act.deletion_id if act.changed_count else None, act.changed_count, act, done.cursor
    )


async def restore_deletion(actor: Actor, deletion_id: int) -> Restoration:
    """Undo a deletion: take out of the trash what it put there and nobody took out since.

    Over a thousand by a job: none is out yet.

    Raises:
        NotFound: no deletion of this account, or its contacts are gone for good.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        known = await unit.fetch(
            "SELECT 1 FROM contact_deletion WHERE account_id = ? AND id = ?",
            (actor.account_id, deletion_id),
        )
        if not known:
            raise NotFound(("undo",))
        rows = await unit.fetch(
            "SELECT id FROM contact WHERE account_id = ? AND deletion_id = ? ORDER BY id",
            (actor.account_id, deletion_id),
        )
        ids = [int(row[0]) for row in rows]
        act_id = await begin_change(unit, ids, changes.Restoration(), ActDetail())
        act = await load_act(unit, act_id)
    return Restoration(act.changed_count, act, unit.cursor)


async def restore_contacts(actor: Actor, selection: Selection) -> Restoration:
    """Take contacts out of the trash; those that are not there stay as they are.

    Over a thousand by a job: none is out yet.

    Raises:
        Refusals: ids that are no contact of the account.
        TooMany, FilterTooComplex, TooLong, Forbidden
    """
    done = await change_contacts(actor, selection, changes.Restoration())
    return Restoration(done.act.changed_count, done.act, done.cursor)


async def erase_deleted(actor: Actor, selection: Selection) -> Erasure:
    """Erase contacts of the trash for good, with all that belongs to them; others stay as they are.

    Over a thousand by a job: none is gone yet.

    Raises:
        Refusals: ids that are no contact of the account.
        TooMany, FilterTooComplex, TooLong, Forbidden
    """
    actor.require(Permission.ERASE_CONTACTS)
    done = await change_contacts(actor, selection, changes.Erasure())
    return Erasure(done.act.changed_count, done.act, done.cursor)
