"""What root fields of billing are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation

QUERIES = {
    "billingSettings": Case(),
    "taxes": Case(lambda _: {"archived": True}),
    "products": Case(lambda _: {"search": None, "first": 50}),
    "billingDocument": Case(lambda w: {"id": w["invoice"]}),
    "billingDocuments": Case(lambda w: {"first": 50, "filter": {"contactId": w["contact"]}}),
    "billingTotals": Case(
        lambda w: {
            "input": {"currency": "EUR", "lines": [{"unitPriceMinor": 100, "taxId": w["tax"]}]}
        }
    ),
}
MUTATIONS = {
    "updateBillingSettings": mutation(lambda _: {"version": 1, "seller": {"name": "Another"}}),
    "createTax": mutation(lambda _: {"name": "Another", "rate": "20"}),
    "updateTax": mutation(
        lambda w: {"id": w["tax"], "version": 1, "name": "Another", "rate": "20"}
    ),
    "archiveTax": mutation(lambda w: {"id": w["tax"]}),
    "restoreTax": mutation(lambda w: {"id": w["archived_tax"]}),
    "addTaxPreset": mutation(lambda _: {"preset": "FRANCE"}),
    "createProduct": mutation(
        lambda w: {
            "name": "Another",
            "price": {"minor": 100, "currency": "EUR"},
            "taxId": w["tax"],
        }
    ),
    "updateProduct": mutation(lambda w: {"id": w["product"], "version": 1, "name": "Another"}),
    "deleteProduct": mutation(lambda w: {"id": w["product"]}),
    "restoreProduct": mutation(lambda w: {"id": w["deleted_product"]}),
    "createBillingDocument": mutation(
        lambda w: {
            "kind": "INVOICE",
            "content": {"contactId": w["contact"], "lines": [{"name": "a", "taxId": w["tax"]}]},
        }
    ),
    "updateBillingDocument": mutation(
        lambda w: {"id": w["draft"], "version": 1, "content": {"title": "Another"}}
    ),
    "deleteBillingDraft": mutation(lambda w: {"id": w["draft"]}),
    "restoreBillingDraft": mutation(lambda w: {"id": w["deleted_draft"]}),
    "issueBillingDocument": mutation(lambda w: {"id": w["draft"], "version": 1}),
    "voidBillingDocument": mutation(lambda w: {"id": w["other_invoice"], "version": 2}),
    "createCreditNote": mutation(lambda w: {"invoiceId": w["invoice"]}),
    "answerQuote": mutation(lambda w: {"id": w["quote"], "version": 2, "accepted": False}),
    "reviseQuote": mutation(lambda w: {"id": w["quote"]}),
    "invoiceQuote": mutation(lambda w: {"id": w["accepted_quote"], "version": 3}),
    "recordPayment": mutation(lambda w: {"invoiceId": w["invoice"], "amountMinor": 100}),
    "deletePayment": mutation(lambda w: {"id": w["payment"]}),
}
SUBSCRIPTIONS = {
    "billingDocumentChanged": Case(lambda w: {"id": w["invoice"], "after": w["cursor"]}),
    "billingDocumentsChanged": Case(
        lambda w: {"filter": {"contactId": w["contact"]}, "after": w["cursor"]}
    ),
}
