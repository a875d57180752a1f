"""One request: whose data it is, until that is known; then the copy, and how it is passed on."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.client import UserError
from frontend.components import (
    Button,
    Chip,
    ConfirmDialog,
    EmptyState,
    Notice,
    PageHeader,
    Skeleton,
    Time,
)
from frontend.errors import explain
from frontend.hooks import (
    use_can,
    use_live,
    use_navigate,
    use_params,
    use_query,
    use_store,
    use_task,
    use_title,
    use_toast,
)
from frontend.locale import t
from frontend.operations import load
from frontend.pages.privacy.acts import run
from frontend.pages.privacy.confirming import Confirming
from frontend.pages.privacy.due import deadline
from frontend.pages.privacy.forbidden import forbidden
from frontend.pages.privacy.passing import Passing
from frontend.pages.privacy.places import LIST, ONE, place_of
from frontend.pages.privacy.words import (
    COLORS,
    OPEN,
    Request,
    kind_words,
    person_words,
    reach_words,
    state_words,
)
from frontend.session import current_session
from frontend.store import Store

SETTLE_SECONDS = 0.2
FRESH_SECONDS = 45 * 60
"""The path of the download works for an hour."""


@component
def OneRequestPage() -> VdomDict:
    """The one of the URL."""
    request_id = unquote(use_params(ONE).get("id", ""))
    if not use_can("MANAGE_PRIVACY"):
        return html.div({"className": "privacy-page"}, forbidden())
    return html.div({"className": "privacy-page"}, OneRequest(request_id, key=request_id))


@component
def OneRequest(request_id: str) -> VdomDict | Component:
    """It, read again a moment after it changed."""
    navigate = use_navigate()
    read = use_query(load("privacy/read_privacy_request"), {"id": request_id})
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)
    found = (read.data or {}).get("privacyRequest")
    use_title(person_words(found) if found else t("Privacy request"))
    elsewhere = place_of(found) if found else ""
    is_elsewhere = bool(found) and elsewhere.endswith("/erasure")

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            read.refetch()

    async def keep_fresh() -> None:
        while True:
            await asyncio.sleep(FRESH_SECONDS)
            read.refetch()

    async def tell(_event: dict[str, Any]) -> None:
        news.update(lambda seen: seen + 1)

    async def leave() -> None:
        if is_elsewhere:
            navigate(elsewhere, replace=True)

    use_task(settle, [count])
    use_task(keep_fresh, [request_id])
    use_task(leave, [is_elsewhere])
    use_live(load("privacy/follow_privacy_request"), {"id": request_id}, tell, skip=found is None)
    if is_elsewhere or (found is None and read.loading):
        return Skeleton("detail")
    if found is None:
        return EmptyState(
            t("There is no such request"),
            t("It is another account’s, or never was."),
            action=Button(t("Privacy requests"), href=LIST),
            drawing="lost",
        )
    return html.div(
        {"className": "privacy-whole"},
        Header(found, key="header"),
        html.div({"className": "privacy-body", "key": "body"}, _body(found, read.refetch)),
    )


@component
def Header(request: Request) -> VdomDict:
    """Whose it is, where it stands, and calling it off."""
    session, toast = current_session(), use_toast()
    asking, set_asking = use_state(False)

    async def cancel() -> None:
        if await run(session, "cancel_privacy_request", {"id": request["id"]}) is not None:
            toast(t("The request is cancelled"), kind="success")
        set_asking(False)

    return html.div(
        PageHeader(
            person_words(request),
            count=Chip(state_words(request), color=COLORS[request["state"]]),
            back=(t("Privacy requests"), LIST),
            actions=Button(t("Cancel request"), on_click=lambda: set_asking(True))
            if request["state"] in OPEN
            else None,
        ),
        ConfirmDialog(
            t("Cancel this request?"),
            t("Nothing more is done of it. If your client still wants it, write a new one down."),
            confirm=t("Cancel request"),
            cancel=t("Keep it"),
            danger=True,
            on_confirm=cancel,
            on_close=lambda: set_asking(False),
        )
        if asking
        else None,
    )


def _body(request: Request, refetch: Any) -> VdomDict:
    state, standing = request["state"], _standing(request)
    return html.div(
        {"className": "privacy-parts"},
        html.div({"key": "facts"}, _facts(request)),
        Confirming(request, refetch, key="confirming") if state == "NEW" else None,
        html.div({"key": "standing"}, standing) if standing else None,
        Again(request, key="again") if state == "FAILED" else None,
        Passing(request, refetch, key="passing")
        if request["copy"] and state in ("READY", "DONE")
        else None,
    )


def _facts(request: Request) -> VdomDict:
    facts: list[tuple[str, Any]] = [(t("Privacy request"), kind_words(request["kind"]))]
    if reach := reach_words(request):
        facts.append((t("Details"), reach))
    if request["contacts"]:
        facts.append(
            (
                t("Contacts"),
                html.span(
                    *(
                        html.a(
                            {
                                "key": each["id"],
                                "className": "privacy-contact",
                                "href": f"/contacts/{each['id']}",
                                "dir": "auto",
                            },
                            each["displayName"],
                        )
                        for each in request["contacts"]
                    )
                ),
            )
        )
    facts.append((t("Written down"), html.span(Time(request["createdAt"]))))
    facts.append((t("By"), request["createdBy"]))
    label = t("Time left") if request["state"] in OPEN else t("Done")
    facts.append((label, deadline(request)))
    return html.dl(
        {"className": "privacy-facts"},
        *(
            html.div({"key": label}, html.dt(label), html.dd(shown))
            for label, shown in facts
            if shown
        ),
    )


def _standing(request: Request) -> VdomDict | None:
    state = request["state"]
    if state in ("MATCHED", "RUNNING"):
        return Notice(
            html.p(t("Everything that is held about this person is being gathered.")),
            html.p(t("You need not wait here: you are told when it is ready, by e-mail too.")),
        )
    if state == "FAILED":
        code = request["problem"] or ""
        return Notice(html.p(explain(UserError(code=code, path=[], parameters=[]))), kind="error")
    if state == "CANCELLED":
        return Notice(html.p(t("This request was called off: nothing was done of it.")))
    if state == "DONE":
        return Notice(html.p(t("The copy was made; its file is deleted by now.")))
    return None


@component
def Again(request: Request) -> VdomDict | None:
    """Trying once more, with the same people."""
    session = current_session()
    busy, set_busy = use_state(False)
    people = [each["id"] for each in request["contacts"]]

    async def confirm() -> None:
        set_busy(True)
        try:
            given = {"id": request["id"], "contactIds": people}
            await run(session, "confirm_privacy_request", given)
        finally:
            set_busy(False)

    if not people:
        return None
    return html.div(Button(t("Try again"), variant="primary", on_click=confirm, busy=busy))
