"""Lines and what they add up to, as the schema shows them."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

import strawberry

from backend.billing.line_rows import LineRow
from backend.billing.rules.content import Content
from backend.billing.rules.totals import TaxTotal
from backend.billing.schema.kinds import LineKind, TaxCategory
from backend.core import money
from backend.core.graphql.money import Money
from backend.core.graphql.nodes import row_type


@row_type(LineRow)
class DocumentLine:
    """A line (BG-25), or a heading or text between lines. Amounts are without tax."""

    kind: LineKind = strawberry.field(description="What it is.")
    name: str | None = strawberry.field(description="What is sold (BT-153), or the heading.")
    description: str | None = strawberry.field(description="More of it (BT-154), or the text.")
    quantity: Decimal = strawberry.field(description="How much (BT-129).")
    unit: str | None = strawberry.field(description="What it is counted in.")
    unit_price: Money = strawberry.field(description="What one of it costs (BT-146).")
    discount_percent: Decimal = strawberry.field(description="Off this line (BT-138).")
    discount: Money = strawberry.field(description="The same, as money (BT-136).")
    total: Money = strawberry.field(description="What the line comes to (BT-131).")
    tax_id: strawberry.ID | None = strawberry.field(description="Its tax.")
    tax_name: str | None = strawberry.field(description="What the tax was called.")
    tax_rate: Decimal | None = strawberry.field(description="Its rate in percent (BT-152).")
    tax_category: TaxCategory | None = strawberry.field(description="Its category (BT-151).")
    exemption_reason: str | None = strawberry.field(description="Why nothing is charged.")
    product_id: strawberry.ID | None = strawberry.field(
        description="The product that it was filled from."
    )
    key: str | None = strawberry.field(
        description="What its writer knows it by from save to save, wherever it is moved."
    )


@strawberry.type
class DocumentTax:
    """One rate's part of a document (BG-23)."""

    rate: Decimal | None = strawberry.field(
        description="In percent (BT-119); null for lines without a tax."
    )
    category: TaxCategory | None = strawberry.field(description="Its category (BT-118).")
    names: list[str] = strawberry.field(description="What the taxes of this rate are called.")
    exemption_reasons: list[str] = strawberry.field(description="Why nothing is charged (BT-120).")
    base: Money = strawberry.field(description="What the tax is taken of (BT-116).")
    amount: Money = strawberry.field(description="The tax (BT-117).")


@strawberry.type
class DocumentTotals:
    """What a document adds up to (BG-22)."""

    lines: Money = strawberry.field(description="The sum of the lines (BT-106).")
    discount: Money = strawberry.field(description="The document's discount (BT-107).")
    net: Money = strawberry.field(description="Without tax (BT-109).")
    tax: Money = strawberry.field(description="All taxes (BT-110).")
    total: Money = strawberry.field(description="With tax (BT-112).")
    taxes: list[DocumentTax] = strawberry.field(description="By rate, the highest first.")


def shown_totals(content: Content) -> DocumentTotals:
    """Return what the lines add up to."""
    found, currency = content.totals, content.currency
    return DocumentTotals(
        lines=_amount(currency, found.lines_minor),
        discount=_amount(currency, found.discount_minor),
        net=_amount(currency, found.net_minor),
        tax=_amount(currency, found.tax_minor),
        total=_amount(currency, found.total_minor),
        taxes=[_tax(content, each) for each in found.taxes],
    )


def _amount(currency: str, minor: int) -> Money:
    return cast(Money, money.Money(minor, currency))


def _tax(content: Content, total: TaxTotal) -> DocumentTax:
    taxes = [line.tax for line in content.items if line.tax and line.tax.key == total.tax]
    return DocumentTax(
        rate=total.tax.rate if total.tax else None,
        category=TaxCategory(total.tax.category) if total.tax else None,
        names=list(dict.fromkeys(each.name for each in taxes)),
        exemption_reasons=list(
            dict.fromkeys(each.exemption_reason for each in taxes if each.exemption_reason)
        ),
        base=_amount(content.currency, total.base_minor),
        amount=_amount(content.currency, total.tax_minor),
    )
