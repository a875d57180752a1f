"""Outlook's table: the columns of Outlook on the web and the new Outlook, and its categories.

Its places are few and fixed: three e-mails without a kind, some phones of each kind, one address
at home, one at work and one elsewhere. What finds no place is left out; a test lists it.
"""

from __future__ import annotations

from collections.abc import Sequence

from backend.contacts.kinds import AddressKind, PhoneKind
from backend.contacts.rows import AddressRow, ContactRow
from backend.core.cells import harmless_row_elsewhere
from backend.exports.formats.countries import country_name
from backend.exports.formats.table import Cells, Table
from backend.exports.options import ExportOptions

_ADDRESS = ("Street", "City", "State", "Postal Code", "Country/Region")
HEADER = (
    "First Name", "Middle Name", "Last Name", "Title", "Suffix", "Nickname", "Given Yomi",
    "Surname Yomi", "E-mail Address", "E-mail 2 Address", "E-mail 3 Address", "Home Phone",
    "Home Phone 2", "Business Phone", "Business Phone 2", "Mobile Phone", "Car Phone",
    "Other Phone", "Primary Phone", "Pager", "Business Fax", "Home Fax", "Other Fax",
    "Company Main Phone", "Callback", "Radio Phone", "Telex", "TTY/TDD Phone", "IMAddress",
    "Job Title", "Department", "Company", "Office Location", "Manager's Name", "Assistant's Name",
    "Assistant's Phone", "Company Yomi",
    *(f"{where} {part}" for where in ("Business", "Home", "Other") for part in _ADDRESS),
    "Personal Web Page", "Spouse", "Schools", "Hobby", "Location", "Web Page", "Birthday",
    "Anniversary", "Notes", "Categories",
)  # fmt: skip
_PLACES = {name: place for place, name in enumerate(HEADER)}
_EMAILS = ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address")
_OTHER_PHONES = ("Other Phone", "Callback", "Radio Phone")
_PHONES: dict[str, tuple[str, ...]] = {
    PhoneKind.MAIN: ("Primary Phone", *_OTHER_PHONES),
    PhoneKind.HOME: ("Home Phone", "Home Phone 2", *_OTHER_PHONES),
    PhoneKind.WORK: ("Business Phone", "Business Phone 2", *_OTHER_PHONES),
    PhoneKind.MOBILE: ("Mobile Phone", "Car Phone", *_OTHER_PHONES),
    PhoneKind.FAX: ("Business Fax", "Home Fax", "Other Fax"),
    PhoneKind.OTHER: _OTHER_PHONES,
}
"""Where a number of each kind goes: to the first of these that is free."""
_ADDRESSES: dict[str, tuple[str, ...]] = {
    AddressKind.HOME: ("Home", "Other"),
    AddressKind.WORK: ("Business", "Other"),
}
_BETWEEN = ";"


def outlook_table(options: ExportOptions) -> Table:
    """Return the table."""
    return Table(options, HEADER, _row)


def _row(contact: ContactRow) -> Cells:
    cells = [""] * len(HEADER)
    cells[_PLACES["First Name"]] = contact.given_name or ""
    cells[_PLACES["Last Name"]] = contact.family_name or ""
    cells[_PLACES["Company"]] = contact.company or ""
    cells[_PLACES["Job Title"]] = contact.position or ""
    cells[_PLACES["Categories"]] = _BETWEEN.join(label.name for label in contact.labels)
    for name, email in zip(_EMAILS, contact.emails, strict=False):
        cells[_PLACES[name]] = email.address
    for phone in contact.phones:
        _put(cells, _PHONES[phone.kind], [phone.number])
    for address in contact.addresses:
        places = [f"{where} Street" for where in _ADDRESSES.get(address.kind, ("Other",))]
        _put(cells, places, _address(address))
    return harmless_row_elsewhere(cells)


def _put(cells: Cells, names: Sequence[str], values: Sequence[str]) -> None:
    """Write values side by side from the first of some columns where there are none."""
    for name in names:
        place = _PLACES[name]
        if not any(cells[place : place + len(values)]):
            cells[place : place + len(values)] = values
            return


def _address(address: AddressRow) -> list[str]:
    return [
        "\n".join(filter(None, (address.street, address.extended))),
        address.city or "",
        address.region or "",
        address.postal_code or "",
        country_name(address.country_code),
    ]
