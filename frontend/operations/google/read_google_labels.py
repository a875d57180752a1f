"""What read_google_labels.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class ReadGoogleLabelsInput(TypedDict):
    id: str


class ReadGoogleLabelsVariables(TypedDict):
    input: ReadGoogleLabelsInput


class ReadGoogleLabelsReadGoogleLabelsGoogleAccountLabels(TypedDict):
    name: str
    title: str
    kind: Literal["EVERYBODY", "LABEL", "STARRED", "FRIENDS", "FAMILY", "COWORKERS"]
    count: int | None
    importedAt: str | None


class ReadGoogleLabelsReadGoogleLabelsGoogleAccount(TypedDict):
    id: str
    email: str
    isConnected: bool
    labelsAt: str | None
    connectedAt: str
    labels: list[ReadGoogleLabelsReadGoogleLabelsGoogleAccountLabels]


class ReadGoogleLabelsReadGoogleLabelsErrorsParameters(TypedDict):
    name: str
    value: str


class ReadGoogleLabelsReadGoogleLabelsErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[ReadGoogleLabelsReadGoogleLabelsErrorsParameters]


class ReadGoogleLabelsReadGoogleLabels(TypedDict):
    googleAccount: ReadGoogleLabelsReadGoogleLabelsGoogleAccount | None
    errors: list[ReadGoogleLabelsReadGoogleLabelsErrors]


class ReadGoogleLabels(TypedDict):
    readGoogleLabels: ReadGoogleLabelsReadGoogleLabels | None


read_google_labels: Operation[ReadGoogleLabels] = load("google/read_google_labels")
