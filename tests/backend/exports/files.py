"""Contacts to export, and files read back."""

from __future__ import annotations

from backend.contacts.filters import EVERYONE, ContactFilter
from backend.contacts.selections import SelectedFilter
from backend.contacts.sorting import ContactSort, ContactSortField
from backend.core.permissions import Actor
from backend.exports.options import CsvSeparator, ExportFormat, ExportOptions
from backend.exports.requests import ExportRequest
from backend.exports.service import write_export

CREATED = ContactSort(ContactSortField.CREATED)


def request_for(
    format: ExportFormat = ExportFormat.CARNET_CSV,
    chosen: ContactFilter = EVERYONE,
    *,
    sort: ContactSort = CREATED,
    separator: CsvSeparator = CsvSeparator.COMMA,
    mark: bool = False,
) -> ExportRequest:
    """Return a request for the contacts of a filter, all of them unless told."""
    return ExportRequest(SelectedFilter(chosen), sort, ExportOptions(format, separator, mark))


async def written(actor: Actor, request: ExportRequest | None = None) -> bytes:
    """Return the file of a request, everything in our own format unless told."""
    parts: list[bytes] = []
    await write_export(actor, request or request_for(), parts.append)
    return b"".join(parts)
