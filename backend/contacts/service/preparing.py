"""From drafts to what is stored: everything that is refused about a contact, at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from backend.contacts.cleaning import Cleaner
from backend.contacts.drafts import ContactDraft
from backend.contacts.errors import ContactEmpty
from backend.contacts.items import dated
from backend.contacts.limits import MAX_LABELS
from backend.contacts.state import ContactState
from backend.core.database import read
from backend.core.errors import NotFound, Refusal, Refusals, TooMany
from backend.labels.service import LabelNames


def prepare(
    draft: ContactDraft, country: str, own_labels: Collection[int], now: datetime
) -> ContactState:
    """Check a new contact.

    ``own_labels`` are the ids of the account's labels.

    Raises:
        Refusals: every part that is refused, with its path in the draft.
    """
    cleaner = Cleaner(country)
    state = ContactState(
        given_name=cleaner.name(draft.given_name, "givenName"),
        family_name=cleaner.name(draft.family_name, "familyName"),
        company=cleaner.name(draft.company, "company"),
        position=cleaner.name(draft.position, "position"),
        emails=dated(cleaner.emails(draft.emails), (), now),
        phones=cleaner.phones(draft.phones),
        addresses=cleaner.addresses(draft.addresses),
        label_ids=cleaner.label_ids(draft.label_ids),
    )
    refusals = [*cleaner.refusals, *unknown_labels(state.label_ids, own_labels)]
    if not refusals and not state.display_name:
        refusals.append(ContactEmpty())
    Refusals.raise_if(refusals)
    return state


def unknown_labels(label_ids: Collection[int], own_labels: Collection[int]) -> list[Refusal]:
    """Return a refusal for each label that the account has not."""
    return [
        NotFound(("labelIds", str(place)))
        for place, label in enumerate(label_ids)
        if label not in own_labels
    ]


async def with_labels(
    state: ContactState, names: Sequence[str], labels: LabelNames
) -> ContactState:
    """Return a contact with the labels of some names put on, those that are missing made.

    Raises:
        Refusals: a name is none, or there are too many on the contact or in the account.
    """
    found, missing = labels.find(names)
    label_ids = tuple(dict.fromkeys((*state.label_ids, *found)))
    try:
        if len(label_ids) + len(missing) > MAX_LABELS:
            raise TooMany(("labelIds",), maximum=MAX_LABELS)
        label_ids += tuple(await labels.make(missing)) if missing else ()
    except Refusal as refusal:
        raise Refusals((refusal,)) from None
    return replace(state, label_ids=label_ids)


async def label_ids_of(account_id: int) -> frozenset[int]:
    """Return the ids of all labels of an account."""
    rows = await read.fetch("SELECT id FROM label WHERE account_id = ?", (account_id,))
    return frozenset(row[0] for row in rows)
