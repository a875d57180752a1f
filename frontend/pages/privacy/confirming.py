"""Saying later whose data a request is about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Panel, Skeleton
from frontend.hooks import use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.privacy.acts import run
from frontend.pages.privacy.people import likely, people_list
from frontend.pages.privacy.words import Request
from frontend.session import current_session


@component
def Confirming(request: Request, refetch: Callable[[], Any]) -> VdomDict | Component:
    """The contacts that its details are of now."""
    details = {name: request["details"][name] for name in ("name", "email", "phone")}
    read = use_query(load("privacy/find_people"), details)
    if read.data is None:
        return Skeleton("list", lines=3)
    matches = read.data["privacyRequestMatches"]
    if not matches:
        return EmptyState(
            t("Nobody has these details yet"),
            t("Add them to the contact that is this person, and look again."),
            action=Button(t("Look again"), on_click=read.refetch),
            drawing="search",
        )
    return Ticking(request, matches, refetch, key="ticking")


@component
def Ticking(request: Request, matches: Any, refetch: Callable[[], Any]) -> VdomDict:
    """Them, and the button."""
    session = current_session()
    begun = likely(matches)
    chosen = use_ref(set(begun))
    count, set_count = use_state(len(begun))
    busy, set_busy = use_state(False)

    def toggle(contact_id: str, is_chosen: bool) -> None:
        (chosen.current.add if is_chosen else chosen.current.discard)(contact_id)
        set_count(len(chosen.current))

    async def confirm() -> None:
        set_busy(True)
        try:
            given = {"id": request["id"], "contactIds": sorted(chosen.current)}
            if await run(session, "confirm_privacy_request", given) is not None:
                refetch()
        finally:
            set_busy(False)

    is_copy = request["kind"] == "COPY"
    return html.div(
        Panel(
            t("Whose data is it?"),
            people_list(matches, begun, toggle),
            html.div(
                {"className": "dialog-actions", "key": "acts"},
                Button(
                    t("Make the copy") if is_copy else t("Go on to the erasure"),
                    variant="primary",
                    on_click=confirm,
                    busy=busy,
                    disabled=not count,
                ),
            ),
            text=t("Tick every contact that is this person. Make sure that it is they who ask."),
        )
    )
