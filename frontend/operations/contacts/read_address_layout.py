"""What read_address_layout.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadAddressLayoutVariables(TypedDict):
    countryCode: str


class ReadAddressLayoutAddressLayoutFields(TypedDict):
    name: str
    required: bool
    label: str


class ReadAddressLayoutAddressLayout(TypedDict):
    fields: list[ReadAddressLayoutAddressLayoutFields]


class ReadAddressLayout(TypedDict):
    addressLayout: ReadAddressLayoutAddressLayout


read_address_layout: Operation[ReadAddressLayout] = load("contacts/read_address_layout")
