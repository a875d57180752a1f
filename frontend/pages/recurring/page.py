"""The places of recurring invoices."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.recurring.listing import RecurringPage
from frontend.pages.recurring.new import NewRecurringPage
from frontend.pages.recurring.one import OneRecurringPage
from frontend.pages.recurring.places import LIST, NEW, ONE
from frontend.routes import Command, Page

PAGES = (
    Page(LIST, RecurringPage, title=lambda: t("Recurring invoices"), skeleton="list"),
    Page(NEW, NewRecurringPage, title=lambda: t("New recurring invoice"), skeleton="form"),
    Page(ONE, OneRecurringPage, title=lambda: t("Recurring invoice"), skeleton="detail"),
)
COMMANDS = (
    Command("recurring", label=lambda: t("Recurring invoices"), icon="repeat", href=LIST),
    Command(
        "recurring.new",
        label=lambda: t("New recurring invoice"),
        icon="plus",
        href=NEW,
        permission="WRITE_BILLING",
    ),
)
