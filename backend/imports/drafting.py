"""Make drafts, as the contacts domain takes them, of what a file says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.contacts.drafts import AddressDraft, ContactDraft, EmailDraft, PhoneDraft, ValueDraft
from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind, SubscriptionStatus
from backend.core.errors import InvalidId
from backend.core.ids import decode_id
from backend.imports.contact import (
    ImportedAddress,
    ImportedContact,
    ImportedEmail,
    ImportedPhone,
)

# Looked up rather than called: an enum takes a microsecond to find its member.
_EMAIL_KINDS = {kind.value: kind for kind in EmailKind}
_PHONE_KINDS = {kind.value: kind for kind in PhoneKind}
_ADDRESS_KINDS = {kind.value: kind for kind in AddressKind}


@dataclass(frozen=True, slots=True)
class StatusRule:
    """What an import does about subscriptions.

    ``subscribed`` is the word of whoever imports that everybody in the file agreed. Who left
    stays away all the same. Without it, only our own format may say that somebody agreed:
    what another program understood by it is not known. ``since`` is when they agreed, for
    addresses of which the file does not say it.
    """

    subscribed: bool = False
    trusted: bool = False
    since: datetime | None = None

    def status(self, said: str | None) -> SubscriptionStatus:
        """Return the status of an address, given what the file says about it."""
        if said == SubscriptionStatus.UNSUBSCRIBED:
            return SubscriptionStatus.UNSUBSCRIBED
        if self.subscribed or (self.trusted and said == SubscriptionStatus.SUBSCRIBED):
            return SubscriptionStatus.SUBSCRIBED
        return SubscriptionStatus.NEVER_SUBSCRIBED

    def agreed_at(self, status: SubscriptionStatus) -> datetime | None:
        """Return since when an address of this status holds it, where the import says so."""
        return self.since if status is SubscriptionStatus.SUBSCRIBED else None


def draft_contact(
    contact: ImportedContact, rule: StatusRule, label_names: Sequence[str]
) -> ContactDraft:
    """Return the draft of a contact that carries these labels and those of its row."""
    return ContactDraft(
        given_name=contact.given_name or None,
        family_name=contact.family_name or None,
        company=contact.company or None,
        position=contact.position or None,
        emails=_emails(contact.emails, rule),
        phones=_phones(contact.phones),
        addresses=[_address(address) for address in contact.addresses],
        custom_values=[ValueDraft(each.field_id, each) for each in contact.values if each.field_id],
        label_names=(*contact.labels, *label_names),
        label_colors=contact.label_colors,
        created_at=contact.created_at,
        last_activity_at=contact.last_activity_at,
        origin_id=_origin_id(contact.identity) if contact.identity else None,
    )


def _origin_id(text: str) -> int | None:
    try:
        return decode_id(text, "Contact")
    except InvalidId:
        return None


def _emails(emails: Sequence[ImportedEmail], rule: StatusRule) -> list[EmailDraft]:
    kinds = _kinds([email.kind if email.kind in _EMAIL_KINDS else None for email in emails])
    return [
        EmailDraft(
            address=email.address,
            kind=_EMAIL_KINDS[kind],
            status=(status := rule.status(email.status)),
            status_changed_at=email.status_since or rule.agreed_at(status),
        )
        for email, kind in zip(emails, kinds, strict=True)
    ]


def _phones(phones: Sequence[ImportedPhone]) -> list[PhoneDraft]:
    kinds = _kinds([phone.kind if phone.kind in _PHONE_KINDS else None for phone in phones])
    return [
        PhoneDraft(phone.number, _PHONE_KINDS[kind])
        for phone, kind in zip(phones, kinds, strict=True)
    ]


def _kinds(said: Sequence[str | None]) -> list[str]:
    """Call the first of those without a kind the main one, unless another is."""
    rest = "other" if "main" in said else "main"
    kinds = []
    for kind in said:
        kinds.append(kind or rest)
        if kind is None:
            rest = "other"
    return kinds


def _address(address: ImportedAddress) -> AddressDraft:
    return AddressDraft(
        kind=_ADDRESS_KINDS.get(address.kind or "", AddressKind.OTHER),
        street=address.street or None,
        extended=address.extended or None,
        city=address.city or None,
        region=address.region or None,
        postal_code=address.postal_code or None,
        country_code=address.country_code or None,
    )
