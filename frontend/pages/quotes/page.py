"""The page of quotes."""

from __future__ import annotations

from reactpy import component
from reactpy.types import VdomDict

from frontend.locale import t
from frontend.pages.documents.places import QUOTES_URL, new_url
from frontend.pages.documents.view import documents_page
from frontend.routes import Command, Page, Section


@component
def QuotesPage() -> VdomDict:
    """The list of quotes."""
    return documents_page(of_quotes=True)


PAGES = (Page(QUOTES_URL, QuotesPage, title=lambda: t("Quotes"), skeleton="list"),)
SECTION = Section("quotes", label=lambda: t("Quotes"), icon="file-text", href=QUOTES_URL, order=42)
COMMANDS = (
    Command("quotes", label=lambda: t("Quotes"), icon="file-text", href=QUOTES_URL, keys="g q"),
    Command(
        "quote.new",
        label=lambda: t("New quote"),
        icon="plus",
        href=new_url("QUOTE"),
        permission="WRITE_BILLING",
    ),
)
