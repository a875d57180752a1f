"""Coming back from Google: to a page of ours whatever the address says, for who began only."""

from __future__ import annotations

from urllib.parse import urlencode

import httpx2
import pytest

from backend.google.queries import own_accounts
from backend.google.service.connect import begin_sign_in
from tests.factories.accounts import Person, new_owner
from tests.factories.google import agree
from tests.fixtures.databases import TestDatabase
from tests.fixtures.google_stand_in import GoogleStandIn

PAGE = "/contacts/import/google"
OVER = f"{PAGE}?refused=GOOGLE_SIGN_IN_OVER"


async def come_back(http: httpx2.AsyncClient, who: Person | None, **asked: str) -> str:
    """Open the address that Google leads to, and return where it leads on."""
    cookies = {"cookie": f"carnet_session={who.cookie}"} if who else {}
    answer = await http.get(f"/google/callback?{urlencode(asked)}", headers=cookies)
    assert answer.status_code == 303
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["referrer-policy"] == "no-referrer"
    return answer.headers["location"]


@pytest.mark.sqlite_only
async def test_only_who_began_connects_and_only_our_page_follows(
    google: GoogleStandIn, database: TestDatabase, http: httpx2.AsyncClient
) -> None:
    owner, other = await new_owner(), await new_owner()
    state, code = agree(google, await begin_sign_in(owner.actor))
    assert await come_back(http, None, state=state, code=code) == OVER
    assert await come_back(http, other, state=state, code=code) == OVER
    assert await come_back(http, owner, state="x" * 9_000, code=code) == OVER
    assert await come_back(http, owner, code=code) == OVER
    elsewhere = {"next": "https://example.org", "redirect_uri": "//example.org"}
    found = await come_back(http, owner, state=state, code=code, **elsewhere)
    assert found == f"{PAGE}?connected=1"
    assert await come_back(http, owner, state=state, code=code) == OVER
    state, _ = agree(google, await begin_sign_in(owner.actor))
    refused = await come_back(http, owner, state=state, error="access_denied")
    assert refused == f"{PAGE}?refused=GOOGLE_DENIED"
    assert await come_back(http, owner, error="<script>alert(1)</script>") == OVER
    assert [row.email for row in await own_accounts(owner.actor)] == ["ann@example.org"]
    assert await own_accounts(other.actor) == []
