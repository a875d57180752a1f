"""The jobs that this window shows in strips: what goes on of its person's, and what just ended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from weakref import WeakKeyDictionary

from frontend.session import Session
from frontend.store import Store

Job = Mapping[str, Any]
Jobs = tuple[Job, ...]
ACTIVE = frozenset({"QUEUED", "RUNNING", "UNDOING"})

_stores: WeakKeyDictionary[Session, Store[Jobs]] = WeakKeyDictionary()


def shown_jobs(session: Session) -> Store[Jobs]:
    """Return the window's store of jobs in strips, the oldest first."""
    return _stores.setdefault(session, Store[Jobs](()))


def is_active(job: Job) -> bool:
    """Tell whether a job, or its undo, goes on."""
    return job["state"] in ACTIVE


def phase(job: Job) -> str:
    """Tell the work from its undo: each has a strip of its own."""
    return "undo" if job["state"] in ("UNDOING", "UNDONE") else "work"


def show_jobs(session: Session, *jobs: Job) -> None:
    """Show jobs in strips; one that is shown already, in the same phase, stays as it is."""

    def joined(shown: Jobs) -> Jobs:
        known = {(job["id"], phase(job)) for job in shown}
        new = [job for job in jobs if (job["id"], phase(job)) not in known]
        gone = {job["id"] for job in new}
        return (*(job for job in shown if job["id"] not in gone), *new)

    shown_jobs(session).update(joined)


def hide_job(session: Session, job_id: str) -> None:
    """Put a strip away."""
    shown_jobs(session).update(lambda shown: tuple(job for job in shown if job["id"] != job_id))
