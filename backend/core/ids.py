"""Global ids: opaque to clients, ``base64("Type:primary key")`` inside.

Source: Relay's Global Object Identification specification.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from binascii import b2a_base64
from collections.abc import Sequence
from typing import overload

from backend.core.errors import InvalidId

MAX_KEY = 2**63 - 1


def encode_id(type_name: str, key: int) -> str:
    """Return the global id of a row."""
    # As base64.b64encode does, in half of its time: a page of a list has hundreds of ids.
    return b2a_base64(f"{type_name}:{key}".encode(), newline=False).decode()


class GlobalId:
    """The global id of a light row, made of one of its columns: ``id = GlobalId("Label", "pk")``.

    As a property would make it, but plans can write it out where they need it: a page of a list has
    hundreds.
    """

    def __init__(self, type_name: str, column: str) -> None:
        self.type_name = type_name
        self.column = column

    @overload
    def __get__(self, row: None, owner: type) -> GlobalId: ...

    @overload
    def __get__(self, row: object, owner: type) -> str: ...

    def __get__(self, row: object | None, owner: type) -> GlobalId | str:
        """Return the id of a row."""
        return self if row is None else encode_id(self.type_name, getattr(row, self.column))

    def written(self, key: str) -> str:
        """Return the same as an expression on the variable that holds the column, with
        ``b2a_base64`` and ``encode_id`` at hand."""
        usual = f'b2a_base64(b"{self.type_name}:%d" % {key}, newline=False).decode()'
        return f'{usual} if type({key}) is int else encode_id("{self.type_name}", {key})'


def decode_any_id(value: str, path: Sequence[str] = ()) -> tuple[str, int]:
    """Return the type name and primary key of a global id.

    Raises:
        InvalidId: it is not one of ours.
    """
    try:
        type_name, _, key = b64decode(value, validate=True).decode("ascii").partition(":")
        number = int(key) if key.isascii() and key.isdigit() else -1
    except (binascii.Error, ValueError):
        raise InvalidId(path) from None
    if not type_name or not 0 < number <= MAX_KEY or encode_id(type_name, number) != value:
        raise InvalidId(path)
    return type_name, number


def decode_id(value: str, type_name: str, path: Sequence[str] = ()) -> int:
    """Return the primary key of a global id of one type.

    Raises:
        InvalidId: not ours, or of another type.
    """
    found, key = decode_any_id(value, path)
    if found != type_name:
        raise InvalidId(path)
    return key
