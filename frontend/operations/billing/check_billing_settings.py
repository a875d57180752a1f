"""What check_billing_settings.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import BankDetailsInput, DocumentNumberingInput, SellerInput


class CheckBillingSettingsInput(TypedDict):
    seller: NotRequired[SellerInput | None]
    bank: NotRequired[BankDetailsInput | None]
    numbering: NotRequired[list[DocumentNumberingInput] | None]


class CheckBillingSettingsVariables(TypedDict):
    input: CheckBillingSettingsInput


class CheckBillingSettingsCheckBillingSettingsErrorsParameters(TypedDict):
    name: str
    value: str


class CheckBillingSettingsCheckBillingSettingsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CheckBillingSettingsCheckBillingSettingsErrorsParameters]


class CheckBillingSettingsCheckBillingSettingsNumbers(TypedDict):
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    nextNumber: str
    isBegun: bool


class CheckBillingSettingsCheckBillingSettings(TypedDict):
    errors: list[CheckBillingSettingsCheckBillingSettingsErrors]
    numbers: list[CheckBillingSettingsCheckBillingSettingsNumbers]


class CheckBillingSettings(TypedDict):
    checkBillingSettings: CheckBillingSettingsCheckBillingSettings


check_billing_settings: Operation[CheckBillingSettings] = load("billing/check_billing_settings")
