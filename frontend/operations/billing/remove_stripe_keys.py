"""What remove_stripe_keys.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class RemoveStripeKeysVariables(TypedDict):
    pass


class RemoveStripeKeysRemoveStripeKeysSettings(TypedDict):
    version: int


class RemoveStripeKeysRemoveStripeKeysErrorsParameters(TypedDict):
    name: str
    value: str


class RemoveStripeKeysRemoveStripeKeysErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[RemoveStripeKeysRemoveStripeKeysErrorsParameters]


class RemoveStripeKeysRemoveStripeKeys(TypedDict):
    settings: RemoveStripeKeysRemoveStripeKeysSettings | None
    errors: list[RemoveStripeKeysRemoveStripeKeysErrors]


class RemoveStripeKeys(TypedDict):
    removeStripeKeys: RemoveStripeKeysRemoveStripeKeys | None


remove_stripe_keys: Operation[RemoveStripeKeys] = load("billing/remove_stripe_keys")
