"""The address of one export: signed, and over after a while."""

from __future__ import annotations

from datetime import datetime

from backend.core.clock import now
from backend.core.secrets import sign, verify
from backend.exports.errors import ExportExpired

LINK_SECONDS = 600
_PURPOSE = "contact-export"


def export_url(account_id: int, export_id: int, expires_at: datetime) -> str:
    """Return the path of an export. The signature tells nobody who may use it: that is asked of
    whoever comes with it.
    """
    seconds = max(0, int((expires_at - now()).total_seconds()))
    value: dict[str, object] = {"account": account_id, "export": export_id}
    return f"/files/exports/{sign(_PURPOSE, value, ttl_seconds=seconds)}"


def export_of_token(token: str) -> tuple[int, int]:
    """Return the account and the export that the last part of an address names.

    Raises:
        ExportExpired: not ours, or too old.
    """
    value = verify(_PURPOSE, token)
    if value is None:
        raise ExportExpired
    return int(str(value["account"])), int(str(value["export"]))
