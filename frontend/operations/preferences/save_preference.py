"""What save_preference.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, TypedDict

from frontend.operations import Operation, load


class SavePreferenceInput(TypedDict):
    key: str
    value: Any


class SavePreferenceVariables(TypedDict):
    input: SavePreferenceInput


class SavePreferenceSavePreferencePreference(TypedDict):
    key: str
    value: Any


class SavePreferenceSavePreferenceErrorsParameters(TypedDict):
    name: str
    value: str


class SavePreferenceSavePreferenceErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[SavePreferenceSavePreferenceErrorsParameters]


class SavePreferenceSavePreference(TypedDict):
    preference: SavePreferenceSavePreferencePreference | None
    errors: list[SavePreferenceSavePreferenceErrors]


class SavePreference(TypedDict):
    savePreference: SavePreferenceSavePreference | None


save_preference: Operation[SavePreference] = load("preferences/save_preference")
