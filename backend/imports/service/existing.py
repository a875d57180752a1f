"""Find who is in the book already, and say what a file adds to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from backend.contacts.rows import ContactRow, Wanted
from backend.contacts.service.finding import (
    contacts_by_email,
    contacts_by_given_key,
    contacts_by_id,
    contacts_by_origin,
    contacts_by_phone,
)
from backend.contacts.state import ContactState
from backend.core.permissions import Actor
from backend.imports.people import (
    Identity,
    Names,
    bare_key,
    called,
    emails_of,
    phones_of,
    share_a_name,
)
from backend.imports.service.additions import Known


async def find_existing(
    actor: Actor,
    people: Sequence[Identity],
    *,
    own_from: int | None = None,
    value_fields: frozenset[int] = frozenset(),
) -> dict[int, Known]:
    """Return the contact that each of some people is, by their place.

    First the very contact that our own export was made of, then who has the same e-mail, then who
    has the same phone and no other name. Who has neither e-mail nor phone is who has the same names
    and addresses. Contacts in the trash are nobody. The number of statements does not depend on
    how many people are asked for.

    Contacts from the number ``own_from`` on may be other rows of the same export: those that are
    stand for nobody but themselves. ``value_fields`` are the custom fields that must be known of.
    """
    candidates = await _Candidates.read(actor, people, own_from, value_fields)
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

    by_origin: Mapping[int, Sequence[int]]
    by_email: Mapping[str, Sequence[int]]
    by_phone: Mapping[str, Sequence[int]]
    by_bare_key: Mapping[str, int]
    contacts: Mapping[int, ContactRow]
    own_from: int | None

    @staticmethod
    async def read(
        actor: Actor,
        people: Sequence[Identity],
        own_from: int | None,
        value_fields: frozenset[int],
    ) -> _Candidates:
        exported = {person.contact_id for person in people if person.contact_id is not None}
        by_origin = await contacts_by_origin(actor, exported)
        by_email = await contacts_by_email(actor, emails_of(people))
        by_phone = await contacts_by_phone(actor, phones_of(people))
        given_keys = {_given_key(person.names) for person in people if person.bare_key}
        by_name = await contacts_by_given_key(actor, given_keys)
        holders = (by_origin, by_email, by_phone, by_name)
        ids = exported | {key for holder in holders for keys in holder.values() for key in keys}
        wanted = Wanted(
            emails=True,
            phones=bool(by_name),
            addresses=bool(by_name),
            value_fields=value_fields,
        )
        contacts = await contacts_by_id(actor, ids, wanted)
        named = (contacts[key] for keys in by_name.values() for key in keys)
        by_bare_key: dict[str, int] = {}
        for contact in named:
            if not contact.emails and not contact.phones:
                by_bare_key.setdefault(_bare_key(contact), contact.pk)
        return _Candidates(by_origin, by_email, by_phone, by_bare_key, contacts, own_from)

    def find(self, person: Identity) -> ContactRow | None:
        """Return the contact that a person is."""
        number = person.contact_id or 0
        for key in (number, *self.by_origin.get(number, ())):
            exported = self.contacts.get(key)
            # The same number may be somebody else's in the book where the file comes from.
            if exported and not exported.deleted_at and exported.created_at == person.created_at:
                return exported
        for key in self._alike(person):
            if person.contact_id is None or not self._is_another_row(self.contacts[key]):
                return self.contacts[key]
        return None

    def _alike(self, person: Identity) -> Iterator[int]:
        if person.bare_key:
            if person.bare_key in self.by_bare_key:
                yield self.by_bare_key[person.bare_key]
            return
        for email in person.emails:
            yield from self.by_email.get(email, ())
        for phone in person.phones:
            for key in self.by_phone.get(phone, ()):
                if share_a_name(called(*_names(self.contacts[key])), person.name):
                    yield key

    def _is_another_row(self, contact: ContactRow) -> bool:
        is_own = self.own_from is not None and contact.pk >= self.own_from
        return is_own and contact.origin_id is not None


def _names(contact: ContactRow) -> Names:
    return contact.given_name, contact.family_name, contact.company


def _bare_key(contact: ContactRow) -> str:
    return bare_key(_names(contact), [(each.street, each.city) for each in contact.addresses])


def _given_key(names: Names) -> str:
    given, family, company = ((name or "").strip() or None for name in names)
    return ContactState(given, family, company).sort_keys()[0]
