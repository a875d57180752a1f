"""The tab of documents, and the actions that begin an invoice or a quote."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactAction, ContactTab
from frontend.pages.contact_documents.tab import DocumentsTab
from frontend.pages.document_builder.places import new_url

TABS = (
    ContactTab("documents", lambda: t("Documents"), "receipt", order=50, component=DocumentsTab),
)
ACTIONS = (
    ContactAction(
        "invoice",
        lambda: t("New invoice"),
        "receipt",
        order=30,
        href=lambda contact_id: new_url("INVOICE", contact_id),
        permission="WRITE_BILLING",
    ),
    ContactAction(
        "quote",
        lambda: t("New quote"),
        "file-text",
        order=31,
        href=lambda contact_id: new_url("QUOTE", contact_id),
        permission="WRITE_BILLING",
    ),
)
