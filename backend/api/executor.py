"""Runs one operation on the schema; the only place that calls graphql-core's execution."""

from __future__ import annotations

import inspect
from collections.abc import AsyncGenerator, AsyncIterable, Mapping
from contextlib import aclosing
from typing import Any

from graphql import ExecutionResult, GraphQLError, GraphQLSchema
from graphql.execution import (
    Executor,
    create_source_event_stream,
    execute_root_selection_set,
    execute_subscription_event,
)
from strawberry.execution import optimized_is_awaitable

from backend.api.documents import Operation
from backend.api.errors import BAD_USER_INPUT, RequestRefused
from backend.api.plain_rows import PlainRowsExecutor
from backend.core.graphql.context import Context

MAX_COERCION_ERRORS = 10


def build_executor(
    schema: GraphQLSchema, operation: Operation, variables: Mapping[str, Any], context: Context
) -> Executor[Any]:
    """Coerce the variables and return what runs the operation.

    Raises:
        RequestRefused: a variable is missing or not of its type.
    """
    node = operation.node
    built = PlainRowsExecutor.build(
        schema,
        operation.document,
        context_value=context,
        raw_variable_values=dict(variables),
        operation_name=node.name.value if node.name else None,
        max_coercion_errors=MAX_COERCION_ERRORS,
        is_awaitable=optimized_is_awaitable,  # type: ignore[arg-type]
        operation_extensions=None,
    )
    if isinstance(built, list):
        raise RequestRefused(
            *(
                GraphQLError(error.message, error.nodes, extensions={"code": BAD_USER_INPUT})
                for error in built
            )
        )
    return built


async def run_once(executor: Executor[Any]) -> ExecutionResult:
    """Run a query or mutation."""
    result = execute_root_selection_set(executor)
    return await result if inspect.isawaitable(result) else result


async def run_events(
    executor: Executor[Any],
) -> AsyncGenerator[tuple[Any, ExecutionResult], None]:
    """Run a subscription: each event with its result, until its source ends.

    Raises:
        GraphQLError: the source could not be started, or failed; the cause is in it.
    """
    source: Any = create_source_event_stream(executor)
    if inspect.isawaitable(source):
        source = await source
    if isinstance(source, ExecutionResult):
        raise (source.errors or [GraphQLError("no source")])[0]
    async with aclosing(_generator(source)) as events:
        while True:
            try:
                event = await anext(events)
            except StopAsyncIteration:
                return
            except Exception as error:
                raise GraphQLError(str(error), original_error=error) from error
            executor.context_value.memo.clear()
            result = execute_subscription_event(executor.build_per_event_executor(event))
            yield event, await result if inspect.isawaitable(result) else result


def _generator(source: AsyncIterable[Any]) -> AsyncGenerator[Any, None]:
    if not isinstance(source, AsyncGenerator):
        raise TypeError("a subscription must be an async generator, so that it can be closed")
    return source
