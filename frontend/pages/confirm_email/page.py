"""The page that confirms a new e-mail address."""

from __future__ import annotations

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button
from frontend.errors import explain
from frontend.hooks import use_mutation, use_url_state
from frontend.hooks.viewer import refresh_viewer
from frontend.locale import t
from frontend.operations import load
from frontend.pages.entry.card import EntryAnswer
from frontend.routes import Page


@component
def ConfirmEmailPage() -> Component | VdomDict:
    """Ask for one click: mail programs open links by themselves, and must change nothing."""
    token, _ = use_url_state("token")
    confirmed, set_confirmed = use_state("")
    confirm, state = use_mutation(load("accounts/confirm_email_change"))
    refused = state.outcome.errors if state.outcome else ()

    async def run(event: object) -> None:
        outcome = await confirm({"token": token})
        if outcome.ok and outcome.payload:
            set_confirmed(outcome.payload["email"])
            await refresh_viewer()

    if confirmed:
        return EntryAnswer(
            "circle-check",
            t("Your address is changed"),
            html.p(t("You sign in with {email} from now on.", email=confirmed)),
            action=Button(t("Go to Carnet"), href="/", variant="primary"),
        )
    if refused:
        return EntryAnswer(
            "link-2-off",
            t("This link does not work any more"),
            *(html.p(explain(error)) for error in refused),
            action=Button(t("Go to Carnet"), href="/"),
        )
    return EntryAnswer(
        "mail-check",
        t("Confirm your new address"),
        html.p(t("One click, and you sign in with it from now on.")),
        action=Button(
            t("Confirm"),
            variant="primary",
            on_click=run,
            busy=state.loading,
            attributes={"data-autofocus": ""},
        ),
    )


PAGES = (
    Page(
        "/confirm-email",
        ConfirmEmailPage,
        title=lambda: t("Confirm your new address"),
        public=True,
        frame="bare",
        skeleton="form",
    ),
)
