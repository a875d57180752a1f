"""Our own format: every field of a contact, one row each, lossless there and back.

Headers are English and fixed, whatever the reader's language. A contact has as many
e-mails, phones and addresses as it likes, so the columns of each are numbered, and a file
has as many as its fullest contact. The first column is what tells the format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from backend.imports.cells import harmless
from backend.imports.contact import ImportedAddress, ImportedContact
from backend.imports.values import format_list

_EMAIL = (
    "E-mail {n}",
    "E-mail {n} type",
    "E-mail {n} subscription",
    "E-mail {n} subscription since",
)
_PHONE = ("Phone {n}", "Phone {n} type")
_ADDRESS = (
    "Address {n} type",
    "Address {n} street",
    "Address {n} extended",
    "Address {n} city",
    "Address {n} region",
    "Address {n} postal code",
    "Address {n} country",
)


@dataclass(frozen=True, slots=True)
class Width:
    """How many e-mails, phones and addresses the fullest contact of a file has."""

    emails: int = 1
    phones: int = 1
    addresses: int = 1

    @staticmethod
    def of(contacts: Iterable[ImportedContact]) -> Width:
        """Return the width that fits all of some contacts."""
        emails = phones = addresses = 1
        for contact in contacts:
            emails = max(emails, len(contact.emails))
            phones = max(phones, len(contact.phones))
            addresses = max(addresses, len(contact.addresses))
        return Width(emails, phones, addresses)


def header(width: Width) -> list[str]:
    """Return the header row of a file."""
    return [
        "Carnet ID",
        "Given name",
        "Family name",
        "Company",
        "Position",
        *_numbered(_EMAIL, width.emails),
        *_numbered(_PHONE, width.phones),
        *_numbered(_ADDRESS, width.addresses),
        "Labels",
        "Created at",
        "Last activity at",
    ]


def row(contact: ImportedContact, width: Width) -> list[str]:
    """Return the cells of a contact, harmless in a spreadsheet."""
    cells = [
        contact.identity,
        contact.given_name,
        contact.family_name,
        contact.company,
        contact.position,
    ]
    emails = [
        [email.address, email.kind, email.status, _instant(email.status_since)]
        for email in contact.emails
    ]
    cells += _padded(emails, len(_EMAIL), width.emails)
    phones = [[phone.number, phone.kind] for phone in contact.phones]
    cells += _padded(phones, len(_PHONE), width.phones)
    addresses = [_address(address) for address in contact.addresses]
    cells += _padded(addresses, len(_ADDRESS), width.addresses)
    cells.append(format_list(contact.labels))
    cells += [_instant(contact.created_at), _instant(contact.last_activity_at)]
    return [harmless(cell) for cell in cells]


def _instant(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _address(address: ImportedAddress) -> list[str | None]:
    return [
        address.kind,
        address.street,
        address.extended,
        address.city,
        address.region,
        address.postal_code,
        address.country_code,
    ]


def _numbered(names: Sequence[str], count: int) -> Iterator[str]:
    return (name.format(n=number) for number in range(1, count + 1) for name in names)


def _padded(groups: Iterable[Sequence[str | None]], size: int, count: int) -> list[str]:
    cells = [cell or "" for group in groups for cell in group]
    return cells + [""] * (size * count - len(cells))
