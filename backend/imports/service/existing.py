"""Find who is in the book already, and say what a file adds to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from backend.contacts.drafts import ContactAddition, ContactDraft, EmailDraft
from backend.contacts.emails import normalize_email
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.rows import ContactRow, Wanted
from backend.contacts.service.finding import (
    contacts_by_email,
    contacts_by_given_key,
    contacts_by_id,
    contacts_by_phone,
)
from backend.contacts.state import ContactState
from backend.core.folding import fold
from backend.core.permissions import Actor
from backend.imports.people import (
    Identity,
    Names,
    bare_key,
    called,
    emails_of,
    normalized_address,
    phones_of,
    share_a_name,
)


@dataclass(slots=True)
class Known:
    """A contact that is there already, as far as what fills its gaps needs to know."""

    contact_id: int
    given_name: str | None
    family_name: str | None
    company: str | None
    position: str | None
    statuses: dict[str, SubscriptionStatus] = field(default_factory=dict)

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
        )


async def find_existing(actor: Actor, people: Sequence[Identity]) -> dict[int, Known]:
    """Return the contact that each of some people is, by their place.

    First the very contact that our own export was made of, then who has the same e-mail, then who
    has the same phone and no other name. Who has neither e-mail nor phone is who has the same names
    and addresses. Contacts in the trash are nobody. The number of statements does not depend on
    how many people are asked for.
    """
    candidates = await _Candidates.read(actor, people)
    known: dict[int, Known] = {}
    found: dict[int, Known] = {}
    for place, person in enumerate(people):
        contact = candidates.find(person)
        if contact is not None:
            if contact.pk not in known:
                known[contact.pk] = Known.of_row(contact)
            found[place] = known[contact.pk]
    return found


@dataclass(frozen=True, slots=True)
class _Candidates:
    """The contacts that some people may be."""

    by_email: Mapping[str, Sequence[int]]
    by_phone: Mapping[str, Sequence[int]]
    by_bare_key: Mapping[str, int]
    contacts: Mapping[int, ContactRow]

    @staticmethod
    async def read(actor: Actor, people: Sequence[Identity]) -> _Candidates:
        by_email = await contacts_by_email(actor, emails_of(people))
        by_phone = await contacts_by_phone(actor, phones_of(people))
        given_keys = {_given_key(person.names) for person in people if person.bare_key}
        by_name = await contacts_by_given_key(actor, given_keys)
        holders = (by_email, by_phone, by_name)
        ids = {key for holder in holders for keys in holder.values() for key in keys}
        ids |= {person.contact_id for person in people if person.contact_id is not None}
        wanted = Wanted(emails=True, phones=bool(by_name), addresses=bool(by_name))
        contacts = await contacts_by_id(actor, ids, wanted)
        named = (contacts[key] for keys in by_name.values() for key in keys)
        by_bare_key: dict[str, int] = {}
        for contact in named:
            if not contact.emails and not contact.phones:
                by_bare_key.setdefault(_bare_key(contact), contact.pk)
        return _Candidates(by_email, by_phone, by_bare_key, contacts)

    def find(self, person: Identity) -> ContactRow | None:
        """Return the contact that a person is."""
        exported = self.contacts.get(person.contact_id or 0)
        # The same number may be somebody else's on the server where the file comes from.
        if exported and exported.deleted_at is None and exported.created_at == person.created_at:
            return exported
        if person.bare_key:
            return self.contacts.get(self.by_bare_key.get(person.bare_key, 0))
        for email in person.emails:
            for key in self.by_email.get(email, ()):
                return self.contacts[key]
        for phone in person.phones:
            for key in self.by_phone.get(phone, ()):
                if share_a_name(called(*_names(self.contacts[key])), person.name):
                    return self.contacts[key]
        return None


def _names(contact: ContactRow) -> Names:
    return contact.given_name, contact.family_name, contact.company


def _bare_key(contact: ContactRow) -> str:
    return bare_key(_names(contact), [(each.street, each.city) for each in contact.addresses])


def _given_key(names: Names) -> str:
    given, family, company = ((name or "").strip() or None for name in names)
    return ContactState(given, family, company).sort_keys()[0]


def addition_to(known: Known, draft: ContactDraft, *, overwrite: bool) -> ContactAddition:
    """Return what a draft adds to a contact, and note in ``known`` what it will then have.

    With ``overwrite`` the names of the draft replace those there. Whoever left stays away; whoever
    is subscribed stays so.
    """
    given, family = draft.given_name, draft.family_name
    if not overwrite:
        given, family = _missing_names(known, draft)
    company = draft.company if overwrite or not known.company else None
    position = draft.position if overwrite or not known.position else None
    emails = [_kept_status(known, email) for email in draft.emails]
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
        label_ids=draft.label_ids,
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
