"""What stop_document_sending.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class StopDocumentSendingInput(TypedDict):
    id: str


class StopDocumentSendingVariables(TypedDict):
    input: StopDocumentSendingInput


class StopDocumentSendingStopDocumentSendingSending(TypedDict):
    id: str


class StopDocumentSendingStopDocumentSendingErrorsParameters(TypedDict):
    name: str
    value: str


class StopDocumentSendingStopDocumentSendingErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[StopDocumentSendingStopDocumentSendingErrorsParameters]


class StopDocumentSendingStopDocumentSending(TypedDict):
    sending: StopDocumentSendingStopDocumentSendingSending | None
    errors: list[StopDocumentSendingStopDocumentSendingErrors]


class StopDocumentSending(TypedDict):
    stopDocumentSending: StopDocumentSendingStopDocumentSending | None


stop_document_sending: Operation[StopDocumentSending] = load("billing/stop_document_sending")
