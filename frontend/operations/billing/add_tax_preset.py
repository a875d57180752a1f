"""What add_tax_preset.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class AddTaxPresetInput(TypedDict):
    preset: Literal["FRANCE", "ITALY", "PLAIN"]


class AddTaxPresetVariables(TypedDict):
    input: AddTaxPresetInput


class AddTaxPresetAddTaxPresetTaxes(TypedDict):
    id: str
    name: str
    rate: str
    category: Literal["STANDARD", "ZERO", "EXEMPT", "REVERSE_CHARGE", "INTRA_COMMUNITY", "EXPORT", "OUT_OF_SCOPE"]
    exemptionReason: str | None
    exemptionCode: str | None
    isDefault: bool
    isArchived: bool
    version: int


class AddTaxPresetAddTaxPresetErrorsParameters(TypedDict):
    name: str
    value: str


class AddTaxPresetAddTaxPresetErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[AddTaxPresetAddTaxPresetErrorsParameters]


class AddTaxPresetAddTaxPreset(TypedDict):
    taxes: list[AddTaxPresetAddTaxPresetTaxes]
    cursor: str | None
    errors: list[AddTaxPresetAddTaxPresetErrors]


class AddTaxPreset(TypedDict):
    addTaxPreset: AddTaxPresetAddTaxPreset | None


add_tax_preset: Operation[AddTaxPreset] = load("billing/add_tax_preset")
