"""GraphQL of billing: parse → service or queries → wrap, nothing else.

settings  the seller's settings
taxes     taxes
products  the catalogue
documents, amounts, document_inputs, document_fields, subscription: quotes, invoices, credit notes
reckoning what an unsaved one would add up to
"""

import backend.billing.registrations  # noqa: F401 - documents follow contacts, wherever written
from backend.billing.schema.document_fields import (
    BillingDocumentsMutation,
    BillingDocumentsQuery,
)
from backend.billing.schema.products import ProductsMutation, ProductsQuery
from backend.billing.schema.reckoning import BillingTotalsQuery
from backend.billing.schema.settings import BillingSettingsMutation, BillingSettingsQuery
from backend.billing.schema.subscription import BillingDocumentsSubscription
from backend.billing.schema.taxes import TaxesMutation, TaxesQuery

__all__ = [
    "BillingDocumentsMutation",
    "BillingDocumentsQuery",
    "BillingDocumentsSubscription",
    "BillingSettingsMutation",
    "BillingSettingsQuery",
    "BillingTotalsQuery",
    "ProductsMutation",
    "ProductsQuery",
    "TaxesMutation",
    "TaxesQuery",
]
