"""Asking a root field as somebody, and reading why it was not answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import orjson

from backend.api.app import Api
from backend.api.schema import carnet_schema
from backend.core.graphql.context import Credentials
from backend.core.permissions import Actor, Permission, Scope
from tests.backend.api.access.selections import document
from tests.backend.api.access.world import World
from tests.factories.api import credentials

SCHEMA = carnet_schema()._schema
ROOTS: dict[str, Any] = {
    "Query": SCHEMA.query_type,
    "Mutation": SCHEMA.mutation_type,
    "Subscription": SCHEMA.subscription_type,
}
LESSER = ("signed out", "read token", "write token", "viewer")


def permission(root: str, name: str) -> Permission | None:
    """What a field needs, None for the public."""
    field = ROOTS[root].fields[name]
    needed: Permission | None = field.extensions["strawberry-definition"].metadata["permission"]
    return needed


def may(actor: Actor | None, needed: Permission | None) -> bool:
    """Whether somebody's rights are enough."""
    return needed is None or (actor is not None and actor.can(needed))


async def ask(api: Api, who: Credentials, root: str, name: str, variables: dict[str, Any]) -> Any:
    """Ask one root field for all that it can answer."""
    return await api.pages.execute(who, document(SCHEMA, root, name), variables)


def presented(world: World, who: str) -> tuple[Credentials, Actor | None]:
    """What those with fewer rights than the owner present, and as whom they act."""
    as_token = replace(world.owner.actor, session_id=None, token_id=1)
    return {
        "signed out": (credentials(None), None),
        "read token": (
            Credentials(bearer=world.read_token),
            replace(as_token, scopes=frozenset({Scope.READ})),
        ),
        "write token": (Credentials(bearer=world.write_token), as_token),
        "viewer": (credentials(world.viewer), world.viewer.actor),
    }[who]


def refusal_code(body: Any, name: str) -> str | None:
    """Why a field was not answered, None when it was."""
    if body.get("errors"):
        return str(body["errors"][0]["extensions"]["code"])
    payload = body["data"][name]
    errors = payload.get("errors") if isinstance(payload, dict) else None
    return str(errors[0]["code"]) if errors else None


def text(body: Any) -> str:
    """An answer as text, to look for what must not be in it."""
    return orjson.dumps(body).decode()
