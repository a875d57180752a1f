"""What create_tax.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class CreateTaxInput(TypedDict):
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: NotRequired[str | None]
    exemptionCode: NotRequired[str | None]
    isDefault: bool
    idempotencyKey: NotRequired[str | None]


class CreateTaxVariables(TypedDict):
    input: CreateTaxInput


class CreateTaxCreateTaxTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class CreateTaxCreateTaxErrorsParameters(TypedDict):
    name: str
    value: str


class CreateTaxCreateTaxErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateTaxCreateTaxErrorsParameters]


class CreateTaxCreateTax(TypedDict):
    tax: CreateTaxCreateTaxTax | None
    cursor: str | None
    errors: list[CreateTaxCreateTaxErrors]


class CreateTax(TypedDict):
    createTax: CreateTaxCreateTax | None


create_tax: Operation[CreateTax] = load("billing/create_tax")
