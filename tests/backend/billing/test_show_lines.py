"""Lines as reads show them, on what is stored, are the lines that documents are reckoned from."""

from __future__ import annotations

from decimal import Decimal

import orjson

from backend.billing.line_rows import line_rows
from backend.billing.rules.content import (
    Content,
    Line,
    LineTax,
    content_from_stored,
    content_to_json,
)
from backend.billing.rules.kinds import LineKind, TaxCategory
from backend.billing.rules.totals import line_total
from backend.core.ids import encode_id
from backend.core.money import Money

EXEMPT = LineTax(8, "Exempt", Decimal(0), TaxCategory.EXEMPT, "Article 261", "VATEX-EU-132")
LINES = (
    Line(LineKind.HEADING, "Work"),
    Line(name="Tours", description="Guided", quantity=Decimal("0.5"), unit="day",
         unit_price_minor=33_333, discount_percent=Decimal("12.5"), product_id=4, key="a",
         tax=LineTax(7, "VAT", Decimal("5.5"), TaxCategory.STANDARD)),
    Line(name="Lessons", quantity=Decimal("1E+2"), unit_price_minor=101, tax=EXEMPT),
)  # fmt: skip


def test_rows_of_lines_say_what_the_content_does():
    content = Content("EUR", "fr", 30, lines=LINES)
    stored = content_to_json(content)
    assert content_from_stored(orjson.loads(stored)) == content
    for row, line in zip(line_rows(stored), LINES, strict=True):
        total, tax = line_total(line.priced), line.tax
        assert (row.kind, row.name, row.description) == (line.kind, line.name, line.description)
        assert (str(row.quantity), row.unit, row.key) == (str(line.quantity), line.unit, line.key)
        assert row.unit_price == Money(line.unit_price_minor, "EUR")
        assert row.discount_percent == line.discount_percent
        assert row.discount == Money(total.discount_minor, "EUR")
        assert row.total == Money(total.net_minor, "EUR")
        assert row.product_id == (line.product_id and encode_id("Product", line.product_id))
        assert row.tax_id == (tax and encode_id("Tax", tax.tax_id))
        assert (row.tax_name, row.tax_rate) == (tax and tax.name, tax and tax.rate)
        assert row.tax_category == (tax and tax.category)
        assert row.exemption_reason == (tax and tax.exemption_reason)
