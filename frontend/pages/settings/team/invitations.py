"""Invitations that wait for an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Chip, Notice, Panel, Time
from frontend.errors import explain
from frontend.hooks import use_browser, use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.entry.outbox import OutboxNotice
from frontend.pages.settings.words import role_name

Invitation = Mapping[str, Any]


@component
def InvitationList(
    invitations: Sequence[Invitation], delivery: str, refetch: Callable[[], None]
) -> VdomDict | None:
    """The open invitations, and where their letters are on a server that cannot send them."""
    if not invitations:
        return None
    return Panel(
        t("Invitations"),
        OutboxNotice() if delivery == "OUTBOX" else None,
        html.ul(
            {
                "className": "settings-list",
                "id": "invitations",
                "tabIndex": -1,
                "aria-label": t("Invitations"),
            },
            *(
                InvitationRow(invitation, refetch, key=invitation["id"])
                for invitation in invitations
            ),
        ),
    )


@component
def InvitationRow(invitation: Invitation, refetch: Callable[[], None]) -> VdomDict:
    """One invitation: sent again or revoked."""
    resend, resent = use_mutation(load("team/resend_invitation"))
    revoke, revoked = use_mutation(load("team/revoke_invitation"))
    toast, browser = use_toast(), use_browser()
    email = invitation["email"]
    last = [state.outcome for state in (resent, revoked) if state.outcome]
    refused = [error for outcome in last for error in outcome.errors]

    async def send_again(event: object) -> None:
        outcome = await resend({"id": invitation["id"]})
        if outcome.ok and outcome.payload:
            if outcome.payload["delivery"] == "SMTP":
                toast(t("Invitation sent to {email}", email=email), kind="success")
            else:
                toast(t("Invitation written to the outbox folder"))
            refetch()

    async def take_back(event: object) -> None:
        if (await revoke({"id": invitation["id"]})).ok:
            toast(t("Invitation revoked"), kind="success")
            browser.focus("invitations")
            refetch()

    return html.li(
        {"className": "settings-row"},
        html.div(
            {"className": "settings-row-words"},
            html.p({"className": "settings-row-title"}, email, _state(invitation)),
            html.p({"className": "settings-row-text"}, *_particulars(invitation)),
            Notice(*(html.p(explain(error)) for error in refused), kind="error")
            if refused
            else None,
        ),
        Button(
            t("Send again"),
            small=True,
            on_click=send_again,
            busy=resent.loading,
            attributes={"aria-label": t("Send the invitation to {email} again", email=email)},
        ),
        Button(
            t("Revoke"),
            small=True,
            on_click=take_back,
            busy=revoked.loading,
            attributes={"aria-label": t("Revoke the invitation to {email}", email=email)},
        ),
    )


def _state(invitation: Invitation) -> VdomDict:
    over = datetime.fromisoformat(invitation["expiresAt"]) <= datetime.now(UTC)
    return (
        Chip(t("Expired"), color="AMBER", dot=False)
        if over
        else Chip(role_name(invitation["role"]), dot=False)
    )


def _particulars(invitation: Invitation) -> tuple[Any, ...]:
    by = (
        (t("invited by {name}", name=invitation["invitedBy"]), " · ")
        if invitation["invitedBy"]
        else ()
    )
    return (
        *by,
        Time(invitation["createdAt"]),
        " · ",
        t("valid until"),
        " ",
        Time(invitation["expiresAt"], relative=False),
    )
