"""What offer_products.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class OfferProductsVariables(TypedDict):
    search: NotRequired[str | None]
    first: NotRequired[int | None]


class OfferProductsProductsEdgesNodePrice(TypedDict):
    minor: int
    currency: str


class OfferProductsProductsEdgesNodeTax(TypedDict):
    id: str
    isArchived: bool


class OfferProductsProductsEdgesNode(TypedDict):
    id: str
    name: str
    description: str | None
    unit: str | None
    price: OfferProductsProductsEdgesNodePrice
    tax: OfferProductsProductsEdgesNodeTax | None


class OfferProductsProductsEdges(TypedDict):
    node: OfferProductsProductsEdgesNode


class OfferProductsProducts(TypedDict):
    edges: list[OfferProductsProductsEdges]


class OfferProducts(TypedDict):
    products: OfferProductsProducts


offer_products: Operation[OfferProducts] = load("billing/offer_products")
