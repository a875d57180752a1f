"""Root fields: each says at its entry who may use it, and how it refuses."""

from __future__ import annotations

import functools
import inspect
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from typing import Any, Final

import strawberry

from backend.core.errors import Refusal, Refusals, Unauthenticated
from backend.core.graphql.context import Info
from backend.core.graphql.errors import Payload, user_errors
from backend.core.permissions import Permission
from backend.core.unit_of_work import written_cursor

PUBLIC: Final = None
"""For the few fields that the signed out may use: signing in, and being asked who one is."""

Resolver = Callable[..., Awaitable[Any]]
IsPersonal = Callable[[Mapping[str, Any]], bool]
"""Says it of the arguments of a subscription, in the schema's names."""

Subscriber = Callable[..., AsyncGenerator[Any, None]]


def query(permission: Permission | None, *, description: str) -> Callable[[Resolver], Any]:
    """Make a query field. A refusal inside becomes a coded GraphQL error."""

    def declare(function: Resolver) -> Any:
        @functools.wraps(function)
        async def resolve(self: Any, info: Info, **arguments: Any) -> Any:
            _enter(info, permission)
            return await function(self, info, **arguments)

        resolve.__signature__ = without_null_defaults(inspect.signature(function))  # type: ignore[attr-defined]
        return _field(resolve, permission, description)

    return declare


def mutation(permission: Permission | None, *, description: str) -> Callable[[Resolver], Any]:
    """Make a mutation field of ``(info, input) -> payload``; a refusal inside becomes its errors.

    The payload's ``cursor`` is that of the last unit of work inside, unless it was given.

    The payload is nullable in the schema: when one of several mutations of a document crashes,
    the answers of the others still arrive.
    """

    def declare(function: Resolver) -> Any:
        signature = inspect.signature(function)
        annotation = signature.return_annotation

        @functools.wraps(function)
        async def resolve(self: Any, info: Info, **arguments: Any) -> Any:
            written_cursor.set(None)
            try:
                _enter(info, permission)
                payload = await function(self, info, **arguments)
            except Unauthenticated:
                raise
            except (Refusal, Refusals) as refusal:
                return _payload_class(annotation, function)(errors=user_errors(refusal))
            if payload.cursor is None:
                payload.cursor = written_cursor.get()
            return payload

        nullable = f"{annotation} | None" if isinstance(annotation, str) else annotation | None
        resolve.__signature__ = signature.replace(return_annotation=nullable)  # type: ignore[attr-defined]
        return _field(resolve, permission, description)

    return declare


def subscription(
    permission: Permission | None, *, description: str, personal: bool | IsPersonal = False
) -> Callable[[Subscriber], Any]:
    """Make a subscription field of an async generator.

    Members of one account who follow the same thing share one execution, run by an actor without
    a user; ``personal`` ones, whose answers depend on the user or on when they began to follow, are
    not shared; that may be decided by the arguments. Events need a ``cursor``, the account's place
    in its history, to be shared.
    """

    def declare(function: Subscriber) -> Any:
        @functools.wraps(function)
        async def subscribe(self: Any, info: Info, **arguments: Any) -> Any:
            _enter(info, permission)
            return function(self, info, **arguments)

        subscribe.__signature__ = without_null_defaults(inspect.signature(function))  # type: ignore[attr-defined]
        return strawberry.subscription(
            resolver=subscribe,
            description=description,
            metadata={"permission": permission, "personal": personal},
        )

    return declare


def _enter(info: Info, permission: Permission | None) -> None:
    if permission is not None:
        info.context.require(permission)


def without_null_defaults(signature: inspect.Signature) -> inspect.Signature:
    """Let an argument that may be left out stand in the schema without ``= null``."""
    return signature.replace(
        parameters=[
            parameter.replace(default=strawberry.UNSET) if parameter.default is None else parameter
            for parameter in signature.parameters.values()
        ]
    )


def _field(resolve: Resolver, permission: Permission | None, description: str) -> Any:
    return strawberry.field(
        resolver=resolve, description=description, metadata={"permission": permission}
    )


def _payload_class(annotation: Any, function: Resolver) -> type[Payload]:
    found: type[Payload] = (
        function.__globals__[annotation] if isinstance(annotation, str) else annotation
    )
    if not issubclass(found, Payload):
        raise TypeError(f"{function.__qualname__} must answer a Payload")
    return found
