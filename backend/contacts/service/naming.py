"""What the labels and custom fields of edits are called, for the facts that tell of them."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.service.edits import Edit
from backend.contacts.told_changes import Names
from backend.core.unit_of_work import UnitOfWork
from backend.custom_fields.service import fields_of
from backend.labels.service import labels_by_id


async def names_in(unit: UnitOfWork, edits: Sequence[Edit]) -> Names:
    """Return the names of the labels and custom fields that edits change.

    Two statements at most, and none for edits without either.
    """
    labels = {key for edit in edits for key in (*edit.added_labels, *edit.removed_labels)}
    has_values = any(edit.old_values or edit.new_values for edit in edits)
    found = await labels_by_id(unit.actor, sorted(labels))
    fields = await fields_of(unit.actor.account_id) if has_values else ()
    return Names(
        {key: label.name for key, label in found.items()},
        {each.pk: each.name for each in fields},
    )
