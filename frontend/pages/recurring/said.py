"""What each invoice of a recurring one says, and how that is changed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Notice, Panel
from frontend.hooks import use_can, use_mutation, use_navigate, use_toast
from frontend.locale import t
from frontend.locale.typed_numbers import show_number
from frontend.operations import load
from frontend.pages.recurring.acts import discard_draft, run
from frontend.pages.recurring.places import invoice_url
from frontend.pages.recurring.words import Recurring, amount, mode_words
from frontend.session import current_session

PLACES = "{month}, {year}, {period_start}, {period_end}"
"""What the API fills (`rules/periods_said.py`)."""


@component
def Said(recurring: Recurring, read_again: Callable[[], None]) -> VdomDict:
    """Who buys, what, for how much; and the draft of what is to be said, if there is one."""
    session, navigate = current_session(), use_navigate()
    can_write = use_can("WRITE_BILLING")
    busy, set_busy = use_state(False)
    has_draft = recurring["draft"] is not None

    async def write() -> None:
        set_busy(True)
        try:
            payload = await run(session, "draft_recurring_invoice", {"id": recurring["id"]})
        finally:
            set_busy(False)
        if payload is not None:
            navigate(invoice_url(payload["document"]["id"]))

    return html.div(
        Panel(
            t("Each invoice"),
            OpenDraft(recurring, read_again, key="draft")
            if recurring["draft"] and can_write
            else None,
            _buyer(recurring),
            html.ul(
                {"className": "recurring-lines"},
                *(
                    _line(line, str(place))
                    for place, line in enumerate(recurring["lines"])
                    if line["kind"] != "TEXT"
                ),
            ),
            _totals(recurring["totals"]),
            html.p({"className": "recurring-faint"}, mode_words(recurring["mode"])),
            html.p(
                {"className": "recurring-faint"},
                t(
                    "In title, notes and lines, {places} become those of each invoice’s own "
                    "period.",
                    places=PLACES,
                ),
            ),
            actions=Button(t("Change"), icon="pencil", small=True, on_click=write, busy=busy)
            if can_write and not has_draft
            else None,
        )
    )


@component
def OpenDraft(recurring: Recurring, read_again: Callable[[], None]) -> VdomDict:
    """What somebody began to write: used from now on, gone on with, or discarded."""
    session, toast = current_session(), use_toast()
    update, updating = use_mutation(load("recurring/update_recurring_invoice"))
    draft_id = recurring["draft"]["id"]

    async def use_it() -> None:
        known = {"id": recurring["id"], "version": recurring["version"]}
        outcome = await update({**known, "documentId": draft_id})
        if outcome.ok:
            toast(t("Said from now on"), kind="success")
        elif outcome.errors:
            toast(t("Somebody changed it meanwhile. Look again."), kind="error")

    async def discard() -> None:
        await discard_draft(session, draft_id, read_again)

    return html.div(
        {"className": "recurring-draft"},
        Notice(
            html.p(t("A draft of what it is to say from now on is open.")),
            html.div(
                {"className": "recurring-acts"},
                Button(
                    t("Use from now on"),
                    small=True,
                    variant="primary",
                    on_click=use_it,
                    busy=updating.loading,
                ),
                Button(t("Open the draft"), small=True, href=invoice_url(draft_id)),
                Button(t("Discard"), small=True, variant="ghost", on_click=discard),
            ),
        ),
    )


def _buyer(recurring: Recurring) -> VdomDict:
    name = recurring["buyer"]["name"] or t("No client")
    if recurring["contactId"]:
        place = f"/contacts/{quote(recurring['contactId'], safe='=')}"
        return html.a({"className": "recurring-buyer", "href": place, "dir": "auto"}, name)
    return html.span({"className": "recurring-buyer", "dir": "auto"}, name)


def _line(line: Any, key: str) -> VdomDict:
    if line["kind"] == "HEADING":
        return html.li({"key": key, "className": "recurring-heading"}, line["name"] or "")
    number = show_number(Decimal(line["quantity"]))
    count = f"{number} {line['unit']} × " if line["unit"] else f"{number} × "
    return html.li(
        {"key": key},
        html.span({"dir": "auto"}, line["name"] or t("Without a name")),
        html.span({"className": "recurring-text"}, count, amount(line["unitPrice"])),
        html.span({"className": "recurring-amount"}, amount(line["total"])),
    )


def _totals(totals: Any) -> VdomDict:
    return html.dl(
        {"className": "recurring-totals"},
        html.dt(t("Net")),
        html.dd(amount(totals["net"])),
        html.dt(t("Tax")),
        html.dd(amount(totals["tax"])),
        html.dt(t("Total")),
        html.dd({"className": "recurring-big"}, amount(totals["total"])),
    )
