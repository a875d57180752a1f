"""Setting the subscription of all ticked contacts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, event, html, use_state
from reactpy.types import VdomDict

from frontend.components import CheckboxField, Dialog, FormErrors, SelectField, TextField
from frontend.components.select import Option
from frontend.components.unsaved import Unsaved
from frontend.hooks import Form, use_form
from frontend.locale import t, tn
from frontend.pages.contact_parts.words import status_options
from frontend.pages.contacts_grid.bulk_change import dialog_actions, undo_hint, use_bulk_change
from frontend.pages.contacts_grid.contact_list import ContactList

NAME = "change.subscription"
FIRST = {
    "status": "SUBSCRIBED",
    "emails": "ALL",
    "consentSource": "",
    "consentDate": "",
    "includeUnsubscribed": False,
}


@component
def BulkSubscription(contacts: ContactList, *, on_close: Callable[[], None]) -> VdomDict:
    """A dialog that subscribes nobody without saying where and when they agreed."""
    status, set_status = use_state(FIRST["status"])

    def changed(name: str, value: Any) -> None:
        if name == f"{NAME}.status":
            set_status(value)

    form = use_form({"change": {"subscription": dict(FIRST)}}, on_change=changed)
    change = use_bulk_change(contacts, on_close)

    async def apply() -> None:
        form.show_errors(await change.apply({"subscription": _asked(form)}))

    async def submitted(_: dict[str, Any]) -> None:
        await apply()

    return Dialog(
        tn("Subscription of {count} contact", "Subscription of {count} contacts", change.total),
        html.form(
            {"className": "form", "onSubmit": event(submitted, prevent_default=True)},
            FormErrors(form, key="errors"),
            SelectField(
                form, f"{NAME}.status", status_options(), label=t("Subscription"), key="status"
            ),
            SelectField(
                form,
                f"{NAME}.emails",
                [
                    Option("ALL", t("All addresses of each contact")),
                    Option("MAIN", t("The main address of each contact")),
                ],
                label=t("Addresses"),
                key="emails",
            ),
            _consent(form) if status == "SUBSCRIBED" else None,
            CheckboxField(
                form,
                f"{NAME}.includeUnsubscribed",
                label=t("Also those who unsubscribed"),
                hint=t("Without this, who unsubscribed stays so."),
                key="unsubscribed",
            )
            if status != "UNSUBSCRIBED"
            else None,
            undo_hint(),
            Unsaved(form, key="unsaved"),
        ),
        on_close=on_close,
        id="bulk-subscription",
        actions=dialog_actions(apply, busy=change.busy),
    )


def _consent(form: Form) -> VdomDict:
    return html.div(
        {"className": "form", "key": "consent"},
        TextField(
            form,
            f"{NAME}.consentSource",
            label=t("Where they agreed"),
            placeholder=t("A form, a fair, a contract…"),
            required=True,
            attributes={"maxLength": 200},
            key="source",
        ),
        TextField(
            form,
            f"{NAME}.consentDate",
            label=t("When they agreed"),
            type="date",
            required=True,
            key="date",
        ),
    )


def _asked(form: Form) -> dict[str, Any]:
    """Return the SubscriptionChangeInput: a consent goes with subscribing alone."""
    values = dict(form.values["change"]["subscription"])
    source, day = values.pop("consentSource"), values.pop("consentDate")
    if values["status"] == "SUBSCRIBED":
        values |= {"consentSource": source, "consentDate": day or None}
    if values["status"] == "UNSUBSCRIBED":
        values["includeUnsubscribed"] = False
    return values
