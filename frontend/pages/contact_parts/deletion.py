"""Deleting contacts and bringing them back, with the words that say so."""

from __future__ import annotations

from typing import Any

from frontend.client import OperationFailed
from frontend.errors import explain, report
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact_jobs.asking import tell_job, undo_job
from frontend.pages.contact_jobs.shown import is_active, show_jobs
from frontend.pages.contact_parts.places import TRASH_URL
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
    job, deleted = payload["job"], payload["deletedCount"]
    words = (
        t("{name} was deleted", name=name)
        if name and count == 1
        else tn("{count} contact deleted", "{count} contacts deleted", deleted)
    )

    async def undo() -> None:
        await undo_job(session, job["id"])

    session.toasts.show(
        words, kind="success", undo=undo if job["undo"] else None, link=(t("Trash"), TRASH_URL)
    )
    return True


async def restore_contacts(session: Session, selection: dict[str, Any]) -> bool:
    """Bring deleted contacts back that a ContactSelection names, and return whether it was done."""
    payload = await _run(session, "restore_contacts", {"selection": selection})
    if payload is not None:
        tell_job(session, payload["job"])
    return payload is not None


async def erase_contacts(session: Session, selection: dict[str, Any]) -> bool:
    """Erase for good what a ContactSelection names of the trash, and return whether it was done."""
    payload = await _run(session, "erase_contacts", {"selection": selection})
    if payload is not None:
        tell_job(session, payload["job"])
    return payload is not None


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
