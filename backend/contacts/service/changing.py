"""One change to each of some contacts, written a statement for each kind of row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from backend.contacts import changes
from backend.contacts.changes import LabelsChange, SubscriptionChange, ValueChange
from backend.contacts.consent import ConsentOrigin
from backend.contacts.events import ContactLabelled
from backend.contacts.kinds import ConsentSource
from backend.contacts.limits import MAX_LABELS
from backend.contacts.service.acts import remember_edits
from backend.contacts.service.edits import Edit, edit_of
from backend.contacts.service.loading import Stored, load_contacts
from backend.contacts.service.naming import names_in
from backend.contacts.service.preparing import Known, known_of
from backend.contacts.service.saving import save_edits, save_labels
from backend.contacts.told_changes import NAMELESS, told_labels
from backend.core.clock import now_micros
from backend.core.errors import NotFound, TooMany
from backend.core.ids import encode_id
from backend.core.unit_of_work import UnitOfWork


async def edit_contacts(
    unit: UnitOfWork,
    act_id: int,
    change: changes.Edit,
    ids: Sequence[int],
    *,
    bulk: bool,
    strict: bool,
) -> int:
    """Change contacts and remember how they were; return how many could not be changed.

    A contact that would have nothing to be called by any more is left as it is. One that would have
    too many labels is too, unless ``strict``.

    Raises:
        NotFound: the custom field was deleted meanwhile.
        TooMany: a contact would have over a hundred labels, if ``strict``.
    """
    present = _still_there(change, await known_of(unit.actor.account_id))
    edits: list[Edit] = []
    skipped = 0
    for stored in (await load_contacts(unit, ids)).values():
        if stored.deleted:
            continue
        edit = edit_of(stored, present.apply(stored.state))
        if not edit.fields:
            continue
        if _overfull(stored, edit):
            if strict:
                raise TooMany(("add",), maximum=MAX_LABELS)
            skipped += 1
        elif not edit.after.display_name:
            skipped += 1
        else:
            edits.append(edit)
    if isinstance(change, LabelsChange):
        await _save_labels(unit, edits, bulk=bulk)
    else:
        await save_edits(unit, edits, bulk=bulk, origin=_origin(change))
    await remember_edits(unit, act_id, edits)
    return skipped


def _still_there(change: changes.Edit, known: Known) -> changes.Edit:
    """Return the change without labels that were deleted since it was asked for."""
    if isinstance(change, LabelsChange):
        return replace(change, add=tuple(key for key in change.add if key in known.label_ids))
    if isinstance(change, ValueChange) and change.field_id not in known.fields:
        raise NotFound(("change", "customValue", "fieldId"))
    return change


def _origin(change: changes.Edit) -> ConsentOrigin:
    consent = change.consent if isinstance(change, SubscriptionChange) else None
    return ConsentOrigin(ConsentSource.BULK, consent[0] if consent else "")


def _overfull(stored: Stored, edit: Edit) -> bool:
    return len(edit.after.label_ids) > max(MAX_LABELS, len(stored.state.label_ids))


async def _save_labels(unit: UnitOfWork, edits: Sequence[Edit], *, bulk: bool) -> None:
    await save_labels(unit, edits)
    names = NAMELESS if bulk else await names_in(unit, edits)
    now = now_micros()
    await unit.execute_many(
        "UPDATE contact SET version = version + 1, updated_at = ?, updated_by = ? WHERE id = ?",
        [(now, unit.actor.name, edit.stored.id) for edit in edits],
    )
    unit.record_many(
        ContactLabelled(
            edit.stored.id,
            version=edit.stored.version + 1,
            added=[encode_id("Label", key) for key in sorted(edit.added_labels)],
            removed=[encode_id("Label", key) for key in sorted(edit.removed_labels)],
            before=None if bulk else edit.stored.snapshot.stored(),
            bulk=bulk,
            changes=told_labels(edit.removed_labels, edit.added_labels, names.labels),
        )
        for edit in edits
    )
