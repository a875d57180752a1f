"""What root fields of billing are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation

QUERIES = {
    "billingSettings": Case(),
    "checkBillingSettings": Case(lambda _: {"input": {"seller": {"vatNumber": "1"}}}),
    "taxes": Case(lambda _: {"archived": True}),
    "products": Case(lambda _: {"search": None, "first": 50}),
    "billingDocument": Case(lambda w: {"id": w["invoice"]}),
    "deliverySettings": Case(),
    "documentLetter": Case(lambda w: {"id": w["invoice"]}),
    "billingDocuments": Case(lambda w: {"first": 50, "filter": {"contactId": w["contact"]}}),
    "billingBuyer": Case(lambda w: {"contactId": w["contact"]}),
    "billingIssueErrors": Case(lambda w: {"id": w["unready_draft"]}),
    "billingTotals": Case(
        lambda w: {
            "input": {"currency": "EUR", "lines": [{"unitPriceMinor": 100, "taxId": w["tax"]}]}
        }
    ),
    "billingDocumentHistory": Case(lambda w: {"id": w["invoice"], "first": 50}),
    "invoiceSums": Case(lambda w: {"contactId": w["contact"]}),
    "quoteSums": Case(lambda w: {"contactId": w["contact"]}),
    "billingMonths": Case(),
}
QUERIES |= {
    "recurringInvoice": Case(lambda w: {"id": w["recurring"]}),
    "recurringInvoices": Case(lambda w: {"first": 50, "contactId": w["contact"]}),
    "recurringDates": Case(
        lambda _: {"schedule": {"frequency": "MONTHLY", "startDate": "2190-01-31"}, "first": 3}
    ),
}
MUTATIONS = {
    "updateBillingSettings": mutation(lambda _: {"version": 1, "seller": {"name": "Another"}}),
    "fillBillingDefaults": mutation(lambda _: {"country": "FR"}),
    "createLogoUpload": Case(),
    "setBillingLogo": mutation(lambda w: {"uploadId": w["logo_upload"]}),
    "removeBillingLogo": Case(),
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
    "sendBillingDocument": mutation(
        lambda w: {"id": w["invoice"], "to": "client@example.org", "copyToMe": True}
    ),
    "createDocumentLink": mutation(lambda w: {"id": w["invoice"]}),
    "revokeDocumentLink": mutation(lambda w: {"id": w["other_invoice"]}),
    "updateDeliverySettings": mutation(lambda _: {"version": 0, "acceptedQuotes": "DRAFT_INVOICE"}),
    "saveStripeKeys": mutation(
        lambda _: {"secretKey": "sk_test_12345678", "webhookSecret": "whsec_12345678"}
    ),
    "removeStripeKeys": Case(),
    "deletePayment": mutation(lambda w: {"id": w["payment"]}),
}
MUTATIONS |= {
    "sendBillingDocuments": mutation(lambda w: {"selection": {"ids": [w["invoice"]]}}),
    "setContactReminders": mutation(lambda w: {"contactId": w["contact"], "reminds": False}),
    "stopDocumentSending": mutation(lambda w: {"id": w["sending"]}),
}
QUERIES |= {
    "paymentReminders": Case(),
    "documentSendingPreview": Case(
        lambda w: {"selection": {"ids": [w["invoice"]]}, "reminds": False, "unsent": False}
    ),
    "documentSending": Case(lambda w: {"id": w["sending"]}),
    "documentSendings": Case(),
    "contactReminders": Case(lambda w: {"contactId": w["contact"]}),
}
MUTATIONS |= {"updatePaymentReminders": mutation(lambda _: {"version": 0, "days": [7]})}
MUTATIONS |= {
    "createRecurringInvoice": mutation(
        lambda w: {
            "documentId": w["invoice"],
            "schedule": {"frequency": "MONTHLY", "startDate": "2190-01-31"},
        }
    ),
    "updateRecurringInvoice": mutation(
        lambda w: {"id": w["recurring"], "version": 1, "mode": "ISSUE"}
    ),
    "draftRecurringInvoice": mutation(lambda w: {"id": w["recurring"]}),
    "pauseRecurringInvoice": mutation(lambda w: {"id": w["recurring"]}),
    "resumeRecurringInvoice": mutation(lambda w: {"id": w["paused_recurring"]}),
    "skipRecurringInvoice": mutation(lambda w: {"id": w["recurring"], "day": "2190-02-28"}),
    "unskipRecurringInvoice": mutation(
        lambda w: {"id": w["paused_recurring"], "day": "2190-01-31"}
    ),
    "deleteRecurringInvoice": mutation(lambda w: {"id": w["recurring"]}),
    "restoreRecurringInvoice": mutation(lambda w: {"id": w["deleted_recurring"]}),
}
SUBSCRIPTIONS = {
    "billingDocumentChanged": Case(lambda w: {"id": w["invoice"], "after": w["cursor"]}),
    "documentViewed": Case(lambda w: {"id": w["invoice"], "after": w["cursor"]}),
    "billingDocumentsChanged": Case(
        lambda w: {"filter": {"contactId": w["contact"]}, "after": w["cursor"]}
    ),
}
