"""When two descriptions are of one person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from backend.contacts.drafts import ContactDraft, EmailDraft
from backend.contacts.emails import normalize_email
from backend.contacts.kinds import PhoneKind
from backend.contacts.limits import EMAIL_LENGTH, PHONE_LENGTH
from backend.contacts.phones import parse_phone
from backend.core.folding import fold

Names = tuple[str | None, str | None, str | None]
"""Given name, family name, company."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What tells a person from others: normalized addresses, phone digits, and the names.

    ``bare_key`` is of those who have neither e-mail nor phone: all their names and addresses.
    ``contact_id`` and ``created_at`` are those of the contact that our own export was made of.
    """

    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    names: Names = (None, None, None)
    bare_key: str = ""
    contact_id: int | None = None
    created_at: datetime | None = None

    @property
    def name(self) -> str:
        """What the person is called, folded. Worked out when asked: most people never are."""
        return called(*self.names)


def identity_of(draft: ContactDraft, country: str) -> Identity:
    """Return the identity of a row's draft, whatever else may be wrong with it."""
    emails = [normalized_address(email) for email in draft.emails]
    # A fax is an office's: it tells only of who has nothing else.
    own = [phone for phone in draft.phones if phone.kind is not PhoneKind.FAX]
    phones = [
        parse_phone(phone.number.strip(), country)
        for phone in (own if own or draft.emails else draft.phones)
        if len(phone.number) <= PHONE_LENGTH
    ]
    names = (draft.given_name, draft.family_name, draft.company)
    is_bare = not draft.emails and not draft.phones
    return Identity(
        tuple([email for email in emails if email is not None]),
        tuple([phone.digits for phone in phones if phone is not None]),
        names,
        bare_key(names, [(each.street, each.city) for each in draft.addresses]) if is_bare else "",
        draft.origin_id,
        draft.created_at,
    )


def bare_key(names: Names, addresses: Iterable[tuple[str | None, str | None]]) -> str:
    """Return what tells apart those who cannot be reached: their names and where they live."""
    parts = [*names, *(text for address in addresses for text in address)]
    return "\n".join(fold(part or "") for part in parts)


def normalized_address(email: EmailDraft) -> str | None:
    """Return what an address is compared by, or None when it is none."""
    return normalize_email(email.address.strip()) if len(email.address) <= EMAIL_LENGTH else None


def called(given_name: str | None, family_name: str | None, company: str | None) -> str:
    """Return what someone is called, folded: their name, or the company's."""
    return fold(" ".join(filter(None, (given_name, family_name))) or company or "")


def share_a_name(one: str, other: str) -> bool:
    """Whether two folded names may be of one person: equal, or one of them unknown.

    A phone alone says little: colleagues share a switchboard, families a line.
    """
    return not one or not other or one == other


class Seen:
    """The people met so far; remembers the place of each.

    It knows what the book will know, no more, so that it does not matter whether two rows are of
    one batch. Of a row of somebody who is there already that is nothing, unless ``joins``: then the
    contact gets what the row has, under the name that it had before.

    Two rows of our own export are two people, also with the same e-mail: they were two in the book
    that it was made of.
    """

    def __init__(self, *, joins: bool) -> None:
        self._joins = joins
        self._people: dict[int, Identity] = {}
        self._exported: dict[tuple[int, datetime | None], int] = {}
        self._emails: dict[str, int] = {}
        self._phones: dict[str, tuple[Identity, int]] = {}
        self._bare: dict[str, int] = {}
        # Only of phones that came more than once, so that few names are ever folded.
        self._names: dict[str, dict[str, int]] = {}

    def find(self, person: Identity) -> int | None:
        """Return where a person was first, if anywhere."""
        if person.contact_id is not None:
            return self._exported.get((person.contact_id, person.created_at))
        if person.bare_key:
            return self._bare.get(person.bare_key)
        for email in person.emails:
            if email in self._emails:
                return self._emails[email]
        for phone in person.phones:
            if phone in self._phones:
                names, name = self._names_of(phone), person.name
                if not name:
                    return next(iter(names.values()))
                place = names.get(name, names.get(""))
                if place is not None:
                    return place
        return None

    def meet(self, person: Identity, place: int, names: Names | None = None) -> None:
        """Remember what the row of somebody who is there already adds to them.

        ``names`` are those that they have in the book; of who was met here first they are known.
        """
        if self._joins:
            holder = self._people.get(place, person)
            self._remember(person, place, replace(holder, names=names) if names else holder)

    def add(self, person: Identity, place: int) -> None:
        """Remember a new person."""
        self._people[place] = person
        self._remember(person, place, person)

    def _remember(self, person: Identity, place: int, holder: Identity) -> None:
        if person.contact_id is not None:
            self._exported.setdefault((person.contact_id, person.created_at), place)
        if person.bare_key:
            self._bare.setdefault(person.bare_key, place)
        for email in person.emails:
            self._emails.setdefault(email, place)
        for phone in person.phones:
            if phone in self._phones:
                self._names_of(phone).setdefault(holder.name, place)
            else:
                self._phones[phone] = holder, place

    def _names_of(self, phone: str) -> dict[str, int]:
        if phone not in self._names:
            person, place = self._phones[phone]
            self._names[phone] = {person.name: place}
        return self._names[phone]


def emails_of(people: Iterable[Identity]) -> set[str]:
    """Return all addresses of some people."""
    return {email for person in people for email in person.emails}


def phones_of(people: Iterable[Identity]) -> set[str]:
    """Return all phone digits of some people."""
    return {phone for person in people for phone in person.phones}
