"""Running operations, for every transport and the pages in this process, under the same limits."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import strawberry
from graphql import ExecutionResult, OperationType

from backend.api import errors
from backend.api.answers import (
    Answer,
    Body,
    Request,
    answer_errors,
    answer_refusal,
    answer_result,
)
from backend.api.callers import Authenticator, Caller, new_request_id
from backend.api.cost import MAX_COST
from backend.api.documents import Operation, documents_of
from backend.api.errors import RequestRefused, coded, refused
from backend.api.following import follow_subscription
from backend.api.kept_documents import Keeper
from backend.api.leash import Leash
from backend.api.plans.plans import Plans
from backend.api.rate_limits import RateLimits
from backend.api.sharing import SharedStreams
from backend.api.texts import check_variables
from backend.api.watch import Watch
from backend.core.errors import Refusal
from backend.core.graphql.context import Context, Credentials
from backend.core.permissions import Actor

TIMEOUT_SECONDS = 60
REFUSED_COST = 10
"""What a refused document costs its sender: it was work to refuse it."""

QUERIES = frozenset({OperationType.QUERY})
QUERIES_AND_MUTATIONS = frozenset({OperationType.QUERY, OperationType.MUTATION})
EVERYTHING = frozenset(OperationType)


class Engine:
    """The schema, ready to answer. ``points_per_minute`` 0: callers are not rate limited.

    ``plans`` off: graphql-core answers everything (for tests and diagnosis).
    """

    def __init__(
        self,
        schema: strawberry.Schema,
        authenticator: Authenticator,
        *,
        points_per_minute: int,
        plans: bool = True,
    ) -> None:
        self.schema = schema._schema
        self.plans = Plans(self.schema, on=plans)
        self.shared = SharedStreams()
        self.watch = Watch(authenticator.refresh_actors)
        self._authenticator = authenticator
        self._documents = documents_of(self.schema)
        self._rate_limits = RateLimits(points_per_minute)
        self._running: set[asyncio.Task[ExecutionResult]] = set()

    async def identify(
        self, credentials: Credentials, *, request_id: str = "", metered: bool = True
    ) -> Caller:
        """Return who presents these credentials.

        Raises:
            RequestRefused: a token that is not valid.
        """
        request_id = request_id or new_request_id()
        try:
            actor = await self._authenticator.authenticate(credentials, request_id=request_id)
        except Refusal as refusal:
            raise RequestRefused(
                refused([refusal]), status=401, headers={"www-authenticate": "Bearer"}
            ) from None
        keeper = _keeper(actor) if metered else None
        return Caller(credentials, actor, request_id, metered, keeper)

    async def run(
        self,
        caller: Caller,
        request: Request,
        kinds: frozenset[OperationType] = QUERIES_AND_MUTATIONS,
        *,
        may_be_cut: bool = True,
    ) -> Answer:
        """Answer a query or mutation.

        ``may_be_cut``: the caller is cancelled when nobody waits for the answer any more. A request
        by HTTP is not, but when a server must stop at once; its reads need no task of their own.
        """
        extensions: Body = {}
        try:
            operation = self._admit(caller, request, kinds, extensions)
            context = Context(caller.credentials, caller.request_id, caller.actor)
            work = self.plans.run(operation, request.variables, context, caller.keeper)
            # Too long a write goes on when nobody waits for it any more; too long a read ends.
            if operation.kind is OperationType.MUTATION:
                work = _in_time(self._to_the_end(work))
            elif may_be_cut:
                work = self._to_the_end(_in_time(work))
            else:
                work = _in_time(work)
            result = await work
        except RequestRefused as refusal:
            return answer_refusal(refusal, caller.request_id)
        except TimeoutError:
            error = coded("This took too long and was given up.", errors.TIMED_OUT)
            return answer_errors([error], caller.request_id, status=503, extensions=extensions)
        return answer_result(result.data, result.errors, caller.request_id, extensions)

    async def follow(
        self,
        caller: Caller,
        request: Request,
        kinds: frozenset[OperationType] = EVERYTHING,
    ) -> AsyncGenerator[Answer, None]:
        """Answer a subscription's events, or a query or mutation once.

        Raises:
            SlowConsumer: the follower reads more slowly than events come.
        """
        try:
            operation = self._admit(caller, request, kinds, {})
            if operation.kind is not OperationType.SUBSCRIPTION:
                yield await self.run(replace(caller, metered=False), request)
                return
            events = await follow_subscription(self.plans, self.shared, caller, request, operation)
        except RequestRefused as refusal:
            yield answer_refusal(refusal, caller.request_id)
            return
        async with aclosing(events):
            async for event in events:
                yield event.answer

    async def follow_while_allowed(
        self,
        caller: Caller,
        request: Request,
        kinds: frozenset[OperationType] = EVERYTHING,
    ) -> AsyncGenerator[Answer, None]:
        """Do as :meth:`follow`, until the caller signs out, is revoked, or gets another role."""
        leash = Leash()
        stop = self.watch.add(caller.actor, leash.cut) if caller.actor else leash.ignore
        try:
            async with aclosing(self.follow(caller, request, kinds)) as answers:
                while (answer := await leash.next_of(answers)) is not None:
                    yield answer
            if leash.reason is not None:
                yield answer_errors([leash.reason], caller.request_id, status=401)
        finally:
            stop()

    def close(self) -> None:
        """Stop what runs in the background."""
        self.watch.close()
        self.shared.close()

    async def finish(self) -> None:
        """Wait for what still runs; called before the database is closed."""
        while self._running:
            await asyncio.wait(self._running)

    async def _to_the_end(self, work: Coroutine[Any, Any, ExecutionResult]) -> ExecutionResult:
        """Await work that goes on when its caller is cancelled.

        A client that goes away must not cut a write in the middle. Nor a read: graphql-core makes
        the coroutines of its resolvers first, and cancelled then leaves them never awaited.
        """
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return await asyncio.shield(task)

    def _ended(self, task: asyncio.Task[ExecutionResult]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # retrieved, if nobody else waits for it any more

    def _admit(
        self,
        caller: Caller,
        request: Request,
        kinds: frozenset[OperationType],
        extensions: Body,
    ) -> Operation:
        try:
            operation = self._documents.operation(
                request.document, request.operation_name, caller.keeper
            )
        except RequestRefused:
            if caller.metered:
                self._rate_limits.spend(caller.meter, REFUSED_COST)
            raise
        if operation.kind not in kinds:
            raise _not_this_way(operation)
        check_variables(request.variables)
        cost = operation.cost.of(request.variables)
        report: Body = {"requested": cost, "maximum": MAX_COST, "remaining": None}
        extensions["cost"] = report
        if cost > MAX_COST:
            raise RequestRefused(
                coded(
                    f"This operation may answer {cost} objects; {MAX_COST} is the most.",
                    errors.COST_LIMIT_EXCEEDED,
                    cost=report,
                )
            )
        if caller.metered:
            report["remaining"] = self._rate_limits.spend(caller.meter, cost)
        return operation


def _keeper(actor: Actor | None) -> Keeper:
    return () if actor is None else (actor.account_id, actor.user_id, actor.token_id)


def _not_this_way(operation: Operation) -> RequestRefused:
    error = coded(
        f"A {operation.kind.value} cannot be sent this way.", errors.OPERATION_NOT_ALLOWED
    )
    if operation.kind is OperationType.MUTATION:
        return RequestRefused(error, status=405, headers={"allow": "POST"})
    return RequestRefused(error)


async def _in_time(work: Coroutine[Any, Any, ExecutionResult]) -> ExecutionResult:
    async with asyncio.timeout(TIMEOUT_SECONDS):
        return await work
