"""GraphQL over server-sent events, one operation per connection.

Source: the graphql-sse protocol, distinct connections mode.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import structlog
from graphql import OperationType
from starlette.responses import StreamingResponse

from backend.api.answers import Answer, Request, answer_errors
from backend.api.callers import Caller
from backend.api.errors import SLOW_CONSUMER, coded
from backend.api.execution import EVERYTHING, Engine
from backend.api.negotiation import EVENTS
from backend.api.sharing import SlowConsumer

log = structlog.get_logger(__name__)
KEEP_ALIVE_SECONDS = 12.0
COMPLETE = b"event: complete\ndata: \n\n"
KEEP_ALIVE = b":\n\n"


class EventStream(StreamingResponse):
    """The answers of one operation as events; comments in between keep proxies from hanging up."""

    def __init__(
        self, engine: Engine, caller: Caller, request: Request, *, allow_mutations: bool
    ) -> None:
        kinds = EVERYTHING if allow_mutations else EVERYTHING - {OperationType.MUTATION}
        super().__init__(
            _stream(engine, caller, request, kinds),
            headers={
                "content-type": f"{EVENTS}; charset=utf-8",
                "cache-control": "no-store",
                "x-accel-buffering": "no",
                "x-request-id": caller.request_id,
            },
        )


async def _stream(
    engine: Engine, caller: Caller, request: Request, kinds: frozenset[OperationType]
) -> AsyncGenerator[bytes, None]:
    answers = engine.follow_while_allowed(caller, request, kinds)
    yield KEEP_ALIVE
    async with aclosing(answers):
        following: asyncio.Future[Answer] | None = None
        try:
            while True:
                following = following or asyncio.ensure_future(anext(answers))
                done, _ = await asyncio.wait({following}, timeout=KEEP_ALIVE_SECONDS)
                if not done:
                    yield KEEP_ALIVE
                    continue
                answer, following = following.result(), None
                yield _event(answer)
        except StopAsyncIteration:
            yield COMPLETE
        except SlowConsumer:
            # Without ``complete``: the client connects again and resumes from its cursor.
            error = coded("Events came faster than they were read.", SLOW_CONSUMER)
            yield _event(answer_errors([error], caller.request_id))
        finally:
            if following is not None and not following.done():
                following.cancel()
                await asyncio.wait({following})


def _event(answer: Answer) -> bytes:
    return b"event: next\ndata: " + answer.encoded + b"\n\n"
