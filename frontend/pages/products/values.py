"""A product as the fields of its form, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.client import UserError
from frontend.pages.billing_parts.amounts import read_price, write_price
from frontend.pages.products.state import Product


def form_values(product: Product | None, currency: str, tax_id: str, name: str) -> dict[str, Any]:
    """Return what the fields begin with; of a new product, what most products are."""
    if product is None:
        price = {"minor": "", "currency": currency}
        return {"name": name, "description": "", "unit": "", "price": price, "taxId": tax_id}
    return {
        "name": product["name"],
        "description": product["description"] or "",
        "unit": product["unit"] or "",
        "price": {"minor": write_price(product["price"]), "currency": product["price"]["currency"]},
        "taxId": product["tax"]["id"] if product["tax"] else "",
    }


def input_of(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[UserError]]:
    """Return what `createProduct` and `updateProduct` both take, and what need not be sent to be
    refused.
    """
    currency = values["price"]["currency"]
    minor, refused = read_price(values["price"]["minor"], currency, ("price", "minor"))
    given = {
        "name": values["name"],
        "description": values["description"].strip() or None,
        "unit": values["unit"].strip() or None,
        "price": {"minor": minor, "currency": currency},
        "taxId": values["taxId"] or None,
    }
    return given, refused
