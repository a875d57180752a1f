"""Our own format: every field of a contact, one row each, lossless there and back.

Headers are English and fixed, whatever the reader's language. A contact has as many e-mails,
phones and addresses as it likes, so the columns of each are numbered, and a file has as many as
its fullest contact. The first column is what tells the format.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.rows import ContactRow
from backend.contacts.service.finding import MostValues
from backend.core.cells import format_list, harmless_row
from backend.custom_fields.rows import FieldRow
from backend.exports.formats.instants import iso_instant
from backend.exports.formats.table import Cells, Table, numbered, pad
from backend.exports.options import ExportOptions

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
_LEAST = MostValues(1, 1, 1)


def carnet_table(
    options: ExportOptions, most: MostValues, fields: Sequence[FieldRow] = ()
) -> Table:
    """Return the table; it has columns for one e-mail, phone and address also if nobody has any,
    and one for each custom field.
    """
    width, keys = most.joined(_LEAST), [field.pk for field in fields]
    return Table(options, header(width, fields), lambda contact: row(contact, width, keys))


def header(width: MostValues, fields: Sequence[FieldRow] = ()) -> list[str]:
    """Return the names of the columns."""
    return [
        "Carnet ID",
        "Given name",
        "Family name",
        "Company",
        "Position",
        *numbered(_EMAIL, width.emails),
        *numbered(_PHONE, width.phones),
        *numbered(_ADDRESS, width.addresses),
        "Labels",
        "Label colors",
        "Created at",
        "Last activity at",
        *(f"Custom field ({field.kind}): {field.name}" for field in fields),
    ]


def row(contact: ContactRow, width: MostValues, fields: Sequence[int] = ()) -> Cells:
    """Return the cells of a contact, harmless in a spreadsheet."""
    cells = [
        contact.lasting_id,
        contact.given_name or "",
        contact.family_name or "",
        contact.company or "",
        contact.position or "",
    ]
    for email in contact.emails:
        since = iso_instant(email.status_changed_micros)
        cells += (email.address, email.kind, email.status, since)
    pad(cells, len(_EMAIL) * (width.emails - len(contact.emails)))
    for phone in contact.phones:
        cells += (phone.number, phone.kind)
    pad(cells, len(_PHONE) * (width.phones - len(contact.phones)))
    for address in contact.addresses:
        cells += (
            address.kind,
            address.street or "",
            address.extended or "",
            address.city or "",
            address.region or "",
            address.postal_code or "",
            address.country_code or "",
        )
    pad(cells, len(_ADDRESS) * (width.addresses - len(contact.addresses)))
    cells += (
        format_list([label.name for label in contact.labels]),
        format_list([label.color for label in contact.labels]),
        iso_instant(contact.created_micros),
        iso_instant(contact.last_activity_micros),
    )
    if fields:
        values = {value.field.pk: value.kept for value in contact.values}
        cells += [values.get(key, "") for key in fields]
    return harmless_row(cells)
