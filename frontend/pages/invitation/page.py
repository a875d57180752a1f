"""The page that an invitation's link opens."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Button, Skeleton
from frontend.hooks import use_browser, use_location, use_query, use_url_state, use_viewer
from frontend.locale import t
from frontend.operations import load
from frontend.pages.entry.card import EntryAnswer, EntryCard
from frontend.pages.invitation.joining import JoinAsNew, JoinAsViewer, JoinByPassword
from frontend.pages.settings.words import role_name
from frontend.routes import Page


@component
def InvitationPage() -> Component | VdomDict:
    """Let the invited person join: as a new person, by their password, or as who is signed in."""
    token, _ = use_url_state("token")
    viewer = use_viewer()
    data, loading, error, _ = use_query(
        load("accounts/preview_invitation"), {"token": token}, skip=not token
    )
    if loading:
        return EntryCard(t("Invitation"), Skeleton("form", lines=3))
    found = (data or {}).get("invitation")
    if error is not None or not found:
        return _nothing()
    if viewer is None:
        join = (JoinByPassword if found["registered"] else JoinAsNew)(
            token, found["email"], key="join"
        )
    elif viewer.user.email.casefold() == found["email"].casefold():
        join = JoinAsViewer(token, key="join")
    else:
        return _ForSomebodyElse(viewer.user.email, found["email"], key="other")
    return EntryCard(t("Join {account}", account=found["accountName"]), join, text=_who_asks(found))


def _who_asks(invitation: dict[str, Any]) -> str:
    role = role_name(invitation["role"])
    if invitation["invitedBy"]:
        return t(
            "{name} invites you, in the role: {role}.", name=invitation["invitedBy"], role=role
        )
    return t("You are invited, in the role: {role}.", role=role)


def _nothing() -> VdomDict:
    return EntryAnswer(
        "link-2-off",
        t("This invitation does not work any more"),
        html.p(
            t("It was accepted or revoked, is too old, or was not copied whole. Ask for another.")
        ),
        action=Button(t("Go to Carnet"), href="/"),
    )


@component
def _ForSomebodyElse(signed_in_as: str, invited: str) -> VdomDict:
    browser = use_browser()
    here = use_location().url

    def sign_out(event: object) -> None:
        browser.post_form("/auth/sign-out", {"next": here})

    return EntryAnswer(
        "user-round-x",
        t("This invitation is for somebody else"),
        html.p(
            t(
                "It was sent to {invited}; you are signed in as {email}.",
                invited=invited,
                email=signed_in_as,
            ),
        ),
        action=html.div(
            {"className": "entry-choices"},
            Button(t("Sign out and accept it"), on_click=sign_out, variant="primary"),
            Button(t("Back to my account"), href="/"),
        ),
    )


PAGES = (
    Page(
        "/invitation",
        InvitationPage,
        title=lambda: t("Invitation"),
        public=True,
        frame="bare",
        skeleton="form",
    ),
)
