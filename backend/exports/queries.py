"""The exports that were asked for, read back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from backend.core.clock import from_micros
from backend.core.database import read
from backend.exports.requests import ExportRequest, load_request


@dataclass(frozen=True, slots=True)
class ExportRow:
    """Leave to download one file; ``contact_count`` is as it was when it was asked for."""

    id: int
    account_id: int
    user_id: int
    request: ExportRequest
    filename: str
    contact_count: int
    expires_at: datetime


async def find_export(account_id: int, export_id: int) -> ExportRow | None:
    """Return an export of an account, also one that is over; None when it is forgotten.

    Whoever calls checks whose it is.
    """
    row = await read.fetch_one(
        "SELECT id, account_id, user_id, request, filename, contact_count, expires_at "
        "FROM contact_export WHERE account_id = ? AND id = ?",
        (account_id, export_id),
    )
    if row is None:
        return None
    key, owner, user_id, request, filename, count, expires = row
    return ExportRow(
        key, owner, user_id, load_request(request), filename, count, from_micros(expires)
    )
