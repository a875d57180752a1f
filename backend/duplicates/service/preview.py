"""Two contacts side by side, and what they would be as one."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from backend.contacts.errors import ContactDeleted
from backend.contacts.items import address_key, email_key, phone_key
from backend.contacts.merging import NAME_FIELDS, merged_state
from backend.contacts.rows import (
    EVERYTHING,
    NOTHING,
    AddressRow,
    ContactRow,
    EmailRow,
    PhoneRow,
    Wanted,
)
from backend.contacts.service.finding import contacts_by_id
from backend.contacts.service.merge import stored_contacts
from backend.contacts.state import ContactState
from backend.core.clock import to_micros
from backend.core.errors import NotFound, Refusal, Refusals
from backend.core.folding import fold
from backend.core.permissions import Actor, Permission
from backend.duplicates.errors import SameContact
from backend.duplicates.merging import MergeField
from backend.labels.rows import LabelRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Two contacts, the fields better taken from the other one, and the lists of both as one."""

    kept: ContactRow
    other: ContactRow
    suggested: list[MergeField]
    suggested_custom_fields: list[int]
    emails: list[EmailRow]
    phones: list[PhoneRow]
    addresses: list[AddressRow]
    labels: list[LabelRow]


async def preview_merge(
    actor: Actor, kept_id: int, other_id: int, wanted: Wanted = NOTHING
) -> MergePreview:
    """Say what would become of two contacts.

    Raises:
        SameContact
        Refusals: either is no contact of the account, or is in the trash.
        Forbidden
    """
    actor.require(Permission.READ)
    if kept_id == other_id:
        raise SameContact(("otherId",))
    rows = await contacts_by_id(actor, (kept_id, other_id), EVERYTHING | wanted)
    refused: list[Refusal] = []
    for key, argument in ((kept_id, "keptId"), (other_id, "otherId")):
        if key not in rows:
            refused.append(NotFound((argument,)))
        elif rows[key].deleted_micros is not None:
            refused.append(ContactDeleted((argument,)))
    Refusals.raise_if(refused)
    stored = await stored_contacts(actor, (kept_id, other_id))
    if len(stored) < 2:  # erased between two reads
        raise NotFound(("keptId" if other_id in stored else "otherId",))
    return _preview(rows[kept_id], rows[other_id], stored[kept_id].state, stored[other_id].state)


def _preview(
    kept: ContactRow, other: ContactRow, mine: ContactState, theirs: ContactState
) -> MergePreview:
    whole = merged_state(mine, theirs)
    return MergePreview(
        kept,
        other,
        suggested_fields(kept, other),
        _suggested_custom_fields(mine, theirs) if _is_newer(other, kept) else [],
        [
            EmailRow(
                key,
                item.address,
                item.kind.value,
                item.status.value,
                None if item.status_changed_at is None else to_micros(item.status_changed_at),
            )
            for key, item in _with_keys(whole.emails, theirs.emails, email_key)
        ],
        [
            PhoneRow(key, item.number, item.e164, item.kind.value)
            for key, item in _with_keys(whole.phones, theirs.phones, phone_key)
        ],
        [
            AddressRow(key, item.kind.value, *item.texts)
            for key, item in _with_keys(whole.addresses, theirs.addresses, address_key)
        ],
        sorted(
            {label.pk: label for label in (*kept.labels, *other.labels)}.values(),
            key=lambda label: (fold(label.name), label.pk),
        ),
    )


def _with_keys(
    whole: Iterable[Any], theirs: Sequence[Any], key: Callable[[Any], Hashable]
) -> Iterable[tuple[int, Any]]:
    known = {key(item): item.id for item in reversed(theirs)}
    for item in whole:
        yield item.id or known[key(item)], item


def _is_newer(one: ContactRow, than: ContactRow) -> bool:
    return one.updated_micros > than.updated_micros


def _suggested_custom_fields(mine: ContactState, theirs: ContactState) -> list[int]:
    own = {value.field_id: value for value in mine.values}
    return [
        value.field_id
        for value in theirs.values
        if value.field_id in own and value != own[value.field_id]
    ]


def suggested_fields(kept: ContactRow, other: ContactRow) -> list[MergeField]:
    """Return what is better taken from the other contact: what only it has, or has newer."""
    is_newer = _is_newer(other, kept)
    suggested: list[MergeField] = []
    for name in NAME_FIELDS:
        mine, theirs = getattr(kept, name), getattr(other, name)
        if theirs and (not mine or (is_newer and mine != theirs)):
            suggested.append(MergeField(name))
    if other.photo_key and (not kept.photo_key or is_newer):
        suggested.append(MergeField.PHOTO)
    return suggested
