"""``/graphql`` over HTTP: GET for queries, POST for all, SSE for what goes on.

Source: the GraphQL over HTTP specification.
"""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from backend.api import errors
from backend.api.answers import Answer, answer_failure, answer_refusal
from backend.api.bodies import read_request
from backend.api.callers import new_request_id
from backend.api.errors import RequestRefused, coded
from backend.api.execution import QUERIES, QUERIES_AND_MUTATIONS, Engine
from backend.api.negotiation import EVENTS, GRAPHQL, JSON, choose_media_type
from backend.api.origins import Origins
from backend.api.presented import credentials_of, header_of
from backend.api.sse import EventStream
from backend.core.graphql.context import Credentials

METHODS = ("GET", "POST", "OPTIONS")
LEGACY_OK = 400
"""Plain JSON answers a request that was refused with 200, as the specification asks of it."""


class HttpEndpoint:
    """Answers GET, POST and OPTIONS; an ASGI application."""

    def __init__(self, engine: Engine, origins: Origins) -> None:
        self._engine = engine
        self._origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        response = await self._respond(HttpRequest(scope, receive))
        await response(scope, receive, send)

    async def _respond(self, http: HttpRequest) -> Response:
        allowed = self._origins.cors_headers(http)
        if http.method == "OPTIONS":
            return Response(status_code=204, headers={"allow": "GET, POST", **allowed})
        request_id = new_request_id()
        try:
            response = await self._answer(http, request_id)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:
            response = respond(answer_failure(error, request_id), JSON, request_id)
        if allowed:
            response.headers.update(allowed)
        return response

    async def _answer(self, http: HttpRequest, request_id: str) -> Response:
        media_type = choose_media_type(header_of(http, b"accept"))
        try:
            if media_type is None:
                raise RequestRefused(
                    coded(f"Accept {JSON}, {GRAPHQL} or {EVENTS}.", errors.BAD_REQUEST), status=406
                )
            caller = await self._engine.identify(self._credentials(http), request_id=request_id)
            request = await read_request(http)
        except RequestRefused as refusal:
            return respond(answer_refusal(refusal, request_id), media_type or JSON, request_id)
        kinds = QUERIES if http.method == "GET" else QUERIES_AND_MUTATIONS
        if media_type == EVENTS:
            return EventStream(self._engine, caller, request, allow_mutations=http.method == "POST")
        answer = await self._engine.run(caller, request, kinds, may_be_cut=False)
        if answer.status == LEGACY_OK and media_type == JSON:
            answer = replace(answer, status=200)
        return respond(answer, media_type, request_id)

    def _credentials(self, http: HttpRequest) -> Credentials:
        credentials = credentials_of(http)
        if credentials.cookie is not None and not self._origins.trusts(http):
            raise RequestRefused(
                coded("This page may not call with your cookie.", errors.FORBIDDEN_ORIGIN),
                status=403,
            )
        return credentials


class EndpointFirst:
    """Hands what is for one path to its endpoint, and the rest to the routes.

    Routes are tried in turn, and what they are wrapped in would be a quarter of a small request.
    """

    def __init__(self, app: ASGIApp, *, path: str, endpoint: ASGIApp) -> None:
        self._app = app
        self._path = path
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        is_ours = (
            scope["type"] == "http" and scope["path"] == self._path and scope["method"] in METHODS
        )
        await (self._endpoint if is_ours else self._app)(scope, receive, send)


class EncodedResponse(Response):
    """A response whose headers are encoded already, which is a tenth of the work of a request."""

    def __init__(self, body: bytes, status: int, headers: list[tuple[bytes, bytes]]) -> None:
        self.body = body
        self.status_code = status
        self.background = None
        self.raw_headers = headers


_FIXED = (
    (b"cache-control", b"no-store"),
    (b"vary", b"accept, authorization, cookie, origin"),
)
_CONTENT_TYPES = {
    JSON: (b"content-type", f"{JSON}; charset=utf-8".encode()),
    GRAPHQL: (b"content-type", f"{GRAPHQL}; charset=utf-8".encode()),
}


def respond(answer: Answer, media_type: str, request_id: str) -> Response:
    """Return an answer as a response; where events were to come, as JSON."""
    body = answer.encoded
    headers = [
        (b"content-length", b"%d" % len(body)),
        _CONTENT_TYPES.get(media_type, _CONTENT_TYPES[JSON]),
        *_FIXED,
        (b"x-request-id", request_id.encode()),
    ]
    headers += [(name.encode(), value.encode()) for name, value in answer.headers.items()]
    return EncodedResponse(body, answer.status, headers)
