"""What create_product.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import MoneyInput


class CreateProductInput(TypedDict):
    name: str
    price: MoneyInput
    description: NotRequired[str | None]
    unit: NotRequired[str | None]
    taxId: NotRequired[str | None]
    idempotencyKey: NotRequired[str | None]


class CreateProductVariables(TypedDict):
    input: CreateProductInput


class CreateProductCreateProductProductPrice(TypedDict):
    minor: int
    currency: str


class CreateProductCreateProductProductTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class CreateProductCreateProductProduct(TypedDict):
    id: str
    name: str
    description: str | None
    unit: str | None
    price: CreateProductCreateProductProductPrice
    tax: CreateProductCreateProductProductTax | None
    version: int
    updatedAt: str
    updatedBy: str


class CreateProductCreateProductErrorsParameters(TypedDict):
    name: str
    value: str


class CreateProductCreateProductErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateProductCreateProductErrorsParameters]


class CreateProductCreateProduct(TypedDict):
    product: CreateProductCreateProductProduct | None
    cursor: str | None
    errors: list[CreateProductCreateProductErrors]


class CreateProduct(TypedDict):
    createProduct: CreateProductCreateProduct | None


create_product: Operation[CreateProduct] = load("billing/create_product")
