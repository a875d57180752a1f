"""What list_taxes.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ListTaxesVariables(TypedDict):
    archived: bool


class ListTaxesTaxes(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class ListTaxes(TypedDict):
    taxes: list[ListTaxesTaxes]


list_taxes: Operation[ListTaxes] = load("billing/list_taxes")
