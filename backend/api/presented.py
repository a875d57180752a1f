"""What a connection presents of itself: cookie or token, address, browser, language."""

from __future__ import annotations

from starlette.requests import HTTPConnection

from backend.accounts.http import SESSION_COOKIE
from backend.core.graphql.context import Credentials
from backend.core.locale import known_locale

MAX_BEARER_LENGTH = 200
MAX_USER_AGENT_LENGTH = 500


def credentials_of(connection: HTTPConnection) -> Credentials:
    """Return a connection's credentials. A token wins: the cookie is then not looked at."""
    bearer = bearer_of(connection.headers.get("authorization"))
    return Credentials(
        cookie=None if bearer is not None else connection.cookies.get(SESSION_COOKIE),
        bearer=bearer,
        ip=connection.client.host if connection.client else "",
        user_agent=connection.headers.get("user-agent", "")[:MAX_USER_AGENT_LENGTH],
        locale=known_locale(connection.headers.get("accept-language", "").partition(",")[0]),
    )


def bearer_of(authorization: object) -> str | None:
    """Return the token of an ``Authorization`` value, empty when it is there but is not one."""
    if authorization is None:
        return None
    if not isinstance(authorization, str):
        return ""
    scheme, _, token = authorization.partition(" ")
    token = token.strip()
    if scheme.lower() != "bearer" or len(token) > MAX_BEARER_LENGTH or not token.isascii():
        return ""
    return token
