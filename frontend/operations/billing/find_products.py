"""What find_products.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class FindProductsVariables(TypedDict):
    search: NotRequired[str | None]
    first: int


class FindProductsProductsEdgesNodePrice(TypedDict):
    minor: int
    currency: str


class FindProductsProductsEdgesNodeTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class FindProductsProductsEdgesNode(TypedDict):
    id: str
    name: str
    description: str | None
    unit: str | None
    price: FindProductsProductsEdgesNodePrice
    tax: FindProductsProductsEdgesNodeTax | None
    version: int
    updatedAt: str
    updatedBy: str


class FindProductsProductsEdges(TypedDict):
    node: FindProductsProductsEdgesNode


class FindProductsProducts(TypedDict):
    edges: list[FindProductsProductsEdges]


class FindProducts(TypedDict):
    products: FindProductsProducts


find_products: Operation[FindProducts] = load("billing/find_products")
