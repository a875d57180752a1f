"""Where the person is signed in, and ending it from here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Chip, ConfirmDialog, Icon, Notice, Panel, Time
from frontend.errors import explain
from frontend.hooks import use_browser, use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.words import device


@component
def SessionsPanel(sessions: Sequence[Mapping[str, Any]], refetch: Callable[[], None]) -> VdomDict:
    """The list, this browser's own first."""
    asks, set_asks = use_state(False)
    revoke_others, _ = use_mutation(load("accounts/revoke_other_sessions"))
    toast, browser = use_toast(), use_browser()

    async def revoke_all_others(event: object) -> None:
        outcome = await revoke_others({})
        set_asks(False)
        if outcome.ok:
            toast(t("Signed out everywhere else"), kind="success")
            refetch()

    def revoked() -> None:
        browser.focus("sessions")
        refetch()

    ordered = sorted(sessions, key=lambda session: not session["current"])
    return Panel(
        t("Sessions"),
        html.ul(
            {
                "className": "settings-list",
                "id": "sessions",
                "tabIndex": -1,
                "aria-label": t("Sessions"),
            },
            *(SessionRow(session, revoked, key=session["id"]) for session in ordered),
        ),
        ConfirmDialog(
            t("Sign out everywhere else?"),
            t("Every browser but this one has to sign in again. API tokens keep working."),
            confirm=t("Sign out everywhere else"),
            on_confirm=revoke_all_others,
            on_close=lambda: set_asks(False),
            danger=True,
            key="confirm",
        )
        if asks
        else None,
        text=t("Where you are signed in. End what you do not know, then change your password."),
        actions=Button(t("Sign out everywhere else"), on_click=lambda: set_asks(True))
        if len(sessions) > 1
        else None,
    )


@component
def SessionRow(session: Mapping[str, Any], on_revoked: Callable[[], None]) -> VdomDict:
    """One browser."""
    revoke, state = use_mutation(load("accounts/revoke_session"))
    toast = use_toast()
    machine = device(session["userAgent"])
    refused = state.outcome.errors if state.outcome else ()

    async def end(event: object) -> None:
        if (await revoke({"id": session["id"]})).ok:
            toast(t("Session ended"), kind="success")
            on_revoked()

    return html.li(
        {"className": "settings-row"},
        html.span({"className": "settings-row-mark"}, Icon(machine.icon)),
        html.div(
            {"className": "settings-row-words"},
            html.p(
                {"className": "settings-row-title"},
                machine.name,
                Chip(t("This browser"), color="GREEN", dot=False) if session["current"] else None,
            ),
            html.p(
                {"className": "settings-row-text"},
                html.span(
                    {"className": "settings-address"}, session["ipAddress"] or t("Unknown address")
                ),
                " · ",
                t("last used"),
                " ",
                Time(session["lastSeenAt"]),
            ),
            Notice(*(html.p(explain(error)) for error in refused), kind="error")
            if refused
            else None,
        ),
        None
        if session["current"]
        else Button(
            t("Sign out"),
            small=True,
            on_click=end,
            busy=state.loading,
            attributes={"aria-label": t("Sign out {device}", device=machine.name)},
        ),
    )
