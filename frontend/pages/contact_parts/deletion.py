"""Deleting contacts and bringing them back, with the words that say so."""

from __future__ import annotations

from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact_jobs.shown import is_active, show_jobs
from frontend.session import Session


async def delete_contacts(
    session: Session, selection: dict[str, Any], *, count: int, name: str | None = None
) -> bool:
    """Delete what a ContactSelection names, say so with an Undo, and return whether it was done."""
    payload = await _run(session, "delete_contacts", {"selection": selection})
    if payload is None:
        return False
    if is_active(payload["job"]):
        show_jobs(session, payload["job"])
        return True
    undo_id, deleted = payload["undo"], payload["deletedCount"]
    words = (
        t("{name} was deleted", name=name)
        if name and count == 1
        else tn("{count} contact deleted", "{count} contacts deleted", deleted)
    )

    async def undo() -> None:
        await restore_contacts(session, {"undo": undo_id})

    session.toasts.show(words, kind="success", undo=undo if undo_id else None)
    return True


async def restore_contacts(session: Session, what: dict[str, Any]) -> bool:
    """Bring deleted contacts back: `{"undo": id}` or `{"selection": …}`."""
    payload = await _run(session, "restore_contacts", what)
    if payload is None:
        return False
    restored = payload["restoredCount"]
    session.toasts.show(
        tn("{count} contact restored", "{count} contacts restored", restored), kind="success"
    )
    return True


async def _run(session: Session, verb: str, values: dict[str, Any]) -> dict[str, Any] | None:
    operation = load(f"contacts/{verb}")
    try:
        payload: dict[str, Any] = (await session.client.run(operation, {"input": values}))[
            operation.field
        ]
    except OperationFailed as error:
        report(error, session)
        return None
    if payload["errors"]:
        session.toasts.show(explain(payload["errors"][0]), kind="error")
        return None
    return payload
