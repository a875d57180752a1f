"""The words that billing decides by, described; imported from here by whatever shows them."""

from __future__ import annotations

from backend.billing.rules.kinds import DocumentKind, Restart, TaxCategory, TaxPreset
from backend.core.graphql.enums import describe_enum

__all__ = ["DocumentKind", "Restart", "TaxCategory", "TaxPreset"]

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
