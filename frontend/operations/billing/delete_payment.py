"""What delete_payment.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class DeletePaymentInput(TypedDict):
    id: str


class DeletePaymentVariables(TypedDict):
    input: DeletePaymentInput


class DeletePaymentDeletePaymentDocument(TypedDict):
    id: str
    kind: Literal["QUOTE", "INVOICE", "CREDIT_NOTE"]
    version: int


class DeletePaymentDeletePaymentErrorsParameters(TypedDict):
    name: str
    value: str


class DeletePaymentDeletePaymentErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[DeletePaymentDeletePaymentErrorsParameters]


class DeletePaymentDeletePayment(TypedDict):
    document: DeletePaymentDeletePaymentDocument | None
    errors: list[DeletePaymentDeletePaymentErrors]


class DeletePayment(TypedDict):
    deletePayment: DeletePaymentDeletePayment | None


delete_payment: Operation[DeletePayment] = load("billing/delete_payment")
