"""GraphQL of billing: parse → service or queries → wrap, nothing else.

settings  the seller's settings; settings_check: checked while somebody types them
look, logo: how documents look
taxes     taxes
products  the catalogue
documents, amounts, document_inputs, document_fields, subscription: quotes, invoices, credit notes
sums      what documents add up to
history   what happened to them
recurring, recurring_types, recurring_inputs: recurring invoices
reminders when clients are reminded of invoices
delivery, delivery_types   sending documents, their links; sending_many: many at once
drafting  what can be asked before one is saved, or issued
"""

import backend.billing.registrations  # noqa: F401 - documents follow contacts, wherever written
from backend.billing.schema.delivery import DeliveryMutation, DeliveryQuery, DeliverySubscription
from backend.billing.schema.document_fields import (
    BillingDocumentsMutation,
    BillingDocumentsQuery,
)
from backend.billing.schema.drafting import BillingDraftingQuery
from backend.billing.schema.history import BillingHistoryQuery
from backend.billing.schema.logo import BillingLogoMutation
from backend.billing.schema.products import ProductsMutation, ProductsQuery
from backend.billing.schema.recurring import RecurringInvoicesMutation, RecurringInvoicesQuery
from backend.billing.schema.reminders import PaymentRemindersMutation, PaymentRemindersQuery
from backend.billing.schema.sending_many import DocumentSendingMutation, DocumentSendingQuery
from backend.billing.schema.settings import BillingSettingsMutation, BillingSettingsQuery
from backend.billing.schema.settings_check import BillingSettingsCheckQuery
from backend.billing.schema.subscription import BillingDocumentsSubscription
from backend.billing.schema.sums import BillingSumsQuery
from backend.billing.schema.taxes import TaxesMutation, TaxesQuery

__all__ = [
    "BillingDocumentsMutation",
    "BillingDocumentsQuery",
    "BillingDocumentsSubscription",
    "BillingDraftingQuery",
    "BillingHistoryQuery",
    "BillingLogoMutation",
    "BillingSettingsCheckQuery",
    "BillingSettingsMutation",
    "BillingSettingsQuery",
    "BillingSumsQuery",
    "DeliveryMutation",
    "DeliveryQuery",
    "DeliverySubscription",
    "DocumentSendingMutation",
    "DocumentSendingQuery",
    "PaymentRemindersMutation",
    "PaymentRemindersQuery",
    "ProductsMutation",
    "ProductsQuery",
    "RecurringInvoicesMutation",
    "RecurringInvoicesQuery",
    "TaxesMutation",
    "TaxesQuery",
]
