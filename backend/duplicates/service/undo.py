"""A merge taken back: both contacts as they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from backend.contacts.errors import ContactDeleted
from backend.contacts.merging import Parting, parted_state
from backend.contacts.service.merge import Joining, Stored, load_contacts, part_contacts
from backend.contacts.states import restored_state
from backend.core.clock import now_micros
from backend.core.errors import NotFound
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.settings import settings
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.duplicates.errors import ChangedSinceMerge, MergedAgain, MergeFinal
from backend.duplicates.queries.merges import get_merge, merge_away, merges_into
from backend.duplicates.rows import MergeRow


@dataclass(frozen=True, slots=True)
class MergeUndone:
    """The two contacts that there are again."""

    kept_id: int
    other_id: int
    cursor: str


async def undo_merge(actor: Actor, merge_id: int) -> MergeUndone:
    """Give back both contacts as they were before a merge.

    What was added to the kept one since stays with it.

    Raises:
        ChangedSinceMerge: what was changed since would be destroyed; says what.
        MergedAgain: the kept contact was taken in by another one since.
        MergeFinal: it is over CARNET_DELETED_CONTACT_DAYS ago.
        ContactDeleted: the kept contact is in the trash.
        NotFound: no merge of this account, or undone already.
        Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        merge = await get_merge(actor, merge_id)
        if merge is None:
            raise NotFound(("id",))
        _check_age(merge)
        stored = await load_contacts(unit, (merge.kept_key, merge.other_key))
        kept, other = stored.get(merge.kept_key), stored.get(merge.other_key)
        if kept is None or other is None:
            raise NotFound(("id",))
        await _check_kept(actor, kept)
        parting = await _parting(unit, merge, kept)
        await part_contacts(unit, Joining(kept, other, parting.state, merge.photo_key is not None))
        await unit.execute("DELETE FROM contact_merge WHERE id = ?", (merge_id,))
    return MergeUndone(kept.id, other.id, unit.cursor)


def _check_age(merge: MergeRow) -> None:
    days = settings().deleted_contact_days
    oldest = now_micros() - timedelta(days=days) // timedelta(microseconds=1)
    if merge.kept_before is None or merge.created_micros <= oldest:
        raise MergeFinal(("id",), days=days)


async def _check_kept(actor: Actor, kept: Stored) -> None:
    if not kept.deleted:
        return
    later = await merge_away(actor, kept.id)
    if later is None:
        raise ContactDeleted(("id",))
    raise MergedAgain(("id",), merge=encode_id("ContactMerge", later.pk))


async def _parting(unit: UnitOfWork, merge: MergeRow, kept: Stored) -> Parting:
    later = [
        each.other_key
        for each in await merges_into(unit.actor, kept.id)
        if each.pk > merge.pk and each.kept_after is not None
    ]
    since = (await load_contacts(unit, later)).values() if later else ()
    parting = parted_state(
        restored_state(merge.kept_before or ""),
        restored_state(merge.kept_after or ""),
        kept.state,
        [each.state for each in since],
    )
    lost = list(parting.lost)
    if merge.photo_key is not None and merge.photo_key != kept.photo_key:
        lost.append("photo")
    if lost:
        raise ChangedSinceMerge(("id",), fields=" ".join(lost))
    return parting
