"""The actions on many contacts that a filter may name: read when one does."""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from frontend.client import OperationFailed
from frontend.errors import report
from frontend.hooks import use_task
from frontend.locale import format_datetime
from frontend.operations import load
from frontend.pages.contact_filters.conditions import Condition
from frontend.pages.contact_jobs.shown import Job, Jobs
from frontend.pages.contact_jobs.words import told
from frontend.session import Session, current_session
from frontend.store import Store

__all__ = ["Jobs", "job_name", "jobs_of", "use_jobs_of"]

MOST_READ = 200

_stores: WeakKeyDictionary[Session, Store[Jobs | None]] = WeakKeyDictionary()


def jobs_of(session: Session) -> Store[Jobs | None]:
    """Return the window's store of recent actions, None in it until they have been read."""
    return _stores.setdefault(session, Store[Jobs | None](None))


def job_name(job: Job) -> str:
    """Return what an action is called among others: what it did, and when."""
    return f"{told(job)} ({format_datetime(job['createdAt'], 'short')})"


def use_jobs_of(conditions: Iterable[Condition]) -> None:
    """Have the recent actions read when conditions name one that the window does not know."""
    session = current_session()
    named = frozenset(
        value for condition in conditions if condition.field == "job" for value in condition.values
    )

    async def read() -> None:
        known = {job["id"] for job in jobs_of(session).value or ()}
        if named <= known:
            return
        try:
            data = await session.client.run(load("jobs/list_jobs"), {"first": MOST_READ})
        except OperationFailed as error:
            report(error, session)
            return
        jobs_of(session).set(tuple(data["jobs"]))

    use_task(read, [named])
