"""Work that goes on when whoever asked for it is gone: in their name, by their rights of now."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from backend.accounts.queries.access import current_tokens
from backend.accounts.queries.team import member_of_user
from backend.core.errors import Forbidden
from backend.core.permissions import Actor, Scope


def mandate(actor: Actor) -> dict[str, Any]:
    """Return what a job's payload holds of the actor on whose behalf it runs."""
    return {
        "account_id": actor.account_id,
        "user_id": actor.user_id,
        "token_id": actor.token_id,
        "name": actor.name,
        "request_id": actor.request_id,
    }


async def acting(mandate: Mapping[str, Any]) -> Actor:
    """Return the actor of a mandate, with the role and the scopes that they have now.

    Raises:
        Forbidden: they are no member any more, or the token is over.
    """
    account_id, user_id, token_id = (mandate[key] for key in ("account_id", "user_id", "token_id"))
    if user_id is None:
        return Actor.system(account_id)
    member = await member_of_user(account_id, user_id)
    scopes = frozenset(Scope)
    if token_id is not None:
        token = (await current_tokens({token_id})).get(token_id)
        scopes = token.scopes if token and token.account_id == account_id else frozenset()
    if member is None or not scopes:
        raise Forbidden
    return Actor(
        account_id=account_id,
        role=member.role,
        user_id=user_id,
        scopes=scopes,
        token_id=token_id,
        name=mandate["name"],
        request_id=mandate["request_id"],
    )
