"""Verbs of billing.

settings  say who sells, and how documents are numbered and worded
taxes     make, change, archive and restore taxes; add a country's
products  make, change, delete and restore what is sold
"""

from backend.billing.service.products import (
    UNSET,
    ProductChanges,
    ProductDraft,
    ProductWritten,
    Unset,
    create_product,
    delete_product,
    restore_product,
    update_product,
)
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
    "ProductChanges",
    "ProductDraft",
    "ProductWritten",
    "SettingsWritten",
    "TaxWritten",
    "TaxesWritten",
    "Unset",
    "add_preset",
    "archive_tax",
    "create_product",
    "create_tax",
    "delete_product",
    "restore_product",
    "restore_tax",
    "update_product",
    "update_settings",
    "update_tax",
]
