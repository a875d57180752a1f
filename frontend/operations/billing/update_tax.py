"""What update_tax.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load


class UpdateTaxInput(TypedDict):
    id: str
    version: int
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: NotRequired[str | None]
    exemptionCode: NotRequired[str | None]
    isDefault: bool


class UpdateTaxVariables(TypedDict):
    input: UpdateTaxInput


class UpdateTaxUpdateTaxTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class UpdateTaxUpdateTaxConflict(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class UpdateTaxUpdateTaxErrorsParameters(TypedDict):
    name: str
    value: str


class UpdateTaxUpdateTaxErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UpdateTaxUpdateTaxErrorsParameters]


class UpdateTaxUpdateTax(TypedDict):
    tax: UpdateTaxUpdateTaxTax | None
    conflict: UpdateTaxUpdateTaxConflict | None
    cursor: str | None
    errors: list[UpdateTaxUpdateTaxErrors]


class UpdateTax(TypedDict):
    updateTax: UpdateTaxUpdateTax | None


update_tax: Operation[UpdateTax] = load("billing/update_tax")
