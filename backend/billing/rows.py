"""Taxes and products as reads return them: light objects, one per row."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from backend.billing.limits import PERCENT_DIGITS
from backend.billing.rules.amounts import scaled
from backend.billing.rules.kinds import TaxCategory
from backend.billing.rules.settings import BillingSettings
from backend.core.clock import from_micros
from backend.core.ids import GlobalId
from backend.core.money import Money

TAX_COLUMNS = (
    "tax.id, tax.name, tax.rate_thousandths, tax.category, tax.exemption_reason, "
    "tax.exemption_code, tax.is_default, tax.version, tax.archived_at"
)
PRODUCT_COLUMNS = (
    "product.id, product.name, product.folded_name, product.description, product.unit, "
    "product.price_minor, product.currency, product.tax_id, product.version, product.updated_at, "
    "product.updated_by"
)


@dataclass(frozen=True, slots=True)
class SettingsRow:
    """An account's settings; version 0 before they were saved the first time."""

    version: int
    settings: BillingSettings


@dataclass(frozen=True, slots=True)
class TaxRow:
    """A tax, its fields in the order of :data:`TAX_COLUMNS`."""

    pk: int
    name: str
    rate_thousandths: int
    category_code: str
    exemption_reason: str | None
    exemption_code: str | None
    default_mark: int
    version: int
    archived_micros: int | None

    id = GlobalId("Tax", "pk")
    """The global id."""

    @property
    def rate(self) -> Decimal:
        """The rate in percent."""
        return scaled(self.rate_thousandths, PERCENT_DIGITS)

    @property
    def category(self) -> TaxCategory:
        """Why it is what it is."""
        return TaxCategory(self.category_code)

    @property
    def is_default(self) -> bool:
        """Whether new lines have it."""
        return bool(self.default_mark)

    @property
    def is_archived(self) -> bool:
        """Whether it is no longer to be chosen."""
        return self.archived_micros is not None


@dataclass(slots=True)
class ProductRow:
    """A product, its first fields in the order of :data:`PRODUCT_COLUMNS`."""

    pk: int
    name: str
    folded_name: str
    description: str | None
    unit: str | None
    price_minor: int
    currency: str
    tax_key: int | None
    version: int
    updated_micros: int
    updated_by: str
    tax: TaxRow | None = None

    id = GlobalId("Product", "pk")
    """The global id."""

    @property
    def price(self) -> Money:
        """The price of one unit, without tax."""
        return Money(self.price_minor, self.currency)

    @property
    def updated_at(self) -> datetime:
        """When it was changed last."""
        return from_micros(self.updated_micros)
