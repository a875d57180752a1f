"""From drafts to what is stored: everything that is refused about a contact, at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from backend.contacts.drafts import ContactDraft
from backend.contacts.items import dated
from backend.contacts.judging import Rules, judge
from backend.contacts.limits import MAX_LABELS
from backend.contacts.queries.lookups import account_country
from backend.contacts.state import ContactState
from backend.core.database import read
from backend.core.errors import Refusal, Refusals, TooMany
from backend.custom_fields.service import fields_of
from backend.labels.service import LabelNames


@dataclass(frozen=True, slots=True)
class Known(Rules):
    """What drafts are checked against: the account's rules and its label ids."""

    label_ids: frozenset[int]


async def known_of(account_id: int) -> Known:
    """Read what the drafts of an account are checked against."""
    rules = await rules_of(account_id)
    return Known(rules.country, rules.fields, await label_ids_of(account_id))


async def rules_of(account_id: int) -> Rules:
    """Read what the drafts of an account that name no label are checked against."""
    fields = await fields_of(account_id)
    return Rules(await account_country(account_id), {field.pk: field for field in fields})


def prepare(draft: ContactDraft, known: Known, now: datetime) -> ContactState:
    """Check a new contact.

    Raises:
        Refusals: every part that is refused, with its path in the draft.
    """
    return dated_from(judge(draft, known, known.label_ids), now)


def dated_from(state: ContactState, now: datetime) -> ContactState:
    """Say of a new contact since when its e-mails have their status: now where nothing says it."""
    emails = dated(state.emails, (), now)
    return state if emails == state.emails else replace(state, emails=emails)


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
