"""Callers of the API under test: operations in process, tokens of client apps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from backend.accounts.service.tokens import create_token
from backend.api.app import Api
from backend.core.graphql.context import Credentials
from backend.core.permissions import Scope
from tests.factories.accounts import Person


def credentials(person: Person | None) -> Credentials:
    """What a person's browser presents; of nobody when None."""
    return Credentials(
        cookie=person.cookie if person else None, ip="203.0.113.7", user_agent="Test browser"
    )


async def new_token(person: Person, *scopes: Scope, name: str = "App") -> str:
    """Make an API token of a person, to read and write unless told."""
    return (await create_token(person.actor, name, scopes or tuple(Scope))).secret


@dataclass(frozen=True, slots=True)
class Asker:
    """Runs operations as one person, in process."""

    api: Api
    person: Person | None

    async def __call__(self, document: str, **variables: Any) -> dict[str, Any]:
        """Return the whole answer."""
        return await self.api.pages.execute(credentials(self.person), document, variables)

    async def data(self, document: str, **variables: Any) -> Any:
        """Return the data of an answer without errors."""
        body = await self(document, **variables)
        assert "errors" not in body, body["errors"]
        return body["data"]

    async def error(self, document: str, **variables: Any) -> dict[str, Any]:
        """Return the only error of an answer."""
        body = await self(document, **variables)
        assert len(body.get("errors", [])) == 1, body
        error: dict[str, Any] = body["errors"][0]
        return error
