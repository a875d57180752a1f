"""The two callables that the pages of this process are handed: the same schema and limits."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any, Protocol

from backend.api.answers import Answer, Body, Request, answer_errors, answer_refusal
from backend.api.callers import new_request_id
from backend.api.errors import SLOW_CONSUMER, RequestRefused, coded
from backend.api.execution import Engine
from backend.api.sharing import SlowConsumer
from backend.core.graphql.context import Credentials


class Presented(Protocol):
    """What a page knows of its browser."""

    @property
    def cookie(self) -> str | None:
        """The session's cookie."""
        ...

    @property
    def ip(self) -> str:
        """The browser's address."""
        ...

    @property
    def user_agent(self) -> str:
        """The browser's name."""
        ...


class InProcess:
    """Answers with plain Python values, instants as RFC 3339 texts. What subscriptions yield is
    shared with other followers: read it, never change it. Not rate limited: a page asks once per
    act of a person, and its socket is limited itself."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def execute(
        self,
        credentials: Presented,
        document: str,
        variables: Mapping[str, Any] | None = None,
        *,
        operation_name: str | None = None,
    ) -> Body:
        """Answer a query or mutation."""
        request_id = new_request_id()
        try:
            caller = await self._engine.identify(
                _credentials(credentials), request_id=request_id, metered=False
            )
        except RequestRefused as refusal:
            return answer_refusal(refusal, request_id).body
        request = Request(document, variables or {}, operation_name)
        return (await self._engine.run(caller, request)).body

    async def subscribe(
        self,
        credentials: Presented,
        document: str,
        variables: Mapping[str, Any] | None = None,
        *,
        operation_name: str | None = None,
    ) -> AsyncGenerator[Body, None]:
        """Yield a subscription's answers; close the iterator to end it.

        The last answer has ``errors`` and no ``data`` when it was refused or cut off:
        UNAUTHENTICATED, ACTOR_CHANGED, or SLOW_CONSUMER, after which it may resume.
        """
        request_id = new_request_id()
        try:
            caller = await self._engine.identify(
                _credentials(credentials), request_id=request_id, metered=False
            )
        except RequestRefused as refusal:
            yield answer_refusal(refusal, request_id).body
            return
        request = Request(document, variables or {}, operation_name)
        try:
            async with aclosing(self._engine.follow_while_allowed(caller, request)) as answers:
                async for answer in answers:
                    yield answer.body
        except SlowConsumer:
            yield _too_slow(request_id).body


def _too_slow(request_id: str) -> Answer:
    error = coded("Events came faster than they were read.", SLOW_CONSUMER)
    return answer_errors([error], request_id, status=503)


def _credentials(presented: Presented) -> Credentials:
    return Credentials(
        cookie=presented.cookie,
        bearer=getattr(presented, "bearer", None),
        ip=presented.ip,
        user_agent=presented.user_agent,
        locale=getattr(presented, "locale", "en"),
    )
