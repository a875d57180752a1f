"""A product as a shared fragment."""

from __future__ import annotations

from collections.abc import Hashable
from urllib.parse import quote

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.fragments import fragment, target
from frontend.locale import format_money, t
from frontend.pages.products.state import Product

DELETE = "products:delete"


def _version(product: Product, query: str, can_write: bool) -> Hashable:
    tax = product["tax"]
    known = product["id"], product["version"], tax and (tax["id"], tax["version"])
    return *known, query, can_write


@fragment(version=_version)
def product_row(product: Product, query: str, can_write: bool) -> VdomDict:
    """Draw a product; `query` is the URL's, to come back to; `can_write`: it can be deleted."""
    name = product["name"]
    return html.li(
        {"key": product["id"], "className": "product-row"},
        html.a(
            {
                "className": "product-link",
                "href": product_url(product["id"], query),
                "data-row": "",
            },
            html.span({"className": "product-name", "dir": "auto"}, name),
            html.span({"className": "product-text", "dir": "auto"}, product["description"])
            if product["description"]
            else None,
        ),
        html.span({"className": "product-tax"}, product["tax"]["name"] if product["tax"] else ""),
        html.span(
            {"className": "product-price"},
            format_money(product["price"]["minor"], product["price"]["currency"]),
            html.span({"className": "product-unit", "dir": "auto"}, f"/ {product['unit']}")
            if product["unit"]
            else None,
        ),
        _delete(product) if can_write else None,
    )


def product_url(product_id: str, query: str = "") -> str:
    """Return where a product is open, with the search that the list was found by."""
    kept = f"q={quote(query)}&" if query else ""
    return f"/products?{kept}product={quote(product_id, safe='=')}"


def _delete(product: Product) -> VdomDict:
    label = t("Delete {name}", name=product["name"])
    return html.button(
        {
            "type": "button",
            "className": "icon-button icon-button-small product-delete",
            "data-id": product["id"],
            "title": label,
            "aria-label": label,
            "onClick": target(DELETE),
        },
        Icon("trash-2", size=14),
    )
