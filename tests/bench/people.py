"""Signing in as the demo user, the way a browser does."""

from __future__ import annotations

import httpx2
import orjson

from backend.cli.demo import PASSWORD
from tests.bench.books import USER

SESSION_COOKIE = "carnet_session"
SIGN_IN = """
mutation SignIn($input: SignInInput!) {
  signIn(input: $input) { sessionTicket errors { code } }
}
"""


async def sign_in(address: str) -> str:
    """Sign in and return the session's cookie.

    Raises:
        RuntimeError: the server refused.
    """
    async with httpx2.AsyncClient(base_url=address) as client:
        body = {
            "query": SIGN_IN,
            "variables": {"input": {"email": USER, "password": PASSWORD}},
        }
        answer = (await client.post("/graphql", json=body)).json()
        ticket = ((answer.get("data") or {}).get("signIn") or {}).get("sessionTicket")
        if ticket is None:
            raise RuntimeError(f"signing in failed: {orjson.dumps(answer).decode()[:300]}")
        exchanged = await client.post(
            "/auth/session", data={"ticket": ticket}, headers={"origin": address}
        )
        cookie = exchanged.cookies.get(SESSION_COOKIE)
    if cookie is None:
        raise RuntimeError(f"no cookie came with {exchanged.status_code}")
    return str(cookie)
