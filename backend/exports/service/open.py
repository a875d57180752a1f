"""From a link to the export that it is for, if whoever has it may."""

from __future__ import annotations

from backend.core.clock import now
from backend.core.permissions import Actor, Permission
from backend.exports.errors import ExportExpired, ExportNotYours
from backend.exports.links import export_of_token
from backend.exports.queries import ExportRow, find_export


async def open_export(actor: Actor, token: str) -> ExportRow:
    """Return the export of a link.

    Raises:
        ExportExpired: not ours, or older than ten minutes.
        ExportNotYours: it was made for somebody else, or in another account.
        Forbidden: the actor may no longer export.
    """
    account_id, export_id = export_of_token(token)
    if account_id != actor.account_id:
        raise ExportNotYours
    found = await find_export(account_id, export_id)
    if found is None or found.expires_at < now():
        raise ExportExpired
    if found.user_id != actor.user_id:
        raise ExportNotYours
    actor.require(Permission.EXPORT_CONTACTS)
    return found
