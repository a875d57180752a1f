"""Whose data a new request is about, and sending it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import Button, Link, Notice
from frontend.errors import explain
from frontend.hooks import use_mutation, use_navigate, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.privacy.people import Match, likely, people_list
from frontend.pages.privacy.places import place_of, request_url

NOTHING_REFUSED: tuple[UserError, ...] = ()


@component
def Choosing(
    matches: Sequence[Match], details: Mapping[str, Any], kind: str, known: str
) -> VdomDict:
    """The contacts that the details are of, to be ticked; and the button that sends the request."""
    navigate, toast = use_navigate(), use_toast()
    begun = likely(matches, known)
    chosen = use_ref(set(begun))
    count, set_count = use_state(len(begun))
    refused, set_refused = use_state(NOTHING_REFUSED)
    key = use_ref(uuid4().hex)
    create, creating = use_mutation(load("privacy/create_privacy_request"))

    def toggle(contact_id: str, is_chosen: bool) -> None:
        (chosen.current.add if is_chosen else chosen.current.discard)(contact_id)
        set_count(len(chosen.current))

    async def send() -> None:
        outcome = await create(
            {
                "kind": kind,
                "details": dict(details),
                "contactIds": sorted(chosen.current),
                "idempotencyKey": key.current,
            }
        )
        if outcome.ok and outcome.payload:
            request = outcome.payload["request"]
            if request["state"] == "RUNNING":
                toast(t("The copy is being made: you will hear when it is ready"), kind="success")
            elif request["state"] == "NEW":
                toast(t("Written down"), kind="success")
            navigate(place_of(request), replace=True)
            return
        key.current = uuid4().hex
        set_refused(outcome.errors)

    return html.section(
        {"className": "privacy-found", "id": "privacy-people", "tabIndex": -1},
        html.h2({"className": "privacy-heading"}, t("Whose data is it?")),
        html.p(
            {"className": "privacy-faint privacy-wrap"},
            t("Tick every contact that is this person. Make sure that it is they who ask."),
        )
        if matches
        else html.p(
            {"className": "privacy-wrap"},
            t(
                "Nobody of your contacts has these details. Try others of theirs; or write the "
                "request down, and say later whose it is."
            ),
        ),
        people_list(matches, begun, toggle) if matches else None,
        *(_refusal(each) for each in refused),
        html.div(
            {"className": "dialog-actions"},
            Button(
                _send_words(kind, count),
                variant="primary",
                on_click=send,
                busy=creating.loading,
            ),
        ),
    )


def _send_words(kind: str, count: int) -> str:
    if not count:
        return t("Write the request down")
    return t("Make the copy") if kind == "COPY" else t("Go on to the erasure")


def _refusal(error: UserError) -> VdomDict:
    where = next(
        (each["value"] for each in error["parameters"] if each["name"] == "requestId"), None
    )
    return Notice(
        html.p(explain(error)),
        html.p(Link(t("See that request"), href=request_url(where))) if where else None,
        kind="error",
    )
