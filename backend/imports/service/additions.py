"""What a row adds to a contact that is there already."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from backend.contacts.drafts import ContactAddition, ContactDraft, EmailDraft
from backend.contacts.emails import normalize_email
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.rows import ContactRow
from backend.core.folding import fold
from backend.imports.people import Names, normalized_address


@dataclass(slots=True)
class Known:
    """A contact that is there already, as far as what fills its gaps needs to know."""

    contact_id: int
    given_name: str | None
    family_name: str | None
    company: str | None
    position: str | None
    statuses: dict[str, SubscriptionStatus] = field(default_factory=dict)
    filled: set[int] = field(default_factory=set)
    """The custom fields that it has a value in."""

    @property
    def names(self) -> Names:
        """Given name, family name, company."""
        return self.given_name, self.family_name, self.company

    @staticmethod
    def of_row(contact: ContactRow) -> Known:
        """Return what is known of a contact that was read with its e-mails."""
        return Known(
            contact.pk,
            contact.given_name,
            contact.family_name,
            contact.company,
            contact.position,
            {
                normalize_email(email.address) or email.address: SubscriptionStatus(email.status)
                for email in contact.emails
            },
            {value.field.pk for value in contact.values},
        )

    @staticmethod
    def of_draft(contact_id: int, draft: ContactDraft) -> Known:
        """Return what is known of a contact that was made of a draft just now."""
        return Known(
            contact_id,
            draft.given_name,
            draft.family_name,
            draft.company,
            draft.position,
            {normalized_address(email) or "": email.status for email in draft.emails},
            {value.field_id for value in draft.custom_values},
        )


def addition_to(known: Known, draft: ContactDraft, *, overwrite: bool) -> ContactAddition:
    """Return what a draft adds to a contact, and note in ``known`` what it will then have.

    With ``overwrite`` the names and custom values of the draft replace those there. Whoever left
    stays away; whoever is subscribed stays so.
    """
    given, family = draft.given_name, draft.family_name
    if not overwrite:
        given, family = _missing_names(known, draft)
    company = draft.company if overwrite or not known.company else None
    position = draft.position if overwrite or not known.position else None
    emails = [_kept_status(known, email) for email in draft.emails]
    values = [
        each for each in draft.custom_values if overwrite or each.field_id not in known.filled
    ]
    known.filled.update(each.field_id for each in values)
    known.given_name = given or known.given_name
    known.family_name = family or known.family_name
    known.company = company or known.company
    known.position = position or known.position
    known.statuses |= {normalized_address(email) or "": email.status for email in emails}
    return ContactAddition(
        contact_id=known.contact_id,
        given_name=given,
        family_name=family,
        company=company,
        position=position,
        emails=emails,
        phones=draft.phones,
        addresses=draft.addresses,
        label_names=draft.label_names,
        custom_values=values,
        label_colors=draft.label_colors,
        replaces_status=True,
    )


def _kept_status(known: Known, email: EmailDraft) -> EmailDraft:
    before = known.statuses.get(normalized_address(email) or "")
    if before is SubscriptionStatus.UNSUBSCRIBED or (
        before is SubscriptionStatus.SUBSCRIBED
        and email.status is SubscriptionStatus.NEVER_SUBSCRIBED
    ):
        return replace(email, status=before, status_changed_at=None)
    return email


def _missing_names(known: Known, draft: ContactDraft) -> tuple[str | None, str | None]:
    """Return the names that fill gaps.

    One name completes the other only if the file means the same person by it: a whole name that
    was kept as the given name must not get the family name a second time.
    """
    if not known.given_name and not known.family_name:
        return draft.given_name, draft.family_name
    if not known.family_name and _same(known.given_name, draft.given_name):
        return None, draft.family_name
    if not known.given_name and _same(known.family_name, draft.family_name):
        return draft.given_name, None
    return None, None


def _same(one: str | None, other: str | None) -> bool:
    return fold(one or "") == fold(other or "")
