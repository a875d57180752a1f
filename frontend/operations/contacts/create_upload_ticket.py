"""What create_upload_ticket.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from frontend.operations import Operation, load


class CreateUploadTicketInput(TypedDict):
    purpose: Literal["CONTACT_PHOTO"]


class CreateUploadTicketVariables(TypedDict):
    input: CreateUploadTicketInput


class CreateUploadTicketCreateUploadTicketErrorsParameters(TypedDict):
    name: str
    value: str


class CreateUploadTicketCreateUploadTicketErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateUploadTicketCreateUploadTicketErrorsParameters]


class CreateUploadTicketCreateUploadTicket(TypedDict):
    url: str | None
    token: str | None
    errors: list[CreateUploadTicketCreateUploadTicketErrors]


class CreateUploadTicket(TypedDict):
    createUploadTicket: CreateUploadTicketCreateUploadTicket | None


create_upload_ticket: Operation[CreateUploadTicket] = load("contacts/create_upload_ticket")
