"""What list_products.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ListProductsVariables(TypedDict):
    search: NotRequired[str | None]
    first: int
    after: NotRequired[str | None]


class ListProductsProductsEdgesNodePrice(TypedDict):
    minor: int
    currency: str


class ListProductsProductsEdgesNodeTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class ListProductsProductsEdgesNode(TypedDict):
    id: str
    name: str
    description: str | None
    unit: str | None
    price: ListProductsProductsEdgesNodePrice
    tax: ListProductsProductsEdgesNodeTax | None
    version: int
    updatedAt: str
    updatedBy: str


class ListProductsProductsEdges(TypedDict):
    node: ListProductsProductsEdgesNode


class ListProductsProductsPageInfo(TypedDict):
    hasNextPage: bool
    endCursor: str | None


class ListProductsProducts(TypedDict):
    totalCount: int
    edges: list[ListProductsProductsEdges]
    pageInfo: ListProductsProductsPageInfo


class ListProducts(TypedDict):
    products: ListProductsProducts


list_products: Operation[ListProducts] = load("billing/list_products")
