"""What an edit makes of a contact; pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.contacts.cleaning import Cleaner
from backend.contacts.drafts import UNSET, ContactAddition, ContactChanges
from backend.contacts.errors import ContactEmpty
from backend.contacts.items import (
    address_key,
    dated,
    email_key,
    joined,
    keeping_ids,
    phone_key,
    with_statuses,
)
from backend.contacts.judging import unknown_labels
from backend.contacts.limits import MAX_LABELS, MAX_VALUES
from backend.contacts.service.loading import Stored
from backend.contacts.service.preparing import Known
from backend.contacts.state import ContactState, with_values
from backend.core.errors import NotFound, Refusal, Refusals, TooMany
from backend.custom_fields.values import FieldValue

_FIELDS = {
    "given_name": "givenName",
    "family_name": "familyName",
    "company": "company",
    "position": "position",
    "emails": "emails",
    "phones": "phones",
    "addresses": "addresses",
}
_NAMES = ("given_name", "family_name", "company", "position")
_LISTS = ("emails", "phones", "addresses")


@dataclass(frozen=True, slots=True)
class Edit:
    """A contact before and after. ``fields`` are the schema's names of what differs."""

    stored: Stored
    after: ContactState
    fields: tuple[str, ...]

    @property
    def added_labels(self) -> set[int]:
        """The labels that the edit puts on."""
        return set(self.after.label_ids) - set(self.stored.state.label_ids)

    @property
    def removed_labels(self) -> set[int]:
        """The labels that the edit takes off."""
        return set(self.stored.state.label_ids) - set(self.after.label_ids)

    @property
    def new_values(self) -> list[FieldValue]:
        """The custom values that were not there, or others."""
        before = set(self.stored.state.values)
        return [each for each in self.after.values if each not in before]

    @property
    def old_values(self) -> list[FieldValue]:
        """The custom values that are gone, or others now."""
        after = set(self.after.values)
        return [each for each in self.stored.state.values if each not in after]


def edit_of(stored: Stored, after: ContactState) -> Edit:
    """Compare a contact with what is to become of it."""
    before = stored.state
    fields = [
        shown for name, shown in _FIELDS.items() if getattr(before, name) != getattr(after, name)
    ]
    if set(before.label_ids) != set(after.label_ids):
        fields.append("labels")
    if before.values != after.values:
        fields.append("customValues")
    return Edit(stored, after, tuple(fields))


def apply_changes(
    stored: Stored,
    changes: ContactChanges,
    known: Known,
    now: datetime,
) -> Edit:
    """Return what an edit by hand makes of a contact.

    Raises:
        Refusals: parts of it are refused, with their paths in the changes.
    """
    before, cleaner = stored.state, Cleaner(known.country)
    names = {name: _name(before, changes, cleaner, name) for name in _NAMES}
    emails, phones, addresses = before.emails, before.phones, before.addresses
    label_ids = before.label_ids
    if changes.emails is not UNSET:
        emails = keeping_ids(cleaner.emails(changes.emails), before.emails, email_key)
        emails = dated(emails, before.emails, now)
    if changes.phones is not UNSET:
        phones = keeping_ids(cleaner.phones(changes.phones), before.phones, phone_key)
    if changes.addresses is not UNSET:
        addresses = keeping_ids(cleaner.addresses(changes.addresses), before.addresses, address_key)
    if changes.label_ids is not UNSET:
        label_ids = cleaner.label_ids(changes.label_ids)
    after = ContactState(
        **names,
        emails=emails,
        phones=phones,
        addresses=addresses,
        label_ids=label_ids,
        inactive_micros=before.inactive_micros,
        values=with_values(before.values, cleaner.values(changes.custom_values, known.fields)),
    )
    refusals = [
        *cleaner.refusals,
        *_unknown_items(before, changes),
        *unknown_labels(label_ids, {*known.label_ids, *before.label_ids}),
    ]
    if not refusals and not after.display_name:
        refusals.append(ContactEmpty())
    Refusals.raise_if(refusals)
    return edit_of(stored, after)


def _name(
    before: ContactState, changes: ContactChanges, cleaner: Cleaner, field: str
) -> str | None:
    value = getattr(changes, field)
    old: str | None = getattr(before, field)
    return old if value is UNSET else cleaner.name(value, _FIELDS[field])


def _unknown_items(before: ContactState, changes: ContactChanges) -> list[Refusal]:
    refusals: list[Refusal] = []
    for name in _LISTS:
        drafts = getattr(changes, name)
        known = {item.id for item in getattr(before, name)}
        if drafts is not UNSET:
            refusals += (
                NotFound((name, str(place), "id"))
                for place, draft in enumerate(drafts)
                if draft.id is not None and draft.id not in known
            )
    return refusals


def apply_addition(
    stored: Stored,
    addition: ContactAddition,
    known: Known,
    now: datetime,
) -> Edit:
    """Return what a file's row makes of a contact that is already there.

    Raises:
        Refusals: parts of it are refused, with their paths in the addition.
    """
    before, cleaner = stored.state, Cleaner(known.country)
    new_emails = cleaner.emails(addition.emails)
    emails = joined(before.emails, dated(new_emails, (), now), email_key)
    if addition.replaces_status:
        emails = with_statuses(emails, new_emails, now)
    after = ContactState(
        cleaner.name(addition.given_name, "givenName") or before.given_name,
        cleaner.name(addition.family_name, "familyName") or before.family_name,
        cleaner.name(addition.company, "company") or before.company,
        cleaner.name(addition.position, "position") or before.position,
        emails,
        joined(before.phones, cleaner.phones(addition.phones), phone_key),
        joined(before.addresses, cleaner.addresses(addition.addresses), address_key),
        tuple(dict.fromkeys((*before.label_ids, *cleaner.label_ids(addition.label_ids)))),
        with_values(before.values, _said(cleaner.values(addition.custom_values, known.fields))),
        before.inactive_micros,
    )
    Refusals.raise_if(
        [
            *cleaner.refusals,
            *unknown_labels(addition.label_ids, known.label_ids),
            *overfull(after),
        ]
    )
    return edit_of(stored, after)


def _said(values: Mapping[int, FieldValue | None]) -> dict[int, FieldValue | None]:
    """Return the values that say something: an addition clears none."""
    return {key: value for key, value in values.items() if value is not None}


def overfull(state: ContactState) -> list[Refusal]:
    """Return a refusal for each list that holds more than a contact may."""
    limits: Sequence[tuple[str, Sequence[object], int]] = (
        *((name, getattr(state, name), MAX_VALUES) for name in _LISTS),
        ("labelIds", state.label_ids, MAX_LABELS),
    )
    return [
        TooMany((name,), maximum=maximum)
        for name, values, maximum in limits
        if len(values) > maximum
    ]
