"""The page of quotes."""

from __future__ import annotations

from reactpy import component
from reactpy.types import VdomDict

from frontend.locale import t
from frontend.pages.document_builder.places import list_url
from frontend.pages.documents.view import documents_page
from frontend.routes import Command, Page, Section

URL = list_url("QUOTE")


@component
def QuotesPage() -> VdomDict:
    """The list of quotes."""
    return documents_page(of_quotes=True)


PAGES = (Page(URL, QuotesPage, title=lambda: t("Quotes"), skeleton="list"),)
SECTION = Section("quotes", label=lambda: t("Quotes"), icon="file-text", href=URL, order=42)
COMMANDS = (Command("quotes", label=lambda: t("Quotes"), icon="file-text", href=URL, keys="g q"),)
