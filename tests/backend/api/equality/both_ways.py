"""Runs an operation with plans and by Strawberry alone, and says how the answers differ."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import aclosing, contextmanager
from dataclasses import dataclass
from typing import Any

import orjson
import pytest
from graphql import ExecutionResult, GraphQLError
from graphql.execution import Executor
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from backend.api import answers, executor
from backend.api.answers import Request
from backend.api.app import Api
from backend.api.callers import Caller
from backend.api.errors import RequestRefused
from backend.api.executor import _run_event, build_executor, run_once
from backend.api.following import run_subscription
from backend.api.schema import carnet_schema
from backend.core.graphql.context import Context, Credentials
from backend.core.permissions import Actor
from tests.backend.api.equality.operations import Asked
from tests.factories.accounts import Person
from tests.factories.api import credentials

Body = dict[str, Any]
Place = tuple[str | int, ...]
SECONDS = 60
"""In which an event is told, where all that it is about has happened already."""


def told(error: GraphQLError, _: str) -> Body:
    """Tell all of an error, what is masked otherwise too, but for the id of the request."""
    cause: BaseException = error
    while isinstance(cause, GraphQLError) and cause.original_error is not None:
        cause = cause.original_error
    return {
        "message": error.message,
        "path": error.path,
        "locations": [each.formatted for each in error.locations or ()],
        "extensions": error.extensions,
        "cause": repr(cause),
    }


@dataclass(frozen=True, slots=True)
class Written:
    """A mutation that was run: what its resolver returned or raised, and the answer."""

    asked: Asked
    payload: Body
    answer: Body


class _Catching:
    """Keeps what the resolver of a root field returns or raises, by the field's name."""

    def __init__(self, caught: Body) -> None:
        self._caught = caught

    def get_field_resolver(self, resolve: Callable[..., Any]) -> Callable[..., Any]:
        """As graphql-core asks of middleware."""

        def resolve_and_keep(source: Any, info: Any, **given: Any) -> Any:
            found = resolve(source, info, **given)
            return found if info.path.prev is not None else self._kept(str(info.path.key), found)

        return resolve_and_keep

    async def _kept(self, name: str, found: Any) -> Any:
        try:
            self._caught[name] = await found
        except Exception as error:
            self._caught[name] = error
            raise
        return self._caught[name]


