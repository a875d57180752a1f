"""How a subscription is followed: what it shares with others, and where it resumes."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Hashable, Mapping
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import Any

import orjson
from graphql import FieldNode, GraphQLError, GraphQLSchema, StringValueNode, VariableNode
from graphql.execution import Executor
from graphql.execution.values import get_argument_values

from backend.api.answers import Request, answer_errors, answer_refusal, answer_result
from backend.api.callers import Caller, new_request_id
from backend.api.documents import Operation
from backend.api.errors import RequestRefused, refused
from backend.api.executor import build_executor, run_events
from backend.api.plans.plans import Plans
from backend.api.plans.selected import fragments_of
from backend.api.plans.variables import uses_of
from backend.api.sharing import Event, SharedStreams
from backend.core.change_log import current_sequence, decode_cursor, encode_cursor
from backend.core.errors import Refusal
from backend.core.graphql.context import Context, Credentials
from backend.core.permissions import Actor

_ANY_TOKEN = 0
"""Stands for the tokens that share an execution, so that it may do no more than they."""


async def follow_subscription(
    plans: Plans,
    streams: SharedStreams,
    caller: Caller,
    request: Request,
    operation: Operation,
) -> AsyncGenerator[Event, None]:
    """Return the events of a subscription, executed once for all who follow the same.

    Raises:
        RequestRefused: this caller may not follow it, or not with these variables.
    """
    schema, field = plans.schema, operation.root_field
    rules = _rules(schema, field)
    actor = caller.actor
    if actor is None or rules["personal"] is True or rules["permission"] is None:
        return run_subscription(plans, caller, request, operation, 0)
    # What is wrong with this follower's rights or variables is said to this follower only.
    executor = build_executor(schema, operation, request.variables, Context(Credentials(), ""))
    if rules["personal"] and rules["personal"](_arguments(schema, field, executor)):
        return run_subscription(plans, caller, request, operation, 0)
    resume = _resume(operation, executor.variable_values.coerced)
    try:
        actor.require(rules["permission"])
        place = (
            await current_sequence(actor.account_id)
            if resume.cursor is None
            else decode_cursor(resume.cursor)
        )
    except Refusal as refusal:
        raise RequestRefused(_at_field(refused([refusal]), field)) from None
    rest = {name: value for name, value in request.variables.items() if name != resume.variable}
    anyone = Actor(
        account_id=actor.account_id,
        role=actor.role,
        scopes=actor.scopes,
        token_id=None if actor.token_id is None else _ANY_TOKEN,
        locale=actor.locale,
        request_id=new_request_id(),
    )

    async def start(after: int) -> AsyncGenerator[Event, None]:
        variables = {**rest, resume.variable: encode_cursor(after)} if resume.variable else rest
        everyone = Caller(Credentials(), anyone, anyone.request_id, False, caller.keeper)
        asked = replace(request, variables=variables)
        async with aclosing(run_subscription(plans, everyone, asked, operation, after)) as events:
            async for event in events:
                # Without a variable of its own it begins where the document says, however late.
                if resume.variable or after == place or event.sequence > after or event.is_last:
                    yield event

    return streams.follow(_key(request, rest, anyone), place, start)


async def run_subscription(
    plans: Plans, caller: Caller, request: Request, operation: Operation, place: int
) -> AsyncGenerator[Event, None]:
    """Execute a subscription for one caller; a failure is its last event."""
    context = Context(caller.credentials, caller.request_id, caller.actor)
    try:
        executor = build_executor(plans.schema, operation, request.variables, context)
        answer = plans.answer_events(operation, context, executor.variable_values, caller.keeper)
        async with aclosing(run_events(executor, answer)) as events:
            async for event, result in events:
                cursor = getattr(event, "cursor", None)
                place = decode_cursor(cursor) if cursor else place
                yield Event(place, answer_result(result.data, result.errors, caller.request_id))
    except RequestRefused as refusal:
        yield Event(place, answer_refusal(refusal, caller.request_id), is_last=True)
    except GraphQLError as error:
        yield Event(place, answer_errors([error], caller.request_id), is_last=True)


@dataclass(frozen=True, slots=True)
class _Resume:
    """Where a subscription resumes. ``variable`` says that and nothing else, or is empty: followers
    whose documents differ in nothing else share an execution, wherever they resume."""

    variable: str = ""
    cursor: str | None = None


def _resume(operation: Operation, variables: Mapping[str, Any]) -> _Resume:
    """Return the place; variables are coerced, as their defaults count too."""
    for argument in operation.root_field.arguments or ():
        if argument.name.value != "after":
            continue
        if isinstance(argument.value, VariableNode):
            name = argument.value.name.value
            own = name if _only_resumes(name, operation) else ""
            return _Resume(own, variables.get(name))
        if isinstance(argument.value, StringValueNode):
            return _Resume(cursor=argument.value.value)
    return _Resume()


def _only_resumes(name: str, operation: Operation) -> bool:
    """Whether a variable stands nowhere but in the place of the cursor."""
    [root] = operation.shape.values()
    resuming = [
        argument
        for node, _ in root.occurrences
        for argument in node.arguments or ()
        if argument.name.value == "after"
    ]
    fragments = fragments_of(operation.document)
    uses = uses_of(name, operation.node.selection_set, fragments)
    return all(any(use is each for each in resuming) for use in uses)


def _rules(schema: GraphQLSchema, field: FieldNode) -> Mapping[str, Any]:
    root = schema.subscription_type
    if root is None:
        raise TypeError("the schema has no subscriptions")
    definition = root.fields[field.name.value].extensions["strawberry-definition"]
    rules: Mapping[str, Any] = definition.metadata
    return rules


def _arguments(schema: GraphQLSchema, field: FieldNode, executor: Executor[Any]) -> dict[str, Any]:
    assert schema.subscription_type is not None  # noqa: S101 - asked before
    definition = schema.subscription_type.fields[field.name.value]
    return get_argument_values(definition, field, executor.variable_values)


def _key(request: Request, variables: Mapping[str, Any], anyone: Actor) -> Hashable:
    return (
        request.document,
        request.operation_name,
        orjson.dumps(variables, option=orjson.OPT_SORT_KEYS, default=str),
        anyone.account_id,
        anyone.role,
        anyone.scopes,
        anyone.token_id,
        anyone.locale,
    )


def _at_field(error: GraphQLError, field: FieldNode) -> GraphQLError:
    name = field.alias.value if field.alias else field.name.value
    return GraphQLError(error.message, field, path=[name], extensions=error.extensions)
