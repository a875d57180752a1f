"""Whether a client is reminded of invoices, for those whose account reminds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Checkbox
from frontend.hooks import use_can, use_mutation, use_query, use_toast
from frontend.locale import t
from frontend.operations import load


@component
def ContactReminders(contact_id: str) -> VdomDict | None:
    """A switch; nothing where nobody is reminded anyway."""
    found, _, _, _ = use_query(load("billing/read_contact_reminders"), {"contactId": contact_id})
    change, _ = use_mutation(load("billing/set_contact_reminders"))
    can_write, toast = use_can("WRITE_BILLING"), use_toast()
    if found is None or (found["contactReminders"] and not found["paymentReminders"]["days"]):
        return None

    async def turn(event: Mapping[str, Any]) -> None:
        reminds = bool(event["target"]["checked"])
        outcome = await change({"contactId": contact_id, "reminds": reminds})
        if outcome.ok:
            words = t("Is reminded of invoices") if reminds else t("Is not reminded any more")
            toast(words, kind="success")

    return html.div(
        {"className": "contact-documents-reminders"},
        Checkbox(
            t("Payment reminders"),
            checked=bool(found["contactReminders"]),
            hint=t("Off: this client is never reminded by itself."),
            look="switch",
            disabled=not can_write,
            on_change=turn,
        ),
    )
