"""What restore_tax.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class RestoreTaxInput(TypedDict):
    id: str


class RestoreTaxVariables(TypedDict):
    input: RestoreTaxInput


class RestoreTaxRestoreTaxTax(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class RestoreTaxRestoreTaxErrorsParameters(TypedDict):
    name: str
    value: str


class RestoreTaxRestoreTaxErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RestoreTaxRestoreTaxErrorsParameters]


class RestoreTaxRestoreTax(TypedDict):
    tax: RestoreTaxRestoreTaxTax | None
    cursor: str | None
    errors: list[RestoreTaxRestoreTaxErrors]


class RestoreTax(TypedDict):
    restoreTax: RestoreTaxRestoreTax | None


restore_tax: Operation[RestoreTax] = load("billing/restore_tax")
