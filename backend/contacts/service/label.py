"""Putting labels on many contacts, and taking them off."""

from __future__ import annotations

from collections.abc import Collection

from backend.contacts.changes import LabelsChange
from backend.contacts.selections import Selection
from backend.contacts.service.change import ActAsked, change_contacts
from backend.core.permissions import Actor


async def label_contacts(
    actor: Actor,
    selection: Selection,
    *,
    add: Collection[int] = (),
    remove: Collection[int] = (),
) -> ActAsked:
    """Put labels on contacts and take others off; one named in both is taken off.

    Raises:
        Refusals: ids that are no contact, or no label, of the account.
        TooMany: a contact would have over a hundred labels.
        FilterTooComplex, TooLong, Forbidden
    """
    return await change_contacts(actor, selection, LabelsChange(tuple(add), tuple(remove)))
