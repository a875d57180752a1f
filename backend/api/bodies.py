"""Reading a request from HTTP: capped, decoded strictly, each mistake with its own words."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest

from backend.api import errors
from backend.api.answers import Request
from backend.api.errors import RequestRefused, coded
from backend.api.negotiation import JSON
from backend.api.presented import header_of

MAX_BODY_BYTES = 1024 * 1024
MAX_DISCARDED_BYTES = 16 * 1024 * 1024
"""Read to the end and thrown away, so that the client hears why; beyond it is hung up on."""


async def read_request(http: HttpRequest) -> Request:
    """Return what a GET's or POST's client asks.

    Raises:
        RequestRefused: it is too large, not JSON in UTF-8, a batch, or not shaped as a request.
        ClientDisconnect: the client went away while it sent.
    """
    if http.method == "GET":
        return request_of(_query_parameters(http))
    _check_content_type(header_of(http, b"content-type"))
    body = await _read_body(http)
    try:
        values = orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise _malformed(f"The body is not JSON in UTF-8: {error}.") from None
    if isinstance(values, list):
        raise _malformed("Batches are not supported: send one operation per request.")
    return request_of(values)


def request_of(values: object) -> Request:
    """Return a decoded request.

    Raises:
        RequestRefused: a part is missing or of the wrong type.
    """
    if not isinstance(values, dict):
        raise _malformed("A request is an object with a query.")
    document = values.get("query")
    if not isinstance(document, str) or not document.strip():
        raise _malformed("Send the document as the text query.")
    name = values.get("operationName")
    if name is not None and not isinstance(name, str):
        raise _malformed("operationName is a text.")
    for key in ("variables", "extensions"):
        if values.get(key) is not None and not isinstance(values[key], dict):
            raise _malformed(f"{key} is an object.")
    return Request(document, values.get("variables") or {}, name or None)


def _check_content_type(value: str | None) -> None:
    if value == JSON:
        return
    name, *parameters = (part.strip().lower() for part in (value or "").split(";"))
    charsets = [
        part.partition("=")[2].strip('"') for part in parameters if part.startswith("charset=")
    ]
    if name != JSON or any(charset not in ("utf-8", "utf8") for charset in charsets):
        raise RequestRefused(
            coded("Send application/json in UTF-8.", errors.BAD_REQUEST), status=415
        )


async def _read_body(http: HttpRequest) -> bytes:
    chunks: list[bytes] = []
    size = 0
    more = True
    while more:
        message = await http.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunk, more = message.get("body", b""), message.get("more_body", False)
        size += len(chunk)
        if size <= MAX_BODY_BYTES:
            chunks.append(chunk)
        elif size > MAX_DISCARDED_BYTES:
            raise _too_large()
    if size > MAX_BODY_BYTES:
        raise _too_large()
    return chunks[0] if len(chunks) == 1 else b"".join(chunks)


def _query_parameters(http: HttpRequest) -> dict[str, Any]:
    values: dict[str, Any] = dict(http.query_params)
    for key in ("variables", "extensions"):
        if values.get(key):
            try:
                values[key] = orjson.loads(values[key])
            except (orjson.JSONDecodeError, UnicodeEncodeError):
                raise _malformed(f"{key} is not JSON.") from None
    return values


def _malformed(message: str) -> RequestRefused:
    return RequestRefused(coded(message, errors.BAD_REQUEST), status=400)


def _too_large() -> RequestRefused:
    return RequestRefused(
        coded(
            f"A request has at most {MAX_BODY_BYTES} bytes.",
            errors.LIMIT_EXCEEDED,
            limit="bytes",
            maximum=MAX_BODY_BYTES,
        ),
        status=413,
        headers={"connection": "close"},
    )
