"""A request, and an answer as GraphQL over HTTP carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import orjson
from graphql import GraphQLError

from backend.api.errors import RequestRefused, format_error
from backend.api.sockets.shared import SharedTail
from backend.core.light_rows import light_row

Body = dict[str, Any]


@light_row
class Request:
    """What a client asks, whatever the transport."""

    document: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    operation_name: str | None = None


@dataclass(frozen=True)
class Answer:
    """``body`` holds ``data``, ``errors`` and ``extensions``; without ``data`` nothing ran.

    Followers of the same subscription share one answer, and the bytes it is encoded to.
    """

    body: Body
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def tail(self) -> SharedTail:
        """What a socket's message ends with that carries this answer."""
        return SharedTail(self.encoded + b"}")

    @property
    def is_refusal(self) -> bool:
        """Whether the request was refused as a whole."""
        return "data" not in self.body

    @cached_property
    def encoded(self) -> bytes:
        """The body as JSON."""
        return orjson.dumps(self.body)

    @cached_property
    def text(self) -> str:
        """The body as JSON text, for sockets: bytes would make binary frames."""
        return self.encoded.decode()


def encode(message: Mapping[str, Any]) -> str:
    """Return JSON as text: sockets send bytes as binary frames, which clients refuse."""
    return orjson.dumps(message).decode()


def answer_errors(
    errors: Sequence[GraphQLError],
    request_id: str,
    *,
    status: int = 400,
    headers: Mapping[str, str] | None = None,
    extensions: Body | None = None,
) -> Answer:
    """Answer that nothing ran, and why."""
    return Answer(
        {
            "errors": [format_error(error, request_id) for error in errors],
            "extensions": {"requestId": request_id, **(extensions or {})},
        },
        status,
        headers or {},
    )


def answer_refusal(refusal: RequestRefused, request_id: str) -> Answer:
    """Answer that the whole request was refused."""
    return answer_errors(refusal.errors, request_id, status=refusal.status, headers=refusal.headers)


def answer_failure(error: Exception, request_id: str) -> Answer:
    """Answer that something went wrong before anything ran; what, only the log is told."""
    return answer_errors([GraphQLError("", original_error=error)], request_id, status=500)


def answer_result(
    data: Any,
    errors: Sequence[GraphQLError] | None,
    request_id: str,
    extensions: Body | None = None,
) -> Answer:
    """Answer what an operation produced."""
    body: Body = {"data": data}
    if errors:
        body["errors"] = [format_error(error, request_id) for error in errors]
    body["extensions"] = {"requestId": request_id, **(extensions or {})}
    return Answer(body)
