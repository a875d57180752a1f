"""``/graphql`` over HTTP: GET for queries, POST for all, SSE for what goes on.

Source: the GraphQL over HTTP specification.
"""

from __future__ import annotations

from dataclasses import replace

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.responses import Response

from backend.api import errors
from backend.api.answers import Answer, answer_failure, answer_refusal
from backend.api.bodies import read_request
from backend.api.callers import new_request_id
from backend.api.errors import RequestRefused, coded
from backend.api.execution import QUERIES, QUERIES_AND_MUTATIONS, Engine
from backend.api.negotiation import EVENTS, GRAPHQL, JSON, choose_media_type
from backend.api.origins import Origins
from backend.api.presented import credentials_of
from backend.api.sse import EventStream
from backend.core.graphql.context import Credentials

LEGACY_OK = 400
"""Plain JSON answers a request that was refused with 200, as the specification asks of it."""


class HttpEndpoint:
    """Answers GET, POST and OPTIONS."""

    def __init__(self, engine: Engine, origins: Origins) -> None:
        self._engine = engine
        self._origins = origins

    async def serve(self, http: HttpRequest) -> Response:
        """Answer one request."""
        if http.method == "OPTIONS":
            headers = {"allow": "GET, POST", **self._origins.cors_headers(http)}
            return Response(status_code=204, headers=headers)
        request_id = new_request_id()
        try:
            response = await self._answer(http, request_id)
        except ClientDisconnect:
            return Response(status_code=400)
        except Exception as error:
            response = respond(answer_failure(error, request_id), JSON, request_id)
        response.headers.update(self._origins.cors_headers(http))
        return response

    async def _answer(self, http: HttpRequest, request_id: str) -> Response:
        media_type = choose_media_type(http.headers.get("accept"))
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
        answer = await self._engine.run(caller, request, kinds)
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


def respond(answer: Answer, media_type: str, request_id: str) -> Response:
    """Return an answer as a response."""
    kind = JSON if media_type == EVENTS else media_type
    return Response(
        answer.encoded,
        answer.status,
        {
            **answer.headers,
            "content-type": f"{kind}; charset=utf-8",
            "cache-control": "no-store",
            "vary": "accept, authorization, cookie, origin",
            "x-request-id": request_id,
        },
    )
