"""Two contacts made one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from backend.contacts.errors import ContactDeleted
from backend.contacts.merging import merged_state
from backend.contacts.service.merge import Joining, Stored, join_contacts, load_contacts
from backend.contacts.states import stored_state
from backend.core.clock import now_micros
from backend.core.errors import NotFound, Refusal, Refusals, StaleVersion
from backend.core.idempotency import earlier_result, fingerprint, remember_result
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.custom_fields.service import fields_by_id
from backend.duplicates.errors import ContactMerged, SameContact
from backend.duplicates.events import DuplicateGone
from backend.duplicates.merging import MergeField
from backend.duplicates.queries.merges import get_merge, merged_into
from backend.duplicates.queries.pairs import pairs_of
from backend.duplicates.rows import PairRow
from backend.duplicates.service.pairing import place_of


@dataclass(frozen=True, slots=True)
class Side:
    """A contact of a merge, at the version that was seen. ``argument`` names it in refusals."""

    contact_id: int
    version: int
    argument: str


@dataclass(frozen=True, slots=True)
class Taken:
    """Whose word stays where both contacts have one: the fields of which it is the other's.

    ``custom_fields`` are ids; where the other has no value the kept one's stays.
    """

    fields: Collection[MergeField] = ()
    custom_fields: Sequence[int] = ()


NOTHING_TAKEN = Taken()


@dataclass(frozen=True, slots=True)
class Merge:
    """What undoes the merge, and the contact that has it all."""

    id: int
    contact_id: int
    cursor: str


async def merge_contacts(
    actor: Actor,
    kept: Side,
    other: Side,
    taken: Taken = NOTHING_TAKEN,
    *,
    idempotency_key: str | None = None,
) -> Merge:
    """Let a contact take in another one, with all that it has.

    The other's id answers with the kept contact from then on.

    Raises:
        SameContact: the two are one already.
        Refusals: of either contact: not there, in the trash, merged meanwhile, or newer than seen;
            of a custom field: not there.
        TooMany: the contact would hold more than one may.
        IdempotencyKeyReused, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    if kept.contact_id == other.contact_id:
        raise SameContact((f"{other.argument}Id",))
    mark = fingerprint(
        "merge_contacts",
        {
            "kept": kept.contact_id,
            "other": other.contact_id,
            "taken": sorted(set(taken.fields)),
            "custom_fields": sorted(set(taken.custom_fields)),
        },
    )
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        merge_id = await earlier_result(unit, idempotency_key, "merge_contacts", mark)
        if merge_id is None:
            merge_id = await _merge(unit, kept, other, taken)
            await remember_result(unit, idempotency_key, "merge_contacts", mark, merge_id)
        elif await get_merge(actor, merge_id) is None:  # undone since
            raise NotFound(("idempotencyKey",))
    return Merge(merge_id, kept.contact_id, unit.cursor)


async def _merge(unit: UnitOfWork, kept: Side, other: Side, taken: Taken) -> int:
    stored = await load_contacts(unit, (kept.contact_id, other.contact_id))
    refused = [await _refusal(unit.actor, side, stored) for side in (kept, other)]
    refused += await _unknown_fields(unit.actor, taken.custom_fields)
    Refusals.raise_if([each for each in refused if each is not None])
    first, second = stored[kept.contact_id], stored[other.contact_id]
    joining = Joining(
        first,
        second,
        merged_state(first.state, second.state, taken.fields, taken.custom_fields),
        swaps_photos=MergeField.PHOTO in taken.fields and second.photo_key is not None,
    )
    await join_contacts(unit, joining)
    await _move_pairs(unit, kept.contact_id, other.contact_id)
    return await _remember(unit, joining)


async def _refusal(actor: Actor, side: Side, stored: dict[int, Stored]) -> Refusal | None:
    found = stored.get(side.contact_id)
    if found is not None and not found.deleted:
        if found.version == side.version:
            return None
        return StaleVersion((f"{side.argument}Version",), current_version=found.version)
    path = (f"{side.argument}Id",)
    merged = await merged_into(actor, (side.contact_id,))
    if side.contact_id in merged:
        return ContactMerged(path, contact=encode_id("Contact", merged[side.contact_id]))
    return NotFound(path) if found is None else ContactDeleted(path)


async def _unknown_fields(actor: Actor, ids: Sequence[int]) -> list[Refusal | None]:
    known = await fields_by_id(actor, ids)
    return [
        NotFound(("takeCustomFieldsFromOther", str(place)))
        for place, key in enumerate(ids)
        if key not in known
    ]


async def _remember(unit: UnitOfWork, joining: Joining) -> int:
    # As it is stored now: what came from the other contact has ids of its own.
    after = (await load_contacts(unit, (joining.kept.id,)))[joining.kept.id]
    rows = await unit.fetch(
        "INSERT INTO contact_merge (account_id, kept_contact_id, other_contact_id, kept_before, "
        "kept_after, photo_key, created_at, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?) "
        "RETURNING id",
        (
            unit.actor.account_id,
            joining.kept.id,
            joining.other.id,
            stored_state(joining.kept.state),
            stored_state(after.state),
            joining.other.photo_key if joining.swaps_photos else None,
            now_micros(),
            unit.actor.name,
        ),
    )
    return int(rows[0][0])


async def _move_pairs(unit: UnitOfWork, kept_id: int, other_id: int) -> None:
    """Take the other contact's pairs off the list; whom it was told apart from, the kept one is.

    The search finds the kept one's pairs anew.
    """
    own = {_partner(pair, kept_id): pair for pair in await pairs_of(unit.actor, (kept_id,))}
    for pair in await pairs_of(unit.actor, (other_id,)):
        partner = _partner(pair, other_id)
        if pair.dismissed_bits and partner != kept_id:
            await _dismiss(unit, kept_id, partner, own.get(partner), pair.dismissed_bits)
        # What was dismissed is so again when the merge is undone.
        await unit.execute(
            "UPDATE duplicate_pair SET score = 0, reasons = 0, place = 0 WHERE id = ?"
            if pair.dismissed_bits
            else "DELETE FROM duplicate_pair WHERE id = ?",
            (pair.pk,),
        )
        if pair.place:
            unit.record(DuplicateGone(pair.pk))


def _partner(pair: PairRow, contact_id: int) -> int:
    return pair.second_key if pair.first_key == contact_id else pair.first_key


async def _dismiss(
    unit: UnitOfWork, kept_id: int, partner: int, pair: PairRow | None, dismissed: int
) -> None:
    if pair is None:
        couple = min(kept_id, partner), max(kept_id, partner)
        await unit.execute(
            "INSERT INTO duplicate_pair (account_id, first_contact_id, second_contact_id, score, "
            "reasons, dismissed, place) VALUES (?, ?, ?, 0, 0, ?, 0)",
            (unit.actor.account_id, *couple, dismissed),
        )
        return
    both = pair.dismissed_bits | dismissed
    place = place_of(pair.score, pair.reason_bits, both)
    await unit.execute(
        "UPDATE duplicate_pair SET dismissed = ?, place = ? WHERE id = ?", (both, place, pair.pk)
    )
    if pair.place and not place:
        unit.record(DuplicateGone(pair.pk))
