"""The settings of paying online: what to do at Stripe, and the keys of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, ConfirmDialog, FormErrors, Notice, Panel
from frontend.components.copy_button import CopyButton
from frontend.components.password_field import PasswordField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import use_changes, use_form, use_mutation, use_query, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.pages.settings.layout import Waiting

Online = Mapping[str, Any]


@component
def OnlinePart(settings: Settings, refetch: Refetch) -> VdomDict | Component:
    """Whether clients pay online, and how to let them."""
    data, _, error, read_again = use_query(load("billing/read_delivery_settings"))
    use_changes(("ACCOUNT",), lambda event: read_again())
    if data is None:
        return Waiting("form", error, read_again)
    online = data["deliverySettings"]["onlinePayment"]
    return Panel(
        t("Online payment"),
        _state(online, read_again),
        _steps(online),
        KeysForm(online, read_again, key=f"keys-{online['isReady']}"),
        text=t(
            "Clients pay an invoice by card on its page, through your own Stripe account. "
            "What they paid is recorded by itself."
        ),
    )


def _state(online: Online, read_again: Callable[[], None]) -> VdomDict | None:
    if not online["isReady"]:
        return None
    words = (
        t("Clients can pay online with test keys: no real money moves.")
        if online["isTest"]
        else t("Clients can pay online.")
    )
    return html.div(
        {"key": "state"},
        Notice(
            html.p(words),
            kind="warning" if online["isTest"] else "success",
            action=Removing(read_again),
        ),
    )


@component
def Removing(read_again: Callable[[], None]) -> VdomDict:
    """The button that takes the keys out, after a question."""
    asking, set_asking = use_state(False)
    remove, _ = use_mutation(load("billing/remove_stripe_keys"))
    toast = use_toast()

    async def confirmed() -> None:
        outcome = await remove()
        set_asking(False)
        if outcome.ok:
            toast(t("Clients pay online no longer"), kind="success")
            read_again()

    return html.div(
        Button(t("Remove keys"), small=True, on_click=lambda: set_asking(True)),
        ConfirmDialog(
            t("Remove the keys?"),
            t("The button to pay online goes from all invoices. What was paid stays."),
            confirm=t("Remove keys"),
            on_confirm=confirmed,
            on_close=lambda: set_asking(False),
            danger=True,
        )
        if asking
        else None,
    )


def _steps(online: Online) -> VdomDict:
    return html.ol(
        {"className": "online-steps", "key": "steps"},
        html.li(
            t("At Stripe, under Developers › Webhooks, add an endpoint with this address:"),
            html.div(
                {"className": "online-address"},
                html.code(online["webhookUrl"]),
                CopyButton(online["webhookUrl"] or "", small=True),
            ),
        ),
        html.li(
            t("Let it send these events:"),
            " ",
            html.code("checkout.session.completed"),
            " ",
            html.code("checkout.session.async_payment_succeeded"),
        ),
        html.li(
            t(
                "Put its signing secret and a secret key in here. A restricted key is enough "
                "that may write Checkout sessions."
            )
        ),
    )


@component
def KeysForm(online: Online, read_again: Callable[[], None]) -> VdomDict | Component:
    """The two keys; what is kept is never shown."""
    form = use_form({"secretKey": "", "webhookSecret": ""})
    save, state = use_mutation(load("billing/save_stripe_keys"))
    toast = use_toast()

    async def submit(values: dict[str, Any]) -> None:
        outcome = await save(values)
        form.show_errors(outcome.errors)
        if outcome.ok:
            form.reset({"secretKey": "", "webhookSecret": ""})
            toast(t("Clients can pay online"), kind="success")
            read_again()

    return SubmitForm(
        form,
        FormErrors(form, key="errors"),
        PasswordField(form, "secretKey", label=t("Secret key"), foreign=True),
        PasswordField(form, "webhookSecret", label=t("Signing secret"), foreign=True),
        html.div(
            {"className": "billing-save", "key": "save"},
            Button(
                t("Replace keys") if online["isReady"] else t("Save"),
                type="submit",
                variant="primary",
                busy=state.loading,
            ),
        ),
        on_submit=submit,
        label=t("Online payment"),
        id="stripe-keys",
        class_name="form settings-form billing-form",
    )
