"""What update_product.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import MoneyInput


class UpdateProductInput(TypedDict):
    id: str
    version: int
    name: NotRequired[str | None]
    price: NotRequired[MoneyInput | None]
    description: NotRequired[str | None]
    unit: NotRequired[str | None]
    taxId: NotRequired[str | None]


class UpdateProductVariables(TypedDict):
    input: UpdateProductInput


class UpdateProductUpdateProductProductPrice(TypedDict):
    minor: int
    currency: str


class UpdateProductUpdateProductProductTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class UpdateProductUpdateProductProduct(TypedDict):
    id: str
    name: str
    description: str | None
    unit: str | None
    price: UpdateProductUpdateProductProductPrice
    tax: UpdateProductUpdateProductProductTax | None
    version: int
    updatedAt: str
    updatedBy: str


class UpdateProductUpdateProductConflictPrice(TypedDict):
    minor: int
    currency: str


class UpdateProductUpdateProductConflictTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class UpdateProductUpdateProductConflict(TypedDict):
    id: str
    name: str
    description: str | None
    unit: str | None
    price: UpdateProductUpdateProductConflictPrice
    tax: UpdateProductUpdateProductConflictTax | None
    version: int
    updatedAt: str
    updatedBy: str


class UpdateProductUpdateProductErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateProductUpdateProductErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateProductUpdateProductErrorsParameters]


class UpdateProductUpdateProduct(TypedDict):
    product: UpdateProductUpdateProductProduct | None
    conflict: UpdateProductUpdateProductConflict | None
    cursor: str | None
    errors: list[UpdateProductUpdateProductErrors]


class UpdateProduct(TypedDict):
    updateProduct: UpdateProductUpdateProduct | None


update_product: Operation[UpdateProduct] = load("billing/update_product")
