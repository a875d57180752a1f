"""A change to many contacts held against what the account has, and how it is told."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.acts import ActDetail
from backend.contacts.changes import (
    Change,
    LabelsChange,
    SubscriptionChange,
    TextChange,
    ValueChange,
)
from backend.core.errors import NotFound, Refusal, Refusals
from backend.core.ids import encode_id
from backend.core.permissions import Actor
from backend.custom_fields.service import fields_by_id
from backend.labels.service import labels_by_id


async def described(actor: Actor, change: Change) -> ActDetail:
    """Return how a change is told, in the words of now.

    Raises:
        Refusals: labels that the account has not, at ``add`` and ``remove``.
        NotFound: a custom field that it has not.
    """
    match change:
        case LabelsChange(add, remove):
            return await _labels(actor, add, remove)
        case SubscriptionChange():
            return ActDetail(status=change.status.value)
        case TextChange(field, value):
            return ActDetail(field=field, value=value)
        case ValueChange(field_id, _, value):
            found = await fields_by_id(actor, (field_id,))
            if field_id not in found:
                raise NotFound(("customValue", "fieldId"))
            return ActDetail(
                field=found[field_id].name,
                field_id=encode_id("CustomField", field_id),
                value=value,
            )
        case _:
            return ActDetail()


async def _labels(actor: Actor, add: Sequence[int], remove: Sequence[int]) -> ActDetail:
    found = await labels_by_id(actor, [*dict.fromkeys((*add, *remove))])
    names = {key: label.name for key, label in found.items()}
    unknown: list[Refusal] = [
        NotFound((argument, str(place)))
        for argument, labels in (("add", add), ("remove", remove))
        for place, label in enumerate(labels)
        if label not in names
    ]
    Refusals.raise_if(unknown)
    return ActDetail(
        added_labels=tuple(names[key] for key in dict.fromkeys(add) if key not in remove),
        removed_labels=tuple(names[key] for key in dict.fromkeys(remove)),
    )
