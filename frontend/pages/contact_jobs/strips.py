"""The strips of work that goes on, on every page of the window and in every window of the person.

A strip outlives its work, so that who looked away reads what came of it; a reload takes it away.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Link
from frontend.components.progress_strip import ProgressStrip, ProgressStrips
from frontend.errors import report
from frontend.hooks import use_can, use_changes, use_live, use_path, use_store, use_task
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_jobs.asking import stop_job, undo_job
from frontend.pages.contact_jobs.kept import kept_url
from frontend.pages.contact_jobs.shown import (
    Job,
    Jobs,
    hide_job,
    is_active,
    phase,
    show_jobs,
    shown_jobs,
)
from frontend.pages.contact_jobs.words import going_on, left_alone, outcome
from frontend.session import Session, current_session

LOOKED_AT = 10
IMPORTS = "/contacts/import/"
"""Where an import itself says how far it is, and a strip would lie over its buttons."""
BEGUN = ("job.started", "job.undo_started")


@component
def JobStrips() -> VdomDict | None:
    """What goes on of the person's work, found again after a reload and from other windows."""
    session = current_session()
    jobs: Jobs = use_store(shown_jobs(session))

    async def look() -> None:
        await _show_active(session)

    async def begun(event: Mapping[str, Any]) -> None:
        if event["kind"] in BEGUN:
            await look()

    use_task(look, [])
    use_changes(("JOB",), begun)
    on_import = use_path().startswith(IMPORTS)
    shown = [job for job in jobs if not (on_import and job["kind"] == "IMPORT")]
    if not shown:
        return None
    return ProgressStrips(*(JobStrip(job, key=f"{job['id']}:{phase(job)}") for job in shown))


async def _show_active(session: Session) -> None:
    try:
        data = await session.client.run(load("jobs/list_jobs"), {"first": LOOKED_AT, "mine": True})
    except OperationFailed as error:
        report(error, session)
        return
    show_jobs(session, *filter(is_active, reversed(data["jobs"])))


@component
def JobStrip(first: Job) -> VdomDict:
    """One job, followed until it is over."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    job, set_job = use_state(first)
    busy, set_busy = use_state(False)

    def take(event: Mapping[str, Any]) -> None:
        set_job(event["job"])

    async def stop() -> None:
        set_busy(True)
        await stop_job(session, job["id"])
        set_busy(False)

    async def undo() -> None:
        set_busy(True)
        await undo_job(session, job["id"])
        set_busy(False)

    use_live(load("jobs/job_progress"), {"id": first["id"]}, take, skip=not is_active(job))
    if is_active(job):
        stoppable = can_write and job["state"] != "UNDOING"
        return ProgressStrip(
            going_on(job),
            done=job["done"],
            total=job["total"],
            on_cancel=stop if stoppable else None,
            busy=busy,
            key="strip",
        )
    return ProgressStrip(
        outcome(job),
        state="failed" if job["state"] == "FAILED" else "done",
        on_undo=undo if can_write and job["undo"] else None,
        on_close=lambda: hide_job(session, job["id"]),
        more=html.p(left_alone(job), " · ", Link(t("Show them"), href=kept_url(job["id"])))
        if job["keptCount"]
        else None,
        busy=busy,
        key="strip",
    )
