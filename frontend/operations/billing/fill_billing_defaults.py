"""What fill_billing_defaults.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class FillBillingDefaultsInput(TypedDict):
    country: str
    chargesTax: bool


class FillBillingDefaultsVariables(TypedDict):
    input: FillBillingDefaultsInput


class FillBillingDefaultsFillBillingDefaultsSettings(TypedDict):
    version: int


class FillBillingDefaultsFillBillingDefaultsErrorsParameters(TypedDict):
    name: str
    value: str


class FillBillingDefaultsFillBillingDefaultsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[FillBillingDefaultsFillBillingDefaultsErrorsParameters]


class FillBillingDefaultsFillBillingDefaults(TypedDict):
    settings: FillBillingDefaultsFillBillingDefaultsSettings | None
    cursor: str | None
    errors: list[FillBillingDefaultsFillBillingDefaultsErrors]


class FillBillingDefaults(TypedDict):
    fillBillingDefaults: FillBillingDefaultsFillBillingDefaults | None


fill_billing_defaults: Operation[FillBillingDefaults] = load("billing/fill_billing_defaults")
