"""Verbs of billing.

settings     say who sells, and how documents are numbered and worded
defaults     fill in what is usual in a country
logo         the seller's logo, shown or not
taxes        make, change, archive and restore taxes; add a country's
products     make, change, delete and restore what is sold
drafts       write quotes and invoices
reckoning    say what one would add up to
issue        number and freeze them
asked_for    what messages ask to be paid
corrections  void them; begin credit notes
quotes       accept, reject, revise; begin their invoices
pdfs         keep the PDF of what is issued; show it
pages        show its pages as pictures
payments     record money that came, and take that back
recurring    set up invoices that come again; recurring_days, recurring_runs: skip and make them;
             recurring_sending, recurring_telling: send them, say what could not be done
reminding    remind clients of what is due
bundles      write tables and archives of what was issued
finding      documents for the domains above
ledger       prove that nothing issued was changed
retention    documents of who was erased: kept by law, then purged
privacy      what is held about a contact, and its end
"""

from backend.billing.rules.drafting import UNSET, DraftChanges, LineDraft, Unset
from backend.billing.service.bundles import (
    chosen_documents,
    documents_of_period,
    documents_table,
    payments_table,
    pdf_archive,
)
from backend.billing.service.corrections import create_credit_note, void_document
from backend.billing.service.defaults import fill_defaults
from backend.billing.service.drafts import (
    DocumentWritten,
    create_document,
    delete_draft,
    restore_draft,
    update_document,
)
from backend.billing.service.finding import find_documents
from backend.billing.service.issue import issue_document, issue_refusals
from backend.billing.service.ledger import LedgerReport, verify_ledger
from backend.billing.service.logo import LogoRemoved, remove_logo, set_logo
from backend.billing.service.pages import document_pages, page_image
from backend.billing.service.payments import PaymentDraft, delete_payment, record_payment
from backend.billing.service.pdfs import document_pdf, keep_pdf
from backend.billing.service.products import (
    ProductChanges,
    ProductDraft,
    ProductWritten,
    create_product,
    delete_product,
    restore_product,
    update_product,
)
from backend.billing.service.quotes import answer_quote, invoice_quote, revise_quote
from backend.billing.service.reckoning import proposed_buyer, reckon
from backend.billing.service.settings import SettingsWritten, update_settings
from backend.billing.service.taxes import (
    TaxesWritten,
    TaxWritten,
    add_preset,
    archive_tax,
    create_tax,
    restore_tax,
    update_tax,
)

__all__ = [
    "UNSET",
    "DocumentWritten",
    "DraftChanges",
    "LedgerReport",
    "LineDraft",
    "LogoRemoved",
    "PaymentDraft",
    "ProductChanges",
    "ProductDraft",
    "ProductWritten",
    "SettingsWritten",
    "TaxWritten",
    "TaxesWritten",
    "Unset",
    "add_preset",
    "answer_quote",
    "archive_tax",
    "chosen_documents",
    "create_credit_note",
    "create_document",
    "create_product",
    "create_tax",
    "delete_draft",
    "delete_payment",
    "delete_product",
    "document_pages",
    "document_pdf",
    "documents_of_period",
    "documents_table",
    "fill_defaults",
    "find_documents",
    "invoice_quote",
    "issue_document",
    "issue_refusals",
    "keep_pdf",
    "page_image",
    "payments_table",
    "pdf_archive",
    "proposed_buyer",
    "reckon",
    "record_payment",
    "remove_logo",
    "restore_draft",
    "restore_product",
    "restore_tax",
    "revise_quote",
    "set_logo",
    "update_document",
    "update_product",
    "update_settings",
    "update_tax",
    "verify_ledger",
    "void_document",
]
