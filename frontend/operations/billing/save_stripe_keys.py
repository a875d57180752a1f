"""What save_stripe_keys.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class SaveStripeKeysInput(TypedDict):
    secretKey: str
    webhookSecret: str


class SaveStripeKeysVariables(TypedDict):
    input: SaveStripeKeysInput


class SaveStripeKeysSaveStripeKeysSettings(TypedDict):
    version: int


class SaveStripeKeysSaveStripeKeysErrorsParameters(TypedDict):
    name: str
    value: str


class SaveStripeKeysSaveStripeKeysErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SaveStripeKeysSaveStripeKeysErrorsParameters]


class SaveStripeKeysSaveStripeKeys(TypedDict):
    settings: SaveStripeKeysSaveStripeKeysSettings | None
    errors: list[SaveStripeKeysSaveStripeKeysErrors]


class SaveStripeKeys(TypedDict):
    saveStripeKeys: SaveStripeKeysSaveStripeKeys | None


save_stripe_keys: Operation[SaveStripeKeys] = load("billing/save_stripe_keys")
