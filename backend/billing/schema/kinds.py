"""The words that billing decides by, described; imported from here by whatever shows them."""

from __future__ import annotations

from backend.billing.queries.document_sorting import DocumentSortField
from backend.billing.rules.kinds import (
    DocumentKind,
    DocumentStatus,
    LineKind,
    PaymentMethod,
    Restart,
    Supply,
    TaxCategory,
    TaxPreset,
)
from backend.core.graphql.enums import describe_enum

__all__ = [
    "DocumentKind",
    "DocumentSortField",
    "DocumentStatus",
    "LineKind",
    "PaymentMethod",
    "Restart",
    "Supply",
    "TaxCategory",
    "TaxPreset",
]

describe_enum(
    DocumentKind,
    "What a document is.",
    {
        "QUOTE": "An offer to a client.",
        "INVOICE": "A demand for payment; UNTDID 1001, 380.",
        "CREDIT_NOTE": "What corrects an invoice; UNTDID 1001, 381.",
    },
)
describe_enum(
    Restart,
    "When numbers begin anew.",
    {"YEARLY": "With each calendar year.", "NEVER": "Never: they go on."},
    name="NumberRestart",
)
describe_enum(
    TaxPreset,
    "Taxes that a country's sellers use.",
    {
        "FRANCE": "TVA of 20, 10, 5.5 and 2.1 %, franchise en base, autoliquidation, exports.",
        "ITALY": "IVA of 22, 10, 5 and 4 %, regime forfettario, inversione contabile, exports.",
        "PLAIN": "None: what is sold is not subject to VAT.",
    },
)


describe_enum(
    TaxCategory,
    "Why a tax is what it is, as e-invoices say it (BT-151, UNTDID 5305).",
    {
        "STANDARD": "S: charged at its rate.",
        "ZERO": "Z: charged at zero percent.",
        "EXEMPT": "E: exempt, for a reason.",
        "REVERSE_CHARGE": "AE: the buyer owes it.",
        "INTRA_COMMUNITY": "K: supplied to another country of the European Union.",
        "EXPORT": "G: exported from the European Union.",
        "OUT_OF_SCOPE": "O: not subject to VAT.",
    },
)
describe_enum(
    LineKind,
    "What a line is.",
    {
        "ITEM": "Something that is sold.",
        "HEADING": "A heading of the lines below it.",
        "TEXT": "A text between lines.",
    },
)
describe_enum(
    DocumentStatus,
    "How far a document has come, by its payments and the seller's calendar.",
    {
        "DRAFT": "It can still be changed, and has no number.",
        "ISSUED": "It has its number and never changes any more.",
        "PARTLY_PAID": "A part of the invoice is paid or credited.",
        "PAID": "Nothing of the invoice is left to pay.",
        "VOID": "It was declared void; its number stays.",
        "ACCEPTED": "The client accepted the quote.",
        "REJECTED": "The client rejected the quote.",
        "EXPIRED": "The quote's time is over.",
        "INVOICED": "The quote became an invoice.",
        "REVISED": "A newer version took the quote's place.",
    },
)
describe_enum(
    DocumentSortField,
    "What a list of documents can be sorted by.",
    {
        "NUMBER": "The order in which numbers were taken.",
        "ISSUE_DATE": "The day of issue.",
        "DUE_DATE": "Until when it is to be paid, or holds.",
        "CLIENT": "The buyer's name; nobody stands last.",
        "TOTAL": "The total in minor units; credit notes count below zero.",
        "BALANCE": "What is left to pay, in minor units.",
    },
    name="BillingDocumentSortField",
)
describe_enum(
    PaymentMethod,
    "How money came.",
    {
        "TRANSFER": "By bank transfer.",
        "CARD": "By card.",
        "CASH": "In cash.",
        "CHECK": "By check.",
        "DIRECT_DEBIT": "By direct debit.",
        "OTHER": "In another way.",
    },
)
describe_enum(
    Supply,
    "What is sold, as French documents say.",
    {
        "GOODS": "Goods.",
        "SERVICES": "Services.",
        "MIXED": "Goods and services.",
    },
    name="SupplyKind",
)
