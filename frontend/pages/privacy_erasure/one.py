"""One erasure, from what it would do to what it did."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, Chip, EmptyState, Notice, PageHeader, Skeleton
from frontend.hooks import (
    use_can,
    use_live,
    use_params,
    use_query,
    use_store,
    use_task,
    use_title,
)
from frontend.locale import t
from frontend.operations import load
from frontend.pages.privacy.places import ERASURE, LIST, request_url
from frontend.pages.privacy.words import COLORS, person_words, state_words
from frontend.pages.privacy_erasure.certificate import PrintButton, sheet
from frontend.pages.privacy_erasure.confirming import Confirm
from frontend.pages.privacy_erasure.held import ends, goes, stays
from frontend.pages.privacy_erasure.waiting import Waiting
from frontend.pages.privacy_erasure.words import Erasure
from frontend.store import Store

SETTLE_SECONDS = 0.2


@component
def ErasurePage() -> VdomDict:
    """The one of the URL, for those who may see it."""
    request_id = unquote(use_params(ERASURE).get("id", ""))
    if not use_can("MANAGE_PRIVACY"):
        return html.div({"className": "erasure-page"}, _forbidden())
    return html.div({"className": "erasure-page"}, OneErasure(request_id, key=request_id))


@component
def OneErasure(request_id: str) -> VdomDict | Component:
    """It, read again a moment after it changed."""
    read = use_query(load("privacy/read_erasure"), {"id": request_id})
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)
    data = read.data or {}
    found = data.get("privacyRequest")
    use_title(_name(found) if found else t("Erasure"))

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            read.refetch()

    async def tell(_event: dict[str, Any]) -> None:
        news.update(lambda seen: seen + 1)

    use_task(settle, [count])
    use_live(load("privacy/follow_erasure"), {"id": request_id}, tell, skip=found is None)
    if found is None and read.loading:
        return Skeleton("detail")
    if found is None or found["kind"] != "ERASURE":
        return EmptyState(
            t("There is no such erasure"),
            t("It is another account's, or never was."),
            action=Button(t("Privacy requests"), href=LIST),
            drawing="lost",
        )
    certificate = found["certificate"]
    return html.div(
        {"className": "erasure-whole"},
        html.div(
            {"key": "header"},
            PageHeader(
                _name(found),
                count=Chip(state_words(found), color=COLORS[found["state"]]),
                back=(t("Privacy requests"), LIST),
                primary=PrintButton() if certificate else None,
            ),
        ),
        html.div(
            {"className": "erasure-body", "key": "body"},
            sheet(found, certificate, data["viewer"]["account"]["name"])
            if certificate
            else Before(found, data.get("erasurePreview"), read.refetch, key="before"),
        ),
    )


@component
def Before(request: Erasure, shown: Erasure | None, refetch: Any) -> VdomDict:
    """What is said before it is done."""
    standing = _standing(request, refetch)
    return html.div(
        {"className": "erasure-parts"},
        html.div({"className": "erasure-standing", "key": "standing"}, standing)
        if standing
        else None,
        *(
            (
                html.div({"key": "goes"}, goes(shown)),
                html.div({"key": "ends"}, ends(shown)),
                html.div({"key": "stays"}, stays(shown["kept"])),
            )
            if shown
            else ()
        ),
        Confirm(request, shown, refetch, key="confirm")
        if shown and request["state"] in ("MATCHED", "FAILED")
        else None,
    )


def _standing(request: Erasure, refetch: Any) -> VdomDict | Component | None:
    """Return what is to be known of where it stands."""
    match request["state"]:
        case "WAITING":
            return Waiting(request, refetch, key="waiting")
        case "RUNNING":
            return Notice(html.p(t("Being erased. This page says when it is done.")))
        case "CANCELLED":
            return Notice(html.p(t("This was cancelled: nothing was erased.")))
        case "FAILED":
            return Notice(
                html.p(
                    t(
                        "It failed several times, and nothing was erased. Confirm it again to try "
                        "once more."
                    )
                ),
                kind="error",
            )
        case "NEW":
            return Notice(
                html.p(t("Confirm first which contacts are this person.")),
                action=Button(t("Confirm the person"), href=request_url(request["id"])),
            )
    return None


def _name(request: Erasure) -> str:
    if request["certificate"]:
        return t("Certificate of erasure")
    return t("Erase {name}", name=person_words(request))


def _forbidden() -> VdomDict:
    return EmptyState(
        t("This is for who manages the account"),
        t("Owners and admins see what people ask about their data, and answer it."),
        drawing="lost",
    )
