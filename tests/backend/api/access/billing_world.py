"""What the account sells."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from backend.billing.rules.settings import Seller, SettingsChanges
from backend.billing.rules.taxes import TaxDraft
from backend.billing.service import (
    ProductDraft,
    archive_tax,
    create_product,
    create_tax,
    delete_product,
    update_settings,
)
from backend.core.money import Money
from backend.core.permissions import Actor


async def add_billing(actor: Actor, mark: str) -> dict[str, Any]:
    """Make settings, taxes and products, all marked; return their ids."""
    await update_settings(actor, 0, SettingsChanges(seller=Seller(name=f"{mark} SARL")))
    tax = (await create_tax(actor, TaxDraft(f"{mark} tax", Decimal(10)))).tax
    archived = (await create_tax(actor, TaxDraft(f"{mark} old tax", Decimal(5)))).tax
    await archive_tax(actor, archived.pk)
    price = Money(1000, "EUR")
    product = (await create_product(actor, ProductDraft(f"{mark} product", price))).product
    deleted = (await create_product(actor, ProductDraft(f"{mark} old product", price))).product
    await delete_product(actor, deleted.pk)
    return {
        "tax": tax.id,
        "archived_tax": archived.id,
        "product": product.id,
        "deleted_product": deleted.id,
    }
