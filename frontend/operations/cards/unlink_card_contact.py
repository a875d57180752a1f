"""What unlink_card_contact.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class UnlinkCardContactInput(TypedDict):
    id: str
    contactId: str


class UnlinkCardContactVariables(TypedDict):
    input: UnlinkCardContactInput


class UnlinkCardContactUnlinkCardContactErrorsParameters(TypedDict):
    name: str
    value: str


class UnlinkCardContactUnlinkCardContactErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[UnlinkCardContactUnlinkCardContactErrorsParameters]


class UnlinkCardContactUnlinkCardContact(TypedDict):
    errors: list[UnlinkCardContactUnlinkCardContactErrors]


class UnlinkCardContact(TypedDict):
    unlinkCardContact: UnlinkCardContactUnlinkCardContact | None


unlink_card_contact: Operation[UnlinkCardContact] = load("cards/unlink_card_contact")
