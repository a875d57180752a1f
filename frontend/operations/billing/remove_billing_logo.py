"""What remove_billing_logo.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RemoveBillingLogoVariables(TypedDict):
    pass


class RemoveBillingLogoRemoveBillingLogoErrorsParameters(TypedDict):
    name: str
    value: str


class RemoveBillingLogoRemoveBillingLogoErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RemoveBillingLogoRemoveBillingLogoErrorsParameters]


class RemoveBillingLogoRemoveBillingLogo(TypedDict):
    uploadId: str | None
    cursor: str | None
    errors: list[RemoveBillingLogoRemoveBillingLogoErrors]


class RemoveBillingLogo(TypedDict):
    removeBillingLogo: RemoveBillingLogoRemoveBillingLogo | None


remove_billing_logo: Operation[RemoveBillingLogo] = load("billing/remove_billing_logo")
