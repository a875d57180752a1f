"""Asking for work on many contacts, stopping and undoing it, and saying what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from frontend.client import OperationFailed, UserError
from frontend.errors import explain, report
from frontend.operations import load
from frontend.pages.contact_jobs.shown import Job, is_active, show_jobs
from frontend.pages.contact_jobs.words import outcome, put_back
from frontend.session import Session


async def change_contacts(
    session: Session, selection: Mapping[str, Any], change: Mapping[str, Any]
) -> tuple[UserError, ...] | None:
    """Change what a ContactSelection names; return why not, nothing when it was done or goes on,
    None when the server failed.
    """
    values = {"selection": selection, "change": change, "idempotencyKey": uuid4().hex}
    payload = await _run(session, "change_contacts", values)
    if payload is None:
        return None
    if not payload["errors"]:
        tell_job(session, payload["job"])
    return tuple(payload["errors"])


def tell_job(session: Session, job: Job) -> None:
    """Say what came of a job, with an Undo; one that goes on has a strip."""
    if is_active(job):
        show_jobs(session, job)
        return

    async def undo() -> None:
        await undo_job(session, job["id"])

    session.toasts.show(outcome(job), kind="success", undo=undo if job["undo"] else None)


async def undo_job(session: Session, job_id: str) -> None:
    """Undo a job, and say so; what could not be put back is told in a strip."""
    payload = await _run(session, "undo_job", {"id": job_id})
    if payload is None or _refused(session, payload):
        return
    job: Job = payload["job"]
    if is_active(job) or job["keptCount"]:
        show_jobs(session, job)
    else:
        session.toasts.show(put_back(job), kind="success")


async def stop_job(session: Session, job_id: str) -> None:
    """Stop a job where it is; its strip says the rest."""
    payload = await _run(session, "cancel_job", {"id": job_id})
    if payload is not None:
        _refused(session, payload)


def _refused(session: Session, payload: Mapping[str, Any]) -> bool:
    for error in payload["errors"]:
        session.toasts.show(explain(error), kind="error")
    return bool(payload["errors"])


async def _run(session: Session, verb: str, values: Mapping[str, Any]) -> dict[str, Any] | None:
    operation = load(f"jobs/{verb}")
    try:
        data = await session.client.run(operation, {"input": dict(values)})
    except OperationFailed as error:
        report(error, session)
        return None
    payload: dict[str, Any] = data[operation.field]
    return payload
