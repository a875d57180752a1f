"""vCard 4.0: a card each, as phones and address books read them.

Source: RFC 6350; RFC 8605 for the country's code; RFC 9554 for billing and delivery addresses and
the instant of creation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha1

from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind
from backend.contacts.rows import AddressRow, ContactRow
from backend.exports.formats.countries import country_name
from backend.exports.formats.instants import basic_instant

LINE_BYTES = 75
"""Longest line, its end aside. Source: RFC 6350, section 3.2."""
_SHORT = LINE_BYTES // 4
"""So many letters fit in a line, whatever they are."""
_NAMESPACE = bytes.fromhex("9f0c8a527a554d0f9d0b6f5e4f1c2a77")
_VARIANTS = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}
_ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})
_SPECIAL = re.compile(r"[\\,;\n]")
_EMAIL_TYPES: dict[str, str] = {EmailKind.HOME: ";TYPE=home", EmailKind.WORK: ";TYPE=work"}
_PHONE_TYPES: dict[str, str] = {
    PhoneKind.HOME: ";TYPE=home",
    PhoneKind.WORK: ";TYPE=work",
    PhoneKind.MOBILE: ";TYPE=cell",
    PhoneKind.FAX: ";TYPE=fax",
}
_ADDRESS_TYPES: dict[str, str] = {
    AddressKind.HOME: ";TYPE=home",
    AddressKind.WORK: ";TYPE=work",
    AddressKind.BILLING: ";TYPE=billing",
    AddressKind.SHIPPING: ";TYPE=delivery",
}


class VCards:
    """A file of cards; it has nothing before them."""

    def head(self) -> bytes:
        """Return nothing."""
        return b""

    def body(self, contacts: Sequence[ContactRow]) -> bytes:
        """Return the cards of some contacts."""
        lines: list[str] = []
        for contact in contacts:
            lines += _card_lines(contact)
        lines.append("")
        return "\r\n".join(lines).encode()


def _card_lines(contact: ContactRow) -> list[str]:
    """Return the lines of a card."""
    given, family, company = contact.given_name, contact.family_name, contact.company
    lines = []
    if company and not (given or family):
        lines.append("KIND:org")
    lines.append(f"FN:{_escaped(contact.display_name)}")
    lines.append(f"N:{_escaped(family)};{_escaped(given)};;;")
    if company:
        lines.append(f"ORG:{_escaped(company)}")
    if contact.position:
        lines.append(f"TITLE:{_escaped(contact.position)}")
    if contact.emails:
        primary_email = contact.primary_email
        for email in contact.emails:
            kind, preferred = _EMAIL_TYPES.get(email.kind, ""), _preferred(email is primary_email)
            lines.append(f"EMAIL{kind}{preferred}:{_escaped(email.address)}")
    if contact.phones:
        primary_phone = contact.primary_phone
        for phone in contact.phones:
            kind, preferred = _PHONE_TYPES.get(phone.kind, ""), _preferred(phone is primary_phone)
            lines.append(f"TEL{kind}{preferred}:{_escaped(phone.number)}")
    lines += map(_address, contact.addresses)
    if contact.labels:
        names = ",".join([_escaped(label.name) for label in contact.labels])
        lines.append(f"CATEGORIES:{names}")
    created, updated = map(basic_instant, (contact.created_micros, contact.updated_micros))
    return [
        f"BEGIN:VCARD\r\nVERSION:4.0\r\nPRODID:-//Carnet//Carnet//EN\r\nUID:urn:uuid:{_uid(contact)}",
        *[line if len(line) <= LINE_BYTES and line.isascii() else _folded(line) for line in lines],
        f"CREATED:{created}\r\nREV:{updated}\r\nEND:VCARD",
    ]


def _preferred(is_primary: bool) -> str:
    return ";PREF=1" if is_primary else ""


def _folded(line: str) -> str:
    return line if len(line) <= _SHORT else fold_line(line)


def fold_line(line: str) -> str:
    """Return a line, gone on with on further lines where its UTF-8 is too long.

    No letter is cut in two: that is allowed, but readers of today fail on it.
    """
    whole = line.encode()
    parts, start, room = [], 0, LINE_BYTES
    while len(whole) - start > room:
        end = start + room
        while whole[end] & 0xC0 == 0x80:  # inside of a letter
            end -= 1
        parts.append(whole[start:end])
        start, room = end, LINE_BYTES - 1  # the space that begins the next line counts too
    return b"\r\n ".join([*parts, whole[start:]]).decode()


def _address(address: AddressRow) -> str:
    country = f";CC={address.country_code}" if address.country_code else ""
    # The RFC wants the post box and the extended address empty: many readers drop them.
    if address.extended or "\n" in (address.street or ""):
        street = ",".join(map(_escaped, _lines(address.street, address.extended)))
    else:
        street = _escaped(address.street)
    parts = (
        "",
        "",
        street,
        _escaped(address.city),
        _escaped(address.region),
        _escaped(address.postal_code),
        _escaped(country_name(address.country_code)),
    )
    return f"ADR{_ADDRESS_TYPES.get(address.kind, '')}{country}:{';'.join(parts)}"


def _lines(*texts: str | None) -> list[str]:
    return [line for text in texts if text for line in text.split("\n") if line]


def _uid(contact: ContactRow) -> str:
    """Return what stays the same in every export, also after a move to another server.

    A name-based UUID, as ``uuid.uuid5`` makes it in thrice the time. Source: RFC 9562, section 5.5.
    """
    name = f"{contact.lasting_id}/{contact.created_micros}".encode()
    key = sha1(_NAMESPACE + name, usedforsecurity=False).hexdigest()
    variant = _VARIANTS[key[16]]
    return f"{key[:8]}-{key[8:12]}-5{key[13:16]}-{variant}{key[17:20]}-{key[20:32]}"


def _escaped(text: str | None) -> str:
    if not text:
        return ""
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text
