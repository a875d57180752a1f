"""What start_erasure.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class StartErasureInput(TypedDict):
    id: str
    typed: str
    delayHours: int


class StartErasureVariables(TypedDict):
    input: StartErasureInput


class StartErasureStartErasureRequest(TypedDict):
    id: str
    state: Literal["NEW", "MATCHED", "WAITING", "RUNNING", "READY", "DONE", "CANCELLED", "FAILED"]
    eraseAfter: str | None


class StartErasureStartErasureErrorsParameters(TypedDict):
    name: str
    value: str


class StartErasureStartErasureErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[StartErasureStartErasureErrorsParameters]


class StartErasureStartErasure(TypedDict):
    request: StartErasureStartErasureRequest | None
    cursor: str | None
    errors: list[StartErasureStartErasureErrors]


class StartErasure(TypedDict):
    startErasure: StartErasureStartErasure | None


start_erasure: Operation[StartErasure] = load("privacy/start_erasure")
