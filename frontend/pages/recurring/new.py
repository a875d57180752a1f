"""A new recurring invoice: from which invoice, and when."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, FormErrors, PageHeader, Panel, Skeleton
from frontend.components.submit_form import SubmitForm
from frontend.hooks import (
    use_can,
    use_form,
    use_mutation,
    use_navigate,
    use_query,
    use_title,
    use_toast,
    use_url_state,
)
from frontend.locale import format_date, t
from frontend.locale.formats import local_day
from frontend.operations import load
from frontend.pages.recurring.places import LIST, invoice_url, make_recurring_url, recurring_url
from frontend.pages.recurring.schedule import Preview, ScheduleFields, first_values, schedule_of
from frontend.pages.recurring.words import amount, name_of
from frontend.store import Store

OFFERED = 12
Source = Mapping[str, Any]


@component
def NewRecurringPage() -> VdomDict:
    """The invoice of `?document=`, or which one it is to be."""
    use_title(t("New recurring invoice"))
    document, _ = use_url_state("document")
    can_write = use_can("WRITE_BILLING")
    part: Component | VdomDict
    if not can_write:
        part = EmptyState(
            t("You may look, not write"),
            t("Whoever manages the team can let you write invoices."),
            drawing="lost",
        )
    elif document:
        part = FromDocument(unquote(document), key=f"from-{document}")
    else:
        part = Choose(key="choose")
    return html.div(
        {"className": "recurring-page"},
        PageHeader(t("New recurring invoice"), back=(t("Recurring invoices"), LIST)),
        html.div({"className": "recurring-body"}, part),
    )


@component
def Choose() -> VdomDict:
    """The last invoices, to choose from."""
    read = use_query(load("recurring/find_recurring_sources"), {"first": OFFERED})
    if read.data is None:
        return Skeleton("list", lines=5)
    found = [edge["node"] for edge in read.data["billingDocuments"]["edges"]]
    write = Button(t("Write an invoice"), icon="plus", href="/invoices/new")
    usable = [each for each in found if each["status"] != "VOID" and not each["keptUntil"]]
    if not usable:
        return EmptyState(
            t("No invoices yet"),
            t("Write the invoice that is to come again, then make it recurring."),
            action=write,
            drawing="list",
        )
    return html.div(
        Panel(
            t("Which invoice comes again?"),
            html.ul({"className": "recurring-list"}, *(_offered(each) for each in usable)),
            text=t("A draft goes into it; an invoice that is issued stays as it is."),
            actions=write,
        )
    )


def _offered(source: Source) -> VdomDict:
    return html.li(
        {"key": source["id"], "className": "recurring-row recurring-offer"},
        html.a(
            {"className": "recurring-link", "href": make_recurring_url(source["id"])},
            html.span({"className": "recurring-name", "dir": "auto"}, name_of(source)),
            html.span(
                {"className": "recurring-text"},
                source["number"] or t("Draft"),
                f" · {source['buyer']['name']}" if source["buyer"]["name"] else "",
            ),
        ),
        html.span({"className": "recurring-amount"}, amount(source["total"])),
    )


@component
def FromDocument(document_id: str) -> VdomDict | Component:
    """The invoice is read before its form begins."""
    read = use_query(load("recurring/read_recurring_source"), {"id": document_id})
    if read.loading:
        return Skeleton("form")
    source = (read.data or {}).get("billingDocument")
    if source is None or source["kind"] != "INVOICE" or source["status"] == "VOID":
        return EmptyState(
            t("This cannot come again"),
            t("It is gone, or no invoice."),
            action=Button(t("Choose another one"), href="/invoices/recurring/new"),
            drawing="lost",
        )
    if source["keptUntil"]:
        return EmptyState(
            t("This cannot come again"),
            t("Its client was erased at their request."),
            action=Button(t("Choose another one"), href="/invoices/recurring/new"),
            drawing="lost",
        )
    return NewSchedule(source, key="schedule")


@component
def NewSchedule(source: Source) -> VdomDict:
    """The form."""
    navigate, toast = use_navigate(), use_toast()
    today = local_day(datetime.now(UTC)).isoformat()
    changed: Store[int] = use_ref(Store(0)).current
    form = use_form(
        first_values(_first_day(source, today)),
        on_change=lambda name, value: changed.update(lambda seen: seen + 1),
    )
    key = use_ref(uuid4().hex)
    create, creating = use_mutation(load("recurring/create_recurring_invoice"))

    async def save(values: dict[str, Any]) -> None:
        schedule, refused = schedule_of(values)
        if refused:
            form.show_errors(refused)
            return
        outcome = await create(
            {
                "documentId": source["id"],
                "schedule": schedule,
                "mode": values["mode"],
                "idempotencyKey": key.current,
            }
        )
        if outcome.ok and outcome.payload:
            toast(t("It is set up"), kind="success")
            navigate(recurring_url(outcome.payload["recurringInvoice"]["id"]), replace=True)
            return
        key.current = uuid4().hex
        form.show_errors(outcome.errors)

    return html.div(
        {"className": "recurring-columns recurring-new"},
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            ScheduleFields(form, changed, earliest=today, key="fields"),
            html.div(
                {"className": "dialog-actions", "key": "acts"},
                Button(t("Cancel"), href=LIST),
                Button(
                    t("Make it recurring"),
                    type="submit",
                    variant="primary",
                    busy=creating.loading,
                ),
            ),
            on_submit=save,
            label=t("New recurring invoice"),
            id="recurring-form",
            class_name="form",
            key="form",
        ),
        html.aside(
            {"className": "recurring-aside"},
            _said(source),
            Preview(form, changed, key="preview"),
        ),
    )


def _said(source: Source) -> VdomDict:
    is_draft = source["status"] == "DRAFT"
    return html.div(
        {"className": "recurring-card"},
        html.a({"href": invoice_url(source["id"]), "className": "recurring-name"}, name_of(source)),
        html.span({"className": "recurring-text"}, source["buyer"]["name"] or ""),
        html.span({"className": "recurring-big"}, amount(source["total"])),
        html.span(
            {"className": "recurring-faint"},
            t("The draft goes into the recurring invoice.")
            if is_draft
            else t("{number} stays as it is.", number=source["number"]),
        ),
        html.span(
            {"className": "recurring-faint"},
            t("Issued on {day}", day=format_date(source["issueDate"])),
        )
        if source["issueDate"] and not is_draft
        else None,
    )


def _first_day(source: Source, today: str) -> str:
    """Return today for a draft, a month after the issue for an invoice that is there."""
    if source["status"] == "DRAFT" or not source["issueDate"]:
        return today
    issued = date.fromisoformat(source["issueDate"])
    year, month = divmod(issued.year * 12 + issued.month, 12)
    after = date(year, month + 1, min(issued.day, monthrange(year, month + 1)[1]))
    return max(after.isoformat(), today)
