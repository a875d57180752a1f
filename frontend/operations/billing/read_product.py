"""What read_product.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class ReadProductVariables(TypedDict):
    id: str


class ReadProductNodePrice(TypedDict):
    minor: int
    currency: str


class ReadProductNodeTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class ReadProductNode(TypedDict):
    id: NotRequired[str]
    name: NotRequired[str]
    description: NotRequired[str | None]
    unit: NotRequired[str | None]
    price: NotRequired[ReadProductNodePrice]
    tax: NotRequired[ReadProductNodeTax | None]
    version: NotRequired[int]
    updatedAt: NotRequired[str]
    updatedBy: NotRequired[str]


class ReadProduct(TypedDict):
    node: ReadProductNode | None


read_product: Operation[ReadProduct] = load("billing/read_product")
