"""Runs one operation on the schema; the only place that calls graphql-core's execution."""

from __future__ import annotations

import inspect
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import Any

from graphql import ExecutionResult, GraphQLError, GraphQLResolveInfo, GraphQLSchema
from graphql.execution import (
    Executor,
    create_source_event_stream,
    execute_root_selection_set,
    execute_subscription_event,
)
from strawberry.execution import optimized_is_awaitable

from backend.api.documents import Operation
from backend.api.plain_rows import PlainRowsExecutor
from backend.api.plans.variables import MAX_COERCION_ERRORS, refused_variables
from backend.core.graphql.context import Context

AnswerEvent = Callable[[Any], Awaitable[ExecutionResult | None]]
"""Answers an event of a subscription, or None: graphql-core must."""


def build_executor(
    schema: GraphQLSchema,
    operation: Operation,
    variables: Mapping[str, Any],
    context: Context,
    *,
    resolved: Mapping[str, Any] | None = None,
) -> Executor[Any]:
    """Coerce the variables and return what runs the operation.

    ``resolved`` is what resolvers of root fields answered or raised already, by response name. A
    single one is not called again. Several are: which error is told of those that leave no data
    depends on which of them ends first.

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
        raise refused_variables(built)
    if resolved is not None and len(resolved) == 1:
        built.middleware_manager = _Resolved(resolved)  # type: ignore[assignment]
    return built


class _Resolved:
    """Stands for the resolvers of root fields, and lets those below them be."""

    def __init__(self, resolved: Mapping[str, Any]) -> None:
        self._resolved = resolved

    def get_field_resolver(self, resolve: Callable[..., Any]) -> Callable[..., Any]:
        """As graphql-core asks of middleware."""

        def resolve_or_take(source: Any, info: GraphQLResolveInfo[Context], **given: Any) -> Any:
            name = str(info.path.key)
            if info.path.prev is not None or name not in self._resolved:
                return resolve(source, info, **given)
            return _answer_again(self._resolved[name])

        return resolve_or_take


async def _answer_again(value: Any) -> Any:
    # Awaited, as the resolvers are: errors beside one that leaves no data are then the same.
    if isinstance(value, Exception):
        raise value
    return value


async def run_once(executor: Executor[Any]) -> ExecutionResult:
    """Run a query or mutation."""
    result = execute_root_selection_set(executor)
    return await result if inspect.isawaitable(result) else result


async def run_events(
    executor: Executor[Any], answer: AnswerEvent | None = None
) -> AsyncGenerator[tuple[Any, ExecutionResult], None]:
    """Run a subscription: each event with its result, until its source ends.

    ``answer`` is asked first, where there is one.

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
            answered = await answer(event) if answer is not None else None
            yield event, answered or await _run_event(executor, event)


async def _run_event(executor: Executor[Any], event: Any) -> ExecutionResult:
    result = execute_subscription_event(executor.build_per_event_executor(event))
    return await result if inspect.isawaitable(result) else result


def _generator(source: AsyncIterable[Any]) -> AsyncGenerator[Any, None]:
    if not isinstance(source, AsyncGenerator):
        raise TypeError("a subscription must be an async generator, so that it can be closed")
    return source
