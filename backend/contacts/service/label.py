"""Putting labels on many contacts, and taking them off."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from backend.contacts.events import ContactLabelled
from backend.contacts.limits import BATCH, BULK, MAX_LABELS
from backend.contacts.selections import Selection
from backend.contacts.service.edits import Edit, edit_of
from backend.contacts.service.loading import load_contacts
from backend.contacts.service.preparing import label_ids_of
from backend.contacts.service.saving import save_labels
from backend.contacts.service.selecting import selected_ids
from backend.core.clock import now_micros
from backend.core.errors import NotFound, Refusal, Refusals, TooMany
from backend.core.ids import encode_id
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class Labelling:
    """How many contacts carry other labels now."""

    changed_count: int
    cursor: str


async def label_contacts(
    actor: Actor,
    selection: Selection,
    *,
    add: Collection[int] = (),
    remove: Collection[int] = (),
) -> Labelling:
    """Put labels on contacts and take others off; one named in both is taken off.

    Contacts in the trash are left as they are.

    Raises:
        Refusals: ids that are no contact, or no label, of the account.
        TooMany: a contact would have over a hundred labels.
        FilterTooComplex, TooLong, Forbidden
    """
    actor.require(Permission.WRITE_CONTACTS)
    count = 0
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        await _check_labels(actor, add=add, remove=remove)
        ids = await selected_ids(unit, selection)
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            count += await _label(unit, batch, set(add), set(remove), bulk=len(ids) > BULK)
            await unit.flush()
    return Labelling(count, unit.cursor)


async def _check_labels(actor: Actor, **asked: Collection[int]) -> None:
    own = await label_ids_of(actor.account_id)
    refusals: list[Refusal] = [
        NotFound((argument, str(place)))
        for argument, labels in asked.items()
        for place, label in enumerate(labels)
        if label not in own
    ]
    Refusals.raise_if(refusals)


async def _label(
    unit: UnitOfWork, ids: Sequence[int], add: set[int], remove: set[int], *, bulk: bool
) -> int:
    edits: list[Edit] = []
    for stored in (await load_contacts(unit, ids)).values():
        if stored.deleted:
            continue
        labels = (set(stored.state.label_ids) | add) - remove
        if len(labels) > max(MAX_LABELS, len(stored.state.label_ids)):
            raise TooMany(("add",), maximum=MAX_LABELS)
        after = replace(stored.state, label_ids=tuple(sorted(labels)))
        edits.append(edit_of(stored, after))
    edits = [edit for edit in edits if edit.fields]
    await save_labels(unit, edits)
    now = now_micros()
    await unit.execute_many(
        "UPDATE contact SET version = version + 1, last_activity_at = ?, updated_at = ?, "
        "updated_by = ? WHERE id = ?",
        [(now, now, unit.actor.name, edit.stored.id) for edit in edits],
    )
    unit.record_many(
        ContactLabelled(
            edit.stored.id,
            version=edit.stored.version + 1,
            added=[encode_id("Label", key) for key in sorted(edit.added_labels)],
            removed=[encode_id("Label", key) for key in sorted(edit.removed_labels)],
            before=None if bulk else edit.stored.snapshot.stored(),
            bulk=bulk,
        )
        for edit in edits
    )
    return len(edits)
