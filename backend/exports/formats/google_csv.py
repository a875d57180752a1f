"""Google Contacts' table, with the headers that it has written since 2022."""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.kinds import AddressKind, EmailKind, PhoneKind
from backend.contacts.rows import AddressRow, ContactRow
from backend.contacts.service.finding import MostValues
from backend.core.cells import harmless_row_elsewhere
from backend.custom_fields.rows import FieldRow
from backend.exports.formats.table import Cells, Table, numbered, pad
from backend.exports.options import ExportOptions

_NAMES = (
    "First Name",
    "Middle Name",
    "Last Name",
    "Phonetic First Name",
    "Phonetic Middle Name",
    "Phonetic Last Name",
    "Name Prefix",
    "Name Suffix",
    "Nickname",
    "File As",
    "Organization Name",
    "Organization Title",
    "Organization Department",
    "Birthday",
    "Notes",
    "Photo",
    "Labels",
)
_GIVEN, _FAMILY, _COMPANY, _POSITION, _LABELS = (
    _NAMES.index(name)
    for name in ("First Name", "Last Name", "Organization Name", "Organization Title", "Labels")
)
_EMAIL = ("E-mail {n} - Label", "E-mail {n} - Value")
_PHONE = ("Phone {n} - Label", "Phone {n} - Value")
_ADDRESS = (
    "Address {n} - Label",
    "Address {n} - Formatted",
    "Address {n} - Street",
    "Address {n} - City",
    "Address {n} - PO Box",
    "Address {n} - Region",
    "Address {n} - Postal Code",
    "Address {n} - Country",
    "Address {n} - Extended Address",
)
_EMAIL_LABELS: dict[str, str] = {
    EmailKind.MAIN: "Main",
    EmailKind.HOME: "Home",
    EmailKind.WORK: "Work",
    EmailKind.OTHER: "Other",
}
_PHONE_LABELS: dict[str, str] = {
    PhoneKind.MAIN: "Main",
    PhoneKind.HOME: "Home",
    PhoneKind.WORK: "Work",
    PhoneKind.MOBILE: "Mobile",
    PhoneKind.FAX: "Work Fax",
    PhoneKind.OTHER: "Other",
}
_ADDRESS_LABELS: dict[str, str] = {
    AddressKind.HOME: "Home",
    AddressKind.WORK: "Work",
    AddressKind.BILLING: "Billing",
    AddressKind.SHIPPING: "Shipping",
    AddressKind.OTHER: "Other",
}
_BETWEEN = " ::: "
_EVERYBODY = "* myContacts"
"""Google's own group: without it a contact stands among the "other" ones, out of sight."""
_LEAST = MostValues(1, 1, 0)


_CUSTOM = ("Custom Field {n} - Label", "Custom Field {n} - Value")


def google_table(
    options: ExportOptions, most: MostValues, fields: Sequence[FieldRow] = ()
) -> Table:
    """Return the table, with columns for as many values as there are, and two for each custom
    field.
    """
    width = most.joined(_LEAST)
    header = [
        *_NAMES,
        *numbered(_EMAIL, width.emails),
        *numbered(_PHONE, width.phones),
        *numbered(_ADDRESS, width.addresses),
        *numbered(_CUSTOM, len(fields)),
    ]
    return Table(options, header, lambda contact: _row(contact, width, fields))


def _row(contact: ContactRow, most: MostValues, fields: Sequence[FieldRow]) -> Cells:
    cells = [""] * len(_NAMES)
    cells[_GIVEN] = contact.given_name or ""
    cells[_FAMILY] = contact.family_name or ""
    cells[_COMPANY] = contact.company or ""
    cells[_POSITION] = contact.position or ""
    cells[_LABELS] = _BETWEEN.join([*(label.name for label in contact.labels), _EVERYBODY])
    for email in contact.emails:
        cells += (_EMAIL_LABELS[email.kind], email.address)
    pad(cells, len(_EMAIL) * (most.emails - len(contact.emails)))
    for phone in contact.phones:
        cells += (_PHONE_LABELS[phone.kind], phone.number)
    pad(cells, len(_PHONE) * (most.phones - len(contact.phones)))
    for address in contact.addresses:
        cells += _address(address)
    pad(cells, len(_ADDRESS) * (most.addresses - len(contact.addresses)))
    values = {value.field.pk: value.kept for value in contact.values} if fields else {}
    for field in fields:
        value = values.get(field.pk)
        cells += (field.name, value) if value else ("", "")
    return harmless_row_elsewhere(cells)


def _address(address: AddressRow) -> tuple[str, ...]:
    return (
        _ADDRESS_LABELS[address.kind],
        # Google puts it together from the rest; readers of ours take it for a street.
        "",
        address.street or "",
        address.city or "",
        "",
        address.region or "",
        address.postal_code or "",
        address.country_code or "",
        address.extended or "",
    )
