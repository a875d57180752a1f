"""GraphQL of billing: parse → service or queries → wrap, nothing else.

settings  the seller's settings
taxes     taxes
products  the catalogue
"""

from backend.billing.schema.products import ProductsMutation, ProductsQuery
from backend.billing.schema.settings import BillingSettingsMutation, BillingSettingsQuery
from backend.billing.schema.taxes import TaxesMutation, TaxesQuery

__all__ = [
    "BillingSettingsMutation",
    "BillingSettingsQuery",
    "ProductsMutation",
    "ProductsQuery",
    "TaxesMutation",
    "TaxesQuery",
]
