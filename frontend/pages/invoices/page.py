"""The page of invoices and their credit notes."""

from __future__ import annotations

from reactpy import component
from reactpy.types import VdomDict

from frontend.components.command_palette import search_provider
from frontend.locale import t
from frontend.pages.document_builder.places import list_url
from frontend.pages.documents.palette import find_documents
from frontend.pages.documents.view import documents_page
from frontend.routes import Command, Page, Section

URL = list_url("INVOICE")


@component
def InvoicesPage() -> VdomDict:
    """The list of invoices."""
    return documents_page(of_quotes=False)


search_provider(lambda: t("Quotes and invoices"))(find_documents)
PAGES = (Page(URL, InvoicesPage, title=lambda: t("Invoices"), skeleton="list"),)
SECTION = Section("invoices", label=lambda: t("Invoices"), icon="receipt", href=URL, order=40)
COMMANDS = (Command("invoices", label=lambda: t("Invoices"), icon="receipt", href=URL, keys="g f"),)
