"""From drafts to what is stored: everything that is refused about a contact, at once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from backend.contacts.cleaning import Cleaner
from backend.contacts.drafts import ContactDraft
from backend.contacts.errors import ContactEmpty
from backend.contacts.limits import MAX_LABELS
from backend.contacts.queries.lookups import account_country
from backend.contacts.service.items import dated
from backend.contacts.state import ContactState, with_values
from backend.core.database import read
from backend.core.errors import NotFound, Refusal, Refusals, TooMany
from backend.custom_fields.rows import FieldRow
from backend.custom_fields.service import fields_of
from backend.labels.service import LabelNames


@dataclass(frozen=True, slots=True)
class Known:
    """What drafts are checked against: the account's country, label ids and custom fields."""

    country: str
    label_ids: frozenset[int]
    fields: Mapping[int, FieldRow]


async def known_of(account_id: int) -> Known:
    """Read what the drafts of an account are checked against."""
    fields = await fields_of(account_id)
    return Known(
        await account_country(account_id),
        await label_ids_of(account_id),
        {field.pk: field for field in fields},
    )


def prepare(draft: ContactDraft, known: Known, now: datetime) -> ContactState:
    """Check a new contact.

    Raises:
        Refusals: every part that is refused, with its path in the draft.
    """
    cleaner = Cleaner(known.country)
    state = ContactState(
        given_name=cleaner.name(draft.given_name, "givenName"),
        family_name=cleaner.name(draft.family_name, "familyName"),
        company=cleaner.name(draft.company, "company"),
        position=cleaner.name(draft.position, "position"),
        emails=dated(cleaner.emails(draft.emails), (), now),
        phones=cleaner.phones(draft.phones),
        addresses=cleaner.addresses(draft.addresses),
        label_ids=cleaner.label_ids(draft.label_ids),
        values=with_values((), cleaner.values(draft.custom_values, known.fields)),
    )
    refusals = [*cleaner.refusals, *unknown_labels(state.label_ids, known.label_ids)]
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
    state: ContactState,
    names: Sequence[str],
    labels: LabelNames,
    colors: Mapping[str, str] | None = None,
) -> ContactState:
    """Return a contact with the labels of some names put on, those that are missing made.

    ``colors`` are those of labels to make, by name.

    Raises:
        Refusals: a name is none, or there are too many on the contact or in the account.
    """
    found, missing = labels.find(names)
    label_ids = tuple(dict.fromkeys((*state.label_ids, *found)))
    try:
        if len(label_ids) + len(missing) > MAX_LABELS:
            raise TooMany(("labelIds",), maximum=MAX_LABELS)
        label_ids += tuple(await labels.make(missing, colors)) if missing else ()
    except Refusal as refusal:
        raise Refusals((refusal,)) from None
    return replace(state, label_ids=label_ids)


async def label_ids_of(account_id: int) -> frozenset[int]:
    """Return the ids of all labels of an account."""
    rows = await read.fetch("SELECT id FROM label WHERE account_id = ?", (account_id,))
    return frozenset(row[0] for row in rows)
