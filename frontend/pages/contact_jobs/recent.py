"""The last actions on many contacts, each with its undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, EmptyState, Link, Skeleton, Time
from frontend.hooks import use_can, use_changes, use_query
from frontend.locale import t
from frontend.location import Location
from frontend.operations import load
from frontend.pages.contact_filters.address import write_filter
from frontend.pages.contact_filters.conditions import Condition, Group
from frontend.pages.contact_jobs.asking import undo_job
from frontend.pages.contact_jobs.kept import kept_url
from frontend.pages.contact_jobs.shown import Job, is_active
from frontend.pages.contact_jobs.words import going_on, left_alone, outcome, told
from frontend.session import current_session

MOST_SHOWN = 50


@component
def RecentActions(*, on_close: Callable[[], None]) -> VdomDict:
    """One's own first, then the team's; what is done meanwhile appears by itself."""
    found, loading, error, refetch = use_query(load("jobs/list_jobs"), {"first": MOST_SHOWN})

    def changed(_: Mapping[str, Any]) -> None:
        refetch()

    use_changes(("JOB",), changed)
    jobs = (found or {}).get("jobs") or ()
    return Dialog(
        t("Recent actions"),
        _unread(refetch)
        if error is not None and found is None
        else _list(jobs)
        if jobs
        else _nothing(loading=loading and found is None),
        on_close=on_close,
        id="recent-actions",
        size="medium",
    )


def contacts_url(job: Job) -> str:
    """Return the list of the contacts that a job changed, in the trash where it put them there."""
    where = write_filter(Group("all", (Condition("job", "is", (job["id"],)),)))
    query = {"deleted": "1"} if job["kind"] == "DELETION" else {}
    return Location("/contacts", {**query, "where": where}).url


def _unread(again: Callable[[], None]) -> VdomDict:
    return EmptyState(
        t("The actions could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=again),
        drawing="lost",
    )


def _nothing(*, loading: bool) -> VdomDict:
    if loading:
        return Skeleton("list", lines=5)
    return EmptyState(
        t("Nothing yet"),
        t("What you do to many contacts at once is listed here, and can be undone for 30 days."),
    )


def _list(jobs: tuple[Job, ...]) -> VdomDict:
    return html.ul(
        {"className": "recent-actions"},
        *(RecentAction(job, key=f"{job['id']}:{job['state']}") for job in jobs),
    )


@component
def RecentAction(job: Job) -> VdomDict:
    """What it was, what came of it, who and when, and the undo."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    busy, set_busy = use_state(False)

    async def undo() -> None:
        set_busy(True)
        await undo_job(session, job["id"])
        set_busy(False)

    return html.li(
        {"className": "recent-action"},
        html.div(
            {"className": "recent-action-words"},
            html.p({"className": "recent-action-title"}, told(job)),
            html.p(
                {"className": "recent-action-more"},
                going_on(job) if is_active(job) else outcome(job),
                " · ",
                job["startedBy"],
                " · ",
                Time(job["createdAt"]),
            ),
            Link(left_alone(job), href=kept_url(job["id"])) if job["keptCount"] else None,
            Link(t("Show these contacts"), href=contacts_url(job)) if job["undo"] else None,
        ),
        Button(t("Undo"), icon="undo-2", small=True, on_click=undo, busy=busy)
        if can_write and job["undo"]
        else None,
    )
