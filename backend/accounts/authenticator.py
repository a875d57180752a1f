"""Who presents a cookie or an API token, and whether they still may; what ``api`` asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from backend.accounts.queries.access import (
    SessionAuthority,
    TokenAuthority,
    current_sessions,
    current_tokens,
)
from backend.accounts.service.authenticate import actor_of_cookie, actor_of_token
from backend.core.errors import Unauthenticated
from backend.core.graphql.context import Credentials
from backend.core.permissions import Actor


class AccountsAuthenticator:
    """Answers from the database, through a cache of a few seconds for the first question."""

    async def authenticate(self, credentials: Credentials, *, request_id: str) -> Actor | None:
        """Return who presents these credentials, None when signed out. A token wins.

        Raises:
            Unauthenticated: a token was presented that is unknown, revoked or expired. A cookie
                that is over is no error: the browser still has it after the session's end.
        """
        if credentials.bearer is not None:
            found = await actor_of_token(credentials.bearer, request_id=request_id)
            if found is None:
                raise Unauthenticated
            return found.actor
        if credentials.cookie is None:
            return None
        found = await actor_of_cookie(
            credentials.cookie,
            ip=credentials.ip,
            user_agent=credentials.user_agent,
            request_id=request_id,
        )
        return found.actor if found else None

    async def refresh_actors(self, actors: Sequence[Actor]) -> list[Actor | None]:
        """Return actors as they are now, None for those that may no longer act in that account.

        Two statements whatever their number, and never from the cache.
        """
        sessions = await current_sessions({a.session_id for a in actors if a.session_id})
        tokens = await current_tokens({a.token_id for a in actors if a.token_id})
        return [_refreshed(actor, sessions, tokens) for actor in actors]


def _refreshed(
    actor: Actor, sessions: Mapping[int, SessionAuthority], tokens: Mapping[int, TokenAuthority]
) -> Actor | None:
    found: SessionAuthority | TokenAuthority | None
    if actor.token_id is not None:
        found = tokens.get(actor.token_id)
    elif actor.session_id is not None:
        found = sessions.get(actor.session_id)
    else:
        return actor
    if found is None or found.account_id != actor.account_id:
        return None
    return replace(actor, role=found.role, name=found.name, locale=found.locale)
