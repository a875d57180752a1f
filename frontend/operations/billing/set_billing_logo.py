"""What set_billing_logo.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class SetBillingLogoInput(TypedDict):
    uploadId: str


class SetBillingLogoVariables(TypedDict):
    input: SetBillingLogoInput


class SetBillingLogoSetBillingLogoSettings(TypedDict):
    version: int


class SetBillingLogoSetBillingLogoErrorsParameters(TypedDict):
    name: str
    value: str


class SetBillingLogoSetBillingLogoErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SetBillingLogoSetBillingLogoErrorsParameters]


class SetBillingLogoSetBillingLogo(TypedDict):
    settings: SetBillingLogoSetBillingLogoSettings | None
    cursor: str | None
    errors: list[SetBillingLogoSetBillingLogoErrors]


class SetBillingLogo(TypedDict):
    setBillingLogo: SetBillingLogoSetBillingLogo | None


set_billing_logo: Operation[SetBillingLogo] = load("billing/set_billing_logo")
