"""A small schema that does what a real one hopefully never does, and people who use it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, cast

import strawberry

from backend.api.execution import Engine
from backend.api.schema_builder import build_schema
from backend.core.change_log import Change, decode_cursor
from backend.core.errors import InvalidId, NotFound, Refusals, Required, TooLong, Unauthenticated
from backend.core.feed import feed
from backend.core.graphql import PUBLIC, Info, Payload, mutation, query, subscription
from backend.core.graphql.context import Credentials
from backend.core.permissions import Actor, Permission, Role

SECRET = "the secret word of the database"


def argument(name: str) -> object:
    return strawberry.argument(description=f"The {name}.")


@strawberry.type
class Thing:
    """A thing."""

    name: str = strawberry.field(description="Its name.")


@strawberry.type
class Tick:
    """A change seen by whoever follows."""

    cursor: str = strawberry.field(description="Its place.")
    kind: str = strawberry.field(description="What happened.")
    user_id: int | None = strawberry.field(description="The user that the execution acts as.")
    filler: str = strawberry.field(default="", description="Bytes.")


@strawberry.input
class ThingInput:
    """What to do."""

    name: str = strawberry.field(description="A name.")


@strawberry.type
class ThingPayload(Payload):
    """What was done."""

    thing: Thing | None = strawberry.field(default=None, description="The thing.")


@strawberry.type
class Query:
    """Reads."""

    @query(PUBLIC, description="Crashes.")
    async def crash(self, info: Info) -> str | None:
        raise RuntimeError(SECRET)

    @query(PUBLIC, description="Answers with what its type cannot hold.")
    async def overflow(self, info: Info) -> int | None:
        return 2**40

    @query(PUBLIC, description="Finds nothing.")
    async def missing(self, info: Info) -> Thing | None:
        raise NotFound(("id",))

    @query(PUBLIC, description="Takes two wrong arguments.")
    async def wrong(self, info: Info) -> Thing | None:
        raise Refusals([InvalidId(("contact_id",)), TooLong(("name",), maximum=3, value="x" * 999)])

    @query(PUBLIC, description="Never ends.")
    async def slow(self, info: Info) -> str | None:
        await asyncio.sleep(60)
        return "late"

    @query(Permission.READ, description="Who asks.")
    async def me(self, info: Info) -> str:
        return info.context.actor.name


class Written:
    """What mutations have done."""

    names: ClassVar[list[str]] = []


@strawberry.type
class Mutation:
    """Writes."""

    @mutation(PUBLIC, description="Is refused.")
    async def refuse(
        self, info: Info, input: Annotated[ThingInput, argument("input")]
    ) -> ThingPayload:
        raise Refusals([Required(("given_name",)), TooLong(("emails", "0"), maximum_length=3)])

    @mutation(PUBLIC, description="Crashes for the name `crash`.")
    async def write(
        self, info: Info, input: Annotated[ThingInput, argument("input")]
    ) -> ThingPayload:
        if input.name == "crash":
            raise RuntimeError(SECRET)
        await asyncio.sleep(0.05)
        Written.names.append(input.name)
        return ThingPayload(thing=Thing(name=input.name))

    @mutation(Permission.WRITE_CONTACTS, description="Needs rights.")
    async def restricted(
        self, info: Info, input: Annotated[ThingInput, argument("input")]
    ) -> ThingPayload:
        return ThingPayload(thing=Thing(name=input.name))


class Executions:
    """How often the sources of subscriptions were started."""

    started = 0
    open = 0

    @classmethod
    async def reach(cls, count: int) -> None:
        """Wait until so many are open; five seconds at most, for a busy machine."""
        async with asyncio.timeout(5):
            while cls.open != count:
                await asyncio.sleep(0.01)


async def _ticks(info: Info, after: str | None, filler: int) -> AsyncGenerator[Tick, None]:
    actor = info.context.actor
    Executions.started += 1
    Executions.open += 1
    try:
        place = decode_cursor(after) if after is not None else None
        async with aclosing(feed().follow(actor.account_id, after=place)) as batches:
            async for batch in batches:
                for change in batch:
                    yield _tick(change, actor, filler)
    finally:
        Executions.open -= 1


def _tick(change: Change, actor: Actor, filler: int) -> Tick:
    if change.payload.get("note") == "crash":
        raise RuntimeError(SECRET)
    return Tick(cursor=change.cursor, kind=change.kind, user_id=actor.user_id, filler="x" * filler)


@strawberry.type
class Subscription:
    """Follows."""

    @subscription(Permission.READ, description="Shared by the account.")
    async def ticks(
        self,
        info: Info,
        after: Annotated[str | None, argument("place")] = None,
        filler: Annotated[int, argument("number of bytes")] = 0,
    ) -> AsyncGenerator[Tick, None]:
        async with aclosing(_ticks(info, after, filler)) as ticks:
            async for tick in ticks:
                yield tick

    @subscription(Permission.READ, description="Each user's own.", personal=True)
    async def own_ticks(
        self, info: Info, after: Annotated[str | None, argument("place")] = None
    ) -> AsyncGenerator[Tick, None]:
        async with aclosing(_ticks(info, after, 0)) as ticks:
            async for tick in ticks:
                yield tick


def actor(user_id: int = 1, account_id: int = 1, role: Role = Role.MEMBER) -> Actor:
    """An actor of the sample."""
    return Actor(
        account_id=account_id,
        user_id=user_id,
        session_id=user_id,
        role=role,
        name=f"Person {user_id}",
        locale="en",
    )


@dataclass
class Everyone:
    """Knows callers by their cookie, and forgets them on demand."""

    actors: dict[str, Actor] = field(default_factory=dict)

    async def authenticate(self, credentials: Credentials, *, request_id: str) -> Actor | None:
        """As :class:`backend.api.callers.Authenticator` says."""
        if credentials.bearer is not None and credentials.bearer not in self.actors:
            raise Unauthenticated
        return self.actors.get(credentials.bearer or credentials.cookie or "")

    async def refresh_actors(self, actors: Sequence[Actor]) -> list[Actor | None]:
        """As :class:`backend.api.callers.Authenticator` says."""
        known = {known.session_id: known for known in self.actors.values()}
        return [known.get(asked.session_id) for asked in actors]


def sample_engine(everyone: Everyone, points_per_minute: int = 0) -> Engine:
    """Return an engine on the sample schema."""
    schema = build_schema(cast(type, Query), cast(type, Mutation), cast(type, Subscription))
    return Engine(schema, everyone, points_per_minute=points_per_minute)
