"""What read_preferences.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Any, TypedDict

from frontend.operations import Operation, load


class ReadPreferencesVariables(TypedDict):
    keys: list[str]


class ReadPreferencesViewerPreferences(TypedDict):
    key: str
    value: Any


class ReadPreferencesViewer(TypedDict):
    preferences: list[ReadPreferencesViewerPreferences]


class ReadPreferences(TypedDict):
    viewer: ReadPreferencesViewer | None


read_preferences: Operation[ReadPreferences] = load("preferences/read_preferences")
