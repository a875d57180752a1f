"""What clients send over a socket, checked before anything looks at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import orjson

from backend.api.answers import Request
from backend.api.bodies import request_of
from backend.api.errors import RequestRefused

PROTOCOL = "graphql-transport-ws"
MAX_FRAME_BYTES = 1024 * 1024
MAX_ID_LENGTH = 128


class Close(IntEnum):
    """Why a socket is closed; those above 4000 are the protocol's."""

    GOING_AWAY = 1001
    POLICY_VIOLATION = 1008
    TOO_LARGE = 1009
    FAILED = 1011
    CONNECT_AGAIN = 1012
    TOO_SLOW = 1013
    BAD_REQUEST = 4400
    UNAUTHORIZED = 4401
    FORBIDDEN = 4403
    SUBPROTOCOL = 4406
    INIT_TIMEOUT = 4408
    DUPLICATE_ID = 4409
    TOO_MANY_INITS = 4429


class Cut(Exception):
    """The socket must be closed; ``code`` and ``reason`` go into the close frame."""

    def __init__(self, code: Close, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason[:120]


@dataclass(frozen=True, slots=True)
class Message:
    """A well-formed message."""

    type: str
    id: str = ""
    payload: Mapping[str, Any] | None = None

    def request(self) -> Request:
        """Return the operation of a ``subscribe``.

        Raises:
            Cut: it is not shaped as one.
        """
        try:
            return request_of(self.payload)
        except RequestRefused as refusal:
            raise Cut(Close.BAD_REQUEST, refusal.errors[0].message) from None


def parse_message(frame: Mapping[str, Any]) -> Message:
    """Return the message of a frame as ASGI hands it over.

    Raises:
        Cut: too large, not text, not JSON, or not a message of the protocol.
    """
    text = frame.get("text")
    if not isinstance(text, str):
        raise Cut(Close.BAD_REQUEST, "Send text frames.")
    if len(text) > MAX_FRAME_BYTES:
        raise Cut(Close.TOO_LARGE, "A frame has at most 1 MB.")
    try:
        values = orjson.loads(text)
    except orjson.JSONDecodeError:
        raise Cut(Close.BAD_REQUEST, "A message is JSON.") from None
    if not isinstance(values, dict) or not isinstance(values.get("type"), str):
        raise Cut(Close.BAD_REQUEST, "A message is an object with a type.")
    key, payload = values.get("id", ""), values.get("payload")
    if not isinstance(key, str) or len(key) > MAX_ID_LENGTH:
        raise Cut(Close.BAD_REQUEST, "The id of a message is a text of at most 128 characters.")
    if values["type"] in ("subscribe", "complete") and not key:
        raise Cut(Close.BAD_REQUEST, "This message needs an id.")
    if payload is not None and not isinstance(payload, dict):
        raise Cut(Close.BAD_REQUEST, "The payload of a message is an object.")
    return Message(values["type"], key, payload)
