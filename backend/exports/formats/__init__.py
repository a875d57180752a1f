"""The kinds of file, one module each: what stands first, and a contact as its row or card.

carnet_csv    our own: everything, lossless there and back
google_csv    Google Contacts, its headers since 2022
outlook_csv   Outlook, its headers since the new Outlook
vcard         vCard 4.0, for phones and address books
table         rows of cells → bytes
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from backend.contacts.rows import ContactRow
from backend.contacts.service.finding import MostValues
from backend.custom_fields.rows import FieldRow
from backend.exports.formats.carnet_csv import carnet_table
from backend.exports.formats.google_csv import google_table
from backend.exports.formats.outlook_csv import outlook_table
from backend.exports.formats.vcard import VCards
from backend.exports.options import ExportFormat, ExportOptions

NUMBERED = frozenset({ExportFormat.CARNET_CSV, ExportFormat.GOOGLE_CSV})
"""Formats with as many columns as the fullest contact needs."""


class FileFormat(Protocol):
    """Turns contacts into the bytes of a file. Pure: it may run in any thread."""

    def head(self) -> bytes:
        """Return what stands before the first contact."""
        ...

    def body(self, contacts: Sequence[ContactRow]) -> bytes:
        """Return some contacts, all of whose lists were read."""
        ...


def file_format(
    options: ExportOptions, most: MostValues, fields: Sequence[FieldRow] = ()
) -> FileFormat:
    """Return the writer of a file for contacts of which none has more values than ``most``.

    ``fields`` are the account's own; our own format and Google's have columns for them.
    """
    match options.format:
        case ExportFormat.CARNET_CSV:
            return carnet_table(options, most, fields)
        case ExportFormat.GOOGLE_CSV:
            return google_table(options, most, fields)
        case ExportFormat.OUTLOOK_CSV:
            return outlook_table(options)
        case ExportFormat.VCARD:
            return VCards()
