"""What restore_product.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class RestoreProductInput(TypedDict):
    id: str


class RestoreProductVariables(TypedDict):
    input: RestoreProductInput


class RestoreProductRestoreProductProductPrice(TypedDict):
    minor: int
    currency: str


class RestoreProductRestoreProductProductTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class RestoreProductRestoreProductProduct(TypedDict):
    id: str
    name: str
    description: str | None
    unit: str | None
    price: RestoreProductRestoreProductProductPrice
    tax: RestoreProductRestoreProductProductTax | None
    version: int
    updatedAt: str
    updatedBy: str


class RestoreProductRestoreProductErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreProductRestoreProductErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreProductRestoreProductErrorsParameters]


class RestoreProductRestoreProduct(TypedDict):
    product: RestoreProductRestoreProductProduct | None
    cursor: str | None
    errors: list[RestoreProductRestoreProductErrors]


class RestoreProduct(TypedDict):
    restoreProduct: RestoreProductRestoreProduct | None


restore_product: Operation[RestoreProduct] = load("billing/restore_product")
