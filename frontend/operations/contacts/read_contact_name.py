"""What read_contact_name.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadContactNameVariables(TypedDict):
    id: str


class ReadContactNameContact(TypedDict):
    id: str
    displayName: str


class ReadContactName(TypedDict):
    contact: ReadContactNameContact | None


read_contact_name: Operation[ReadContactName] = load("contacts/read_contact_name")