class BothWays:
    """Asks as one person."""

    def __init__(self, api: Api, person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
        self._api = api
        self._person = person
        self._monkeypatch = monkeypatch
        monkeypatch.setattr(answers, "format_error", told)

    async def ask(self, asked: Asked) -> tuple[Body, Body]:
        """Return what plans answer, and what graphql-core does."""
        found = await self._answer(asked)
        with self._without_plans():
            return found, await self._answer(asked)

    async def first_told(self, document: str) -> tuple[Any, Any]:
        """Return what a follower is told first of a subscription, and what all who share it are."""
        person = self._person.actor
        anyone = Actor(person.account_id, person.role, locale=person.locale)
        engine, found = self._api._engine, []
        operation = engine._documents.operation(document, None)
        for actor in (person, anyone):
            caller = Caller(Credentials(), actor, "a request", metered=False)
            events = run_subscription(engine.plans, caller, Request(document, {}), operation, 0)
            async with aclosing(events), asyncio.timeout(SECONDS):
                found.append((await anext(events)).answer.body["data"])
        return found[0], found[1]

    async def complete(self, asked: Asked, event: Any) -> tuple[Body, Body] | None:
        """Return what a plan makes of an event, and what graphql-core does; None when refused."""
        engine = self._api._engine
        context = Context(credentials(self._person), "a request", self._person.actor)

        def executor() -> Executor[Any]:
            context.memo.clear()
            return build_executor(engine.schema, operation, asked.variables, context)

        try:
            operation = engine._documents.operation(asked.document, None)
            variables = executor().variable_values
        except RequestRefused:
            return None
        answer = engine.plans.answer_events(operation, context, variables)
        assert answer is not None, asked.document
        found = await answer(event) or await _run_event(executor(), event)
        with self._without_plans():
            expected = await _run_event(executor(), event)
        return _body(found), _body(expected)

    async def write(self, asked: Asked) -> Written | None:
        """Run a mutation of one field, and return what it answered; None when refused."""
        caught: dict[str, Any] = {}
        try:
            executor = self._executor(asked)
        except RequestRefused:
            return None
        executor.middleware_manager = _Catching(caught)  # type: ignore[assignment]
        answer = await run_once(executor)
        return Written(asked, caught, _body(answer)) if caught else None

    async def answer_again(self, written: Written) -> tuple[Body, Body]:
        """Return what our executor makes of a payload, and what graphql-core does."""
        found = await run_once(self._executor(written.asked, written.payload))
        with self._without_plans():
            expected = await run_once(self._executor(written.asked, written.payload))
        return _body(found), _body(expected)

    def _executor(self, asked: Asked, payload: Body | None = None) -> Executor[Any]:
        engine = self._api._engine
        operation = engine._documents.operation(asked.document, None)
        context = Context(credentials(self._person), "a request", self._person.actor)
        return build_executor(engine.schema, operation, asked.variables, context, resolved=payload)

    @contextmanager
    def _without_plans(self) -> Iterator[None]:
        with self._monkeypatch.context() as patch:
            patch.setattr(executor, "PlainRowsExecutor", StrawberryGraphQLCoreExecutionContext)
            plans = getattr(self._api, "plans", None)
            if plans is not None:
                patch.setattr(plans, "on", False)
            yield

    async def _answer(self, asked: Asked) -> Body:
        body = await self._api.pages.execute(
            credentials(self._person), asked.document, asked.variables
        )
        return _without_request_id(body)


def _body(result: ExecutionResult) -> Body:
    return _without_request_id(answers.answer_result(result.data, result.errors, "").body)


def _without_request_id(body: Body) -> Body:
    extensions = {key: each for key, each in body["extensions"].items() if key != "requestId"}
    return {**body, "extensions": extensions}


def exact(body: Any) -> str:
    """Return a body as text that shows the order of keys and of errors, and the types of values."""
    return orjson.dumps(body, default=repr, option=orjson.OPT_PASSTHROUGH_DATETIME).decode()


def alike(found: Body, expected: Body, asked: Asked) -> bool:
    """Whether answers differ at most in what is a matter of time with graphql-core too.

    What is awaited runs side by side. Where a value is null because something below it failed, the
    first failure is told, and others that happened meanwhile; and errors of different values are
    told in the order in which they happened. Data is the same, and so is what is told of one path;
    below a root field where nothing is awaited, so is the order.
    """
    if exact({**found, "errors": None}) != exact({**expected, "errors": None}):
        return False
    if expected.get("data") and not _awaits(asked) and _by_root(found) != _by_root(expected):
        return False
    (own, taken), (own_expected, taken_expected) = _told(found), _told(expected)
    return (
        own == own_expected
        and taken.keys() == taken_expected.keys()
        and all(
            errors == taken_expected[place].get(path, errors)
            for place, paths in taken.items()
            for path, errors in paths.items()
        )
    )


def _awaits(asked: Asked) -> bool:
    """Whether any field below the roots has a resolver that is awaited."""
    types = carnet_schema()._schema.type_map
    roots = ("Query", "Mutation", "Subscription")
    fields = [
        types[named].fields[name].extensions.get("strawberry-definition")  # type: ignore[attr-defined]
        for named, name in asked.fields
        if named not in roots
    ]
    return any(each is not None and each.is_async for each in fields)


def _by_root(body: Body) -> dict[str | int, list[str]]:
    found: dict[str | int, list[str]] = {}
    for error in body.get("errors", ()):
        found.setdefault(error["path"][0] if error["path"] else "", []).append(exact(error))
    return found


Errors = dict[Place, list[str]]


def _told(body: Body) -> tuple[Errors, dict[Place, Errors]]:
    """Return the errors of values that are null themselves, by path, and of those that a null above
    them has taken away, by where that is and by path."""
    own: Errors = {}
    taken: dict[Place, Errors] = {}
    for error in body.get("errors", ()):
        path = tuple(error["path"] or ())
        place = _null_on(path, body.get("data"))
        errors = own if place == path else taken.setdefault(place, {})
        errors.setdefault(path, []).append(exact(error))
    return own, taken


def _null_on(path: Place, data: Any) -> Place:
    """Return how far a path leads into data until there is null."""
    for number, key in enumerate(path):
        if data is None:
            return path[:number]
        data = data[key]
    return path
