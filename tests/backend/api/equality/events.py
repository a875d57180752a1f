"""What subscriptions tell: an event of each, to be completed again and again."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLField, GraphQLSchema, is_required_argument

from backend.api.app import Api
from backend.api.executor import build_executor, run_events
from backend.core.change_log import encode_cursor
from backend.core.graphql.context import Context
from tests.backend.api.equality.values import Known, thing_of
from tests.factories.accounts import Person
from tests.factories.api import credentials

SECONDS = 120
"""All together take one or two where nothing else runs."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event, as the resolver of a subscription yielded it, and what it was asked with."""

    arguments: str
    event: Any
    is_shared: bool
    """Whether others who follow it are told the very same."""


async def events_of(
    api: Api, person: Person, schema: GraphQLSchema, known: Known
) -> Mapping[str, Told]:
    """Follow everything from the beginning of the account on, until each has told something."""
    assert schema.subscription_type is not None
    fields = schema.subscription_type.fields
    async with asyncio.timeout(SECONDS):
        found = await asyncio.gather(
            *(_first(api, person, name, field, known) for name, field in fields.items())
        )
    return dict(zip(fields, found, strict=True))


async def _first(api: Api, person: Person, name: str, field: GraphQLField, known: Known) -> Told:
    given = {
        key: known.ids[_about(name, key)][0]
        for key, each in field.args.items()
        if is_required_argument(each)
    }
    if "after" in field.args:
        given["after"] = encode_cursor(0)
    arguments = ", ".join(f'{key}: "{value}"' for key, value in given.items())
    arguments = f"({arguments})" if arguments else ""
    engine = api._engine
    operation = engine._documents.operation(
        f"subscription {{ {name}{arguments} {{ __typename }} }}", None
    )
    context = Context(credentials(person), "a request", person.actor)
    executor = build_executor(engine.schema, operation, {}, context)
    async with aclosing(run_events(executor)) as events:
        async for event, result in events:
            assert not result.errors
            return Told(arguments, event, _is_shared(engine.schema, name, given))
    raise AssertionError(f"{name} told nothing")


def _is_shared(schema: GraphQLSchema, name: str, given: Mapping[str, Any]) -> bool:
    assert schema.subscription_type is not None
    rules = schema.subscription_type.fields[name].extensions["strawberry-definition"].metadata
    personal = rules["personal"]
    return not (personal(given) if callable(personal) else personal)


def _about(field: str, argument: str) -> str:
    """Guess whose ids a subscription takes: ``id`` is of what its name begins with."""
    if argument != "id":
        return thing_of(argument, field)
    thing = field.removesuffix("Changed").removesuffix("Progress")
    return {"import": "ContactImport"}.get(thing, thing[:1].upper() + thing[1:])
